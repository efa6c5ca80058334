import { describe, expect, it } from 'vitest';
import { applyGroupPolicyRight, readAccess } from '../../../../src-main/evidence/derived/effective-rights';
import { controllerPopulation, pilotPopulations } from '../../../../src-main/evidence/derived/policy-populations';
import { type Share, shareWith, unknownPopulation } from '../../../../src-main/evidence/derived/population-token';
import type { AccessControlEntry } from '../../../../src-shared/model/evidence/access';
import type { PilotComputers, PilotUsers } from '../../../../src-shared/model/evidence/directory';
import { defaultScope, type Scope } from '../../../../src-shared/model/scope';
import { domainSid, forest, forestDn, guid } from '../../checks/contoso';
import { applies, descriptor, filteredTo, forEverybody, reads } from '../../checks/pol/policies';
import { carrying } from './policy-evidence-of';

const [one, two] = [`${domainSid}-1201`, `${domainSid}-1202`];
const everybody = 'S-1-5-11';
const applyFor = (shares: Readonly<Record<string, Share>>, ...entries: readonly AccessControlEntry[]): Share =>
  shareWith(descriptor(...entries), applyGroupPolicyRight, carrying(shares, 'none'));

describe('shareWith', () => {
  it('knows what everybody has', () => {
    expect(shareWith(forEverybody, applyGroupPolicyRight, unknownPopulation)).toBe('all');
    expect(shareWith(forEverybody, readAccess, unknownPopulation)).toBe('all');
    expect(shareWith({ hasDacl: false, isProtected: false, entries: [] }, readAccess, unknownPopulation)).toBe('all');
  });
  it.each<[Share, Share]>([
    ['all', 'all'],
    ['some', 'some'],
    ['none', 'none'],
    ['unknown', 'unknown'],
  ])('gives a group’s right to its members (%s)', (share, expected) => {
    expect(shareWith(filteredTo(one), applyGroupPolicyRight, carrying({ [one]: share }))).toBe(expected);
  });
  it.each<[Share, Share]>([
    ['all', 'none'],
    ['some', 'some'],
    ['none', 'all'],
    ['unknown', 'unknown'],
  ])('takes it from members of a denied group (%s)', (share, expected) => {
    expect(applyFor({ [one]: share }, applies(one, false), applies(everybody))).toBe(expected);
  });
  it('does not mind groups whose entries are about other rights', () => {
    expect(applyFor({ [one]: 'some', [two]: 'unknown' }, applies(one), reads(two))).toBe('some');
  });
  it('takes full control of the console for no right to apply', () => {
    // The mask of Domain Admins has every bit but extended rights.
    expect(applyFor({ [`${domainSid}-512`]: 'all' })).toBe('none');
  });
  it('leaves open what a condition decides', () => {
    expect(applyFor({ [one]: 'all' }, { ...applies(one), isConditional: true })).toBe('unknown');
    expect(applyFor({ [one]: 'all' }, { ...applies(one, false), isConditional: true }, applies(everybody))).toBe(
      'unknown',
    );
    expect(applyFor({ [one]: 'none' }, { ...applies(one), isConditional: true })).toBe('none');
  });
});

const pilotDn = `CN=WHFB Users,OU=Groups,${forestDn}`;
const users = (more: Partial<PilotUsers> = {}): PilotUsers => ({
  total: 2,
  suffixes: [
    {
      suffix: forest,
      count: 2,
      users: [1, 2].map((number) => ({
        distinguishedName: `CN=u${number},OU=Staff,${forestDn}`,
        objectSid: `${domainSid}-600${number}`,
        samAccountName: `u${number}`,
      })),
    },
  ],
  withoutUpn: { count: 0, users: [] },
  populationFound: true,
  ...more,
});
const traits = (more: Partial<NonNullable<PilotUsers['traits']>>): NonNullable<PilotUsers['traits']> => ({
  identities: [],
  protectedUsers: { count: 0, users: [] },
  keys: { holderCount: 0, countByUsage: {}, rocaWeakCount: 0, invalidHashCount: 0, unreadableCount: 0, holders: [] },
  mappings: { countByForm: {}, weak: [] },
  awkwardNames: { count: 0, users: [] },
  countByGroup: {},
  countByPrimaryGroup: {},
  ...more,
});
const computers: PilotComputers = {
  total: 2,
  populationFound: true,
  computers: [1, 2].map((number) => ({
    distinguishedName: `CN=PC${number},OU=PCs,${forestDn}`,
    objectSid: `${domainSid}-500${number}`,
    objectGuid: guid(500 + number),
    name: `PC${number}`,
    primaryGroupId: 515,
  })),
};

