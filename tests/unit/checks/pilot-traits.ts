import type {
  AccountSample,
  PilotIdentity,
  PilotUser,
  PilotUsers,
  PilotUserTraits,
} from '../../../src-shared/model/evidence/directory';
import type { KeyCredential, KeyCredentials, KeyHolder } from '../../../src-shared/model/evidence/keys';
import { record } from './check-cases';
import { domainSid, forest, guid } from './contoso';

/** Pilot users of checks that need more than their names. */

export const sidOf = (number: number): string => `${domainSid}-${1200 + number}`;

export const pilotUser = (number: number, more: Partial<PilotUser> = {}): PilotUser => ({
  distinguishedName: `CN=Person ${number},OU=Staff,DC=contoso,DC=com`,
  objectSid: sidOf(number),
  samAccountName: `person${number}`,
  userPrincipalName: `person${number}@contoso.com`,
  ...more,
});

export const identity = (number: number, more: Partial<PilotIdentity> = {}): PilotIdentity => ({
  ...pilotUser(number),
  objectGuid: guid(number),
  adminCount: false,
  ...more,
});

export const sample = (users: readonly PilotUser[], count = users.length): AccountSample => ({ count, users });

export const helloKey = (more: Partial<KeyCredential> = {}): KeyCredential => ({
  keyId: 'aa',
  usage: 1,
  source: 1,
  deviceId: guid(417),
  created: '2026-11-02T08:15:00.000Z',
  isHashValid: true,
  rsaBits: 2048,
  isRocaWeak: false,
  ...more,
});

export const holder = (number: number, keys: readonly KeyCredential[], more: Partial<KeyHolder> = {}): KeyHolder => ({
  distinguishedName: `CN=Person ${number},OU=Staff,DC=contoso,DC=com`,
  objectSid: sidOf(number),
  name: `person${number}`,
  adminCount: false,
  keys,
  unreadable: 0,
  ...more,
});

/** What the reader counts of these holders. */
export function keysOf(holders: readonly KeyHolder[], more: Partial<KeyCredentials> = {}): KeyCredentials {
  const keys = holders.flatMap((one) => one.keys);
  const countByUsage: Record<string, number> = {};
  for (const { usage } of keys)
    countByUsage[String(usage ?? 'other')] = (countByUsage[String(usage ?? 'other')] ?? 0) + 1;
  return {
    holderCount: holders.length,
    countByUsage,
    rocaWeakCount: keys.filter(({ isRocaWeak }) => isRocaWeak === true).length,
    invalidHashCount: keys.filter(({ isHashValid }) => isHashValid === false).length,
    unreadableCount: holders.reduce((sum, { unreadable }) => sum + unreadable, 0),
    holders,
    ...more,
  };
}

export const noTraits: PilotUserTraits = {
  identities: [],
  protectedUsers: sample([]),
  keys: keysOf([]),
  mappings: { countByForm: {}, weak: [] },
  awkwardNames: sample([]),
  longNames: sample([]),
  countByGroup: {},
  countByPrimaryGroup: {},
};

/** A record of pilot users: 20 of them unless told otherwise. */
export const pilotWith = (traits: Partial<PilotUserTraits>, more: Partial<PilotUsers> = {}, target = forest) =>
  record('ad.pilot-users', target, {
    total: 20,
    suffixes: [{ suffix: 'contoso.com', count: 20, users: [] }],
    withoutUpn: sample([]),
    populationFound: true,
    traits: { ...noTraits, ...traits },
    ...more,
  });

/** As an earlier release or an export of chosen attributes leaves it. */
export const untoldPilot = (target = forest) =>
  record('ad.pilot-users', target, {
    total: 20,
    suffixes: [{ suffix: 'contoso.com', count: 20, users: [] }],
    withoutUpn: sample([]),
    populationFound: true,
  });

const emptyPilot = pilotWith({}, { total: 0, suffixes: [] });
const lostPilot = pilotWith({}, { total: 0, suffixes: [], populationFound: false });

/** Cases every check of pilot users has; `others` is the evidence it takes besides. */
export const pilotCases = (others: readonly ReturnType<typeof record>[] = [], scope = {}) =>
  [
    {
      name: 'nothing but names is known of the pilot',
      evidence: [untoldPilot(), ...others],
      scope,
      outcome: 'unknown',
      reason: 'not-collected',
      says: ['Collect them again'],
      objects: { 'domain:contoso.com': 'unknown' },
    },
    {
      name: 'an empty pilot',
      evidence: [emptyPilot, ...others],
      scope,
      outcome: 'unknown',
      reason: 'not-collected',
      says: ['no enabled user'],
    },
    {
      name: 'a pilot group that does not exist',
      evidence: [lostPilot, ...others],
      scope: { ...scope, pilotUsers: { kind: 'group' as const, group: `${domainSid}-1112` } },
      outcome: 'unknown',
      reason: 'not-collected',
      says: ['pilot group'],
    },
  ] as const;
