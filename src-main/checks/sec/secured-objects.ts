import type { SecuredObject, SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import type { Observation } from '../../../src-shared/model/finding';
import { type Outsider, outsidersInWords, outsidersWithSids } from '../../evidence/derived/outsiders';
import { normalDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { leadingName } from '../pki/pki-objects';
import type { JudgedObject } from '../result';
import { countOf, listed } from '../wording';

/** An object of the directory and who outside Tier 0 has the rights in question; undefined = its permissions are not visible. */
export interface Guarded {
  readonly secured: SecuredObject;
  readonly evidenceId: string;
  readonly outsiders: readonly Outsider[] | undefined;
}

/** Looks at the permissions of an object when there are any to look at. */
export const guarded = (
  secured: SecuredObject,
  evidenceId: string,
  outsidersOf: (descriptor: SecurityDescriptor) => readonly Outsider[],
): Guarded => ({
  secured,
  evidenceId,
  outsiders: secured.securityDescriptor === undefined ? undefined : outsidersOf(secured.securityDescriptor),
});

export const securedObjectOf = ({ distinguishedName, objectGuid, role }: SecuredObject, evidenceId: string) =>
  ({
    id: objectGuid ?? normalDn(distinguishedName),
    kind: role === 'authority-computer' ? 'computer' : 'directory-object',
    name: printable(distinguishedName, 1000),
    evidenceId,
    locate: leadingName(distinguishedName),
  }) as const;

/** The verdict on one object; `right` says what outsiders may do, e.g. "may change it", and `insiders` who else than they may. */
export function judgeGuarded(
  { secured, evidenceId, outsiders }: Guarded,
  right: string,
  insiders = 'Tier 0',
): JudgedObject {
  const object = securedObjectOf(secured, evidenceId);
  if (outsiders === undefined)
    return {
      ...object,
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'Its permissions are not visible: the account that read may not see them, or the export left them out.',
    };
  const sure = outsiders.filter(({ isSure }) => isSure);
  if (sure.length > 0) return { ...object, outcome: 'fail', note: `${withSids(sure)} ${right}.` };
  if (outsiders.length === 0) return { ...object, outcome: 'pass', note: `Only ${insiders} ${right}.` };
  return {
    ...object,
    outcome: 'unknown',
    reason: 'not-collected',
    note: `${withSids(outsiders)} ${right}; it is not known whether they belong to Tier 0, or the right has a condition.`,
  };
}

const withSids = (outsiders: readonly Outsider[]): string => listed(outsidersWithSids(outsiders), 20);

/** Everybody outside Tier 0 on any of these objects, for a summary. */
export const outsidersOn = (list: readonly Guarded[]): string =>
  listed([
    ...new Set(list.flatMap(({ outsiders }) => outsidersInWords((outsiders ?? []).filter(({ isSure }) => isSure)))),
  ]);

/** What could not be decided, as a sentence for the end of a summary; empty when all was. */
export function undecided(objects: readonly JudgedObject[]): string {
  const count = objects.filter(({ outcome }) => outcome === 'unknown').length;
  return count === 0 ? '' : ` ${countOf(count, 'object')} could not be judged.`;
}

/** What was seen where it does not pass; of very many the first. */
export const notPassed = (objects: readonly JudgedObject[]): readonly Observation[] =>
  objects
    .filter(({ outcome }) => outcome !== 'pass')
    .slice(0, 100)
    .map(({ name, note, outcome }) => ({
      label: name,
      observed: note,
      ...(outcome === 'unknown' ? {} : { matches: false }),
    }));
