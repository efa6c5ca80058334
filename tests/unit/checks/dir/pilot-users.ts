import type { PilotUser, PilotUsers } from '../../../../src-shared/model/evidence/directory';
import { record } from '../check-cases';
import { domainSid, forest } from '../contoso';

/** Relative id of the one sample user a suffix of {@link pilotUsers} keeps, in the order of the object's keys. */
export const sidOfSample = (index: number): string => `${domainSid}-${1200 + index}`;

const sample = (index: number, suffix?: string): PilotUser => ({
  distinguishedName: `CN=Person ${index},OU=Staff,DC=contoso,DC=com`,
  objectSid: sidOfSample(index),
  samAccountName: `person${index}`,
  ...(suffix === undefined ? {} : { userPrincipalName: suffix === '' ? `person${index}` : `person${index}@${suffix}` }),
});

/** Pilot users of a domain: users by suffix with one sample each, and users without a UPN. */
export function pilotUsers(
  bySuffix: Readonly<Record<string, number>>,
  withoutUpn = 0,
  more: Partial<PilotUsers> = {},
  target = forest,
) {
  const suffixes = Object.entries(bySuffix).map(([suffix, count], index) => ({
    suffix,
    count,
    users: [sample(index, suffix)],
  }));
  const total = suffixes.reduce((sum, { count }) => sum + count, withoutUpn);
  const unnamed = { count: withoutUpn, users: withoutUpn === 0 ? [] : [sample(90)] };
  return record('ad.pilot-users', target, { total, suffixes, withoutUpn: unnamed, populationFound: true, ...more });
}