function populations(
  scope: Partial<Scope>,
  data: PilotUsers,
  isIn: (account: string, group: string) => boolean | undefined = () => undefined,
  isAccount: (sid: string) => boolean = () => false,
) {
  return pilotPopulations({
    computers: [{ target: forest, data: computers }],
    users: [{ target: forest, data }],
    scope: { ...defaultScope, ...scope },
    principals: { isIn, isAccount },
  });
}

describe('pilotPopulations', () => {
  const group = { kind: 'group', group: one } as const;
  const unit = { kind: 'unit', unit: `OU=Staff,${forestDn}` } as const;

  it('gives members of the pilot group its SID and those of the groups it is in', () => {
    const { usersOf, computersOf } = populations(
      { pilotUsers: group, pilotComputers: group },
      users(),
      (account, sid) => (account === one && sid === two ? true : undefined),
    );
    expect([usersOf(forest).shareOf(one), usersOf(forest).shareOf(two)]).toEqual(['all', 'all']);
    expect(computersOf('CONTOSO.com').shareOf(one)).toBe('all');
    expect(usersOf(forest).shareOf(`${domainSid}-1999`)).toBe('unknown');
  });
  it('gives nobody the SID of a distribution group', () => {
    const data = users({ group: { distinguishedName: pilotDn, objectSid: one, groupType: 2 } });
    expect(populations({ pilotUsers: group }, data).usersOf(forest).shareOf(one)).toBe('unknown');
  });
  it('counts primary groups', () => {
    const data = users({ traits: traits({ countByPrimaryGroup: { 513: 2 } }) });
    const { usersOf, computersOf } = populations({}, data);
    expect(usersOf(forest).shareOf(`${domainSid}-513`)).toBe('all');
    expect(computersOf(forest).shareOf(`${domainSid}-515`)).toBe('all');
    expect(computersOf(forest).shareOf(`${domainSid}-513`)).toBe('unknown');
    const mixed = users({ traits: traits({ countByPrimaryGroup: { 513: 1, 1300: 1 } }) });
    expect(populations({}, mixed).usersOf(forest).shareOf(`${domainSid}-513`)).toBe('some');
  });
  it('counts direct groups of a unit, and says “none” only when all of them are known', () => {
    const data = users({
      traits: traits({ countByGroup: { [pilotDn.toLowerCase()]: 1 }, countByPrimaryGroup: { 513: 2 } }),
    });
    const isIn = (account: string, sid: string): boolean => account === pilotDn.toLowerCase() && sid === one;
    const known = populations({ pilotUsers: unit }, data, isIn).usersOf(forest);
    expect([known.shareOf(one), known.shareOf(two)]).toEqual(['some', 'none']);
    expect(populations({ pilotUsers: unit }, data).usersOf(forest).shareOf(two)).toBe('unknown');
  });
  it('finds single accounts', () => {
    expect(populations({}, users()).usersOf(forest).shareOf(`${domainSid}-6001`)).toBe('some');
  });
  it('takes another account for nobody of a pilot that is known one by one', () => {
    const service = `${domainSid}-7001`;
    const token = (data: PilotUsers) => populations({}, data, undefined, (sid) => sid === service).usersOf(forest);
    expect(token(users()).shareOf(service)).toBe('none');
    expect(token(users({ total: 9 })).shareOf(service)).toBe('unknown');
  });
  it('knows only what everybody has where nothing was read', () => {
    const token = populations({}, users()).usersOf('fabrikam.com');
    expect([token.shareOf('S-1-5-11'), token.shareOf(one)]).toEqual(['all', 'unknown']);
  });
});

it('knows the groups of domain controllers', () => {
  const shares = [`${domainSid}-516`, 'S-1-5-9', `${domainSid}-521`, `${domainSid}-515`, 'S-1-5-11'].map(
    controllerPopulation.shareOf,
  );
  expect(shares).toEqual(['all', 'all', 'some', 'unknown', 'all']);
});
