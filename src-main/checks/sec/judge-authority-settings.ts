import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { Scope } from '../../../src-shared/model/scope';
import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult, Collected, Evidence } from '../define-check';
import { authorityObject } from '../pki/pki-objects';
import { type JudgedObject, judged, unread } from '../result';
import { matchOf, type ObjectWording, summariseObjects } from '../summarise-objects';

/** The kinds a check of the settings of CA services takes. */
export const authoritySettingNeeds = ['ca.settings', 'ad.certification-authorities?'] as const;

export interface AuthoritySettingInputs {
  readonly 'ca.settings': Collected<'ca.settings'>;
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
}

/** `host\name` or the name alone. */
const nameIn = (authority: string): string => authority.split('\\').at(-1) ?? authority;

/** Machines name themselves without their domain now and then. */
const isHost = (one: string, other: string): boolean =>
  isSameHost(one, other) ||
  isSameHost(one, other.split('.')[0] ?? other) ||
  isSameHost(one.split('.')[0] ?? one, other);

/** A CA may be told by a collector and by certutil: of each setting the newest counts, and one source completes the other. */
function mergeSources(records: readonly Evidence<'ca.settings'>[]): readonly Evidence<'ca.settings'>[] {
  const merged: Evidence<'ca.settings'>[] = [];
  for (const record of [...records].sort((a, b) => b.collectedAt.localeCompare(a.collectedAt))) {
    const at = merged.findIndex(
      ({ data }) =>
        nameIn(data.authority).toLowerCase() === nameIn(record.data.authority).toLowerCase() &&
        (data.host === undefined || record.data.host === undefined || isHost(data.host, record.data.host)),
    );
    const newer = merged[at];
    if (newer === undefined) merged.push(record);
    else merged[at] = { ...newer, data: { ...record.data, ...newer.data } };
  }
  return merged;
}

/** What all sources together say of the CA of a name; undefined where nothing was read of it. */
export const settingsNamed = (
  records: readonly Evidence<'ca.settings'>[],
  name: string,
): AuthoritySettings | undefined =>
  mergeSources(records).find(({ data }) => nameIn(data.authority).toLowerCase() === name.toLowerCase())?.data;

/** Judges the settings of every enterprise CA in scope, and of every other CA whose settings were read. */
export function judgeAuthoritySettings(
  inputs: AuthoritySettingInputs,
  scope: Scope,
  judge: (settings: AuthoritySettings) => Verdict,
  wording: ObjectWording & { readonly expected: string },
): CheckResult {
  const { records, gaps } = inputs['ca.settings'];
  const published = forestsInScope(inputs['ad.certification-authorities'].records, scope).records.flatMap(
    ({ id, data }) => data.authorities.map((authority) => ({ authority, object: authorityObject(authority, id) })),
  );
  const merged = mergeSources(records);
  const recordOf = (name: string, host: string): (typeof merged)[number] | undefined =>
    merged.find(
      ({ data }) =>
        nameIn(data.authority).toLowerCase() === name.toLowerCase() &&
        (data.host === undefined || isHost(data.host, host)),
    );
  const known = published.map(({ authority, object }) => ({
    object,
    record: recordOf(authority.name, authority.dnsHostName),
  }));
  const others = merged.filter((record) => known.every((one) => one.record !== record));
  const objects: readonly JudgedObject[] = [
    ...known.map(({ object, record }): JudgedObject => {
      if (record !== undefined) return { ...object, evidenceId: record.id, ...judge(record.data) };
      const gap = gaps.find(({ target }) => nameIn(target).toLowerCase() === object.name.toLowerCase());
      return { ...unread(object, gap), note: gap?.message ?? 'The settings of its service were not read.' };
    }),
    ...others.map(
      ({ id, data }): JudgedObject => ({
        id: `authority:${nameIn(data.authority).toLowerCase()}`,
        kind: 'certification-authority',
        name: nameIn(data.authority),
        evidenceId: id,
        ...judge(data),
      }),
    ),
  ];
  return judged(objects, {
    summary: summariseObjects(objects, wording),
    observations: objects.map((object) => ({
      label: object.name,
      observed: object.note ?? '',
      expected: wording.expected,
      ...matchOf(object),
    })),
  });
}

/** Settings an export does not hold. */
export const settingNotRead = (what: string): Verdict => ({
  outcome: 'unknown',
  reason: 'not-collected',
  note: `${what} was not read.`,
});
