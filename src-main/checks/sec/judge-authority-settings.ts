import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { Scope } from '../../../src-shared/model/scope';
import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult, Collected } from '../define-check';
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
  const recordOf = (name: string, host: string): (typeof records)[number] | undefined =>
    records.find(
      ({ data }) =>
        nameIn(data.authority).toLowerCase() === name.toLowerCase() &&
        (data.host === undefined || isSameHost(data.host, host) || isSameHost(data.host, host.split('.')[0] ?? host)),
    );
  const known = published.map(({ authority, object }) => ({
    object,
    record: recordOf(authority.name, authority.dnsHostName),
  }));
  const others = records.filter((record) => known.every((one) => one.record !== record));
  const objects: readonly JudgedObject[] = [
    ...known.map(({ object, record }): JudgedObject => {
      if (record !== undefined) return { ...object, evidenceId: record.id, ...judge(record.data) };
      const gap = gaps.find(({ target }) => nameIn(target).toLowerCase() === object.name.toLowerCase());
      return { ...unread(object, gap), note: gap?.message ?? 'The settings of its service were not read.' };
    }),
    ...others.map(
      ({ id, target, data }): JudgedObject => ({
        id: `authority:${target.toLowerCase()}`,
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
