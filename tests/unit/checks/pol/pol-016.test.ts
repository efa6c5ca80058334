import check from '../../../../src-main/checks/pol/pol-016-pilot-group.check';
import type { PilotUsers } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, domainSid, forest } from '../contoso';

const groupSid = `${domainSid}-1110`;
const security = 0x8000_0000;
const scope = { pilotUsers: { kind: 'group', group: groupSid } } as const;
const users = (
  total: number,
  groupType: number | undefined = security + 2,
  domain = forest,
  more: Partial<PilotUsers> = {},
) =>
  record('ad.pilot-users', domain, {
    total,
    suffixes: [],
    withoutUpn: { count: 0, users: [] },
    populationFound: true,
    group: {
      distinguishedName: `CN=WHFB-Nutzer\\, Größe,OU=Groups,${dnOf(forest)}`,
      objectSid: groupSid,
      ...(groupType === undefined ? {} : { groupType }),
    },
    ...more,
  });
const elsewhere = (total: number) =>
  record('ad.pilot-users', 'emea.contoso.com', {
    total,
    suffixes: [],
    withoutUpn: { count: 0, users: [] },
    populationFound: true,
  });

describeCheck(check, [
  {
    name: 'global, with users',
    evidence: [users(42)],
    scope,
    outcome: 'pass',
    says: ['WHFB-Nutzer, Größe', '42 enabled users'],
    objects: { [groupSid]: 'pass' },
  },
  {
    name: 'universal, users of two domains',
    evidence: [users(1, security + 8), elsewhere(2)],
    scope,
    outcome: 'pass',
    says: ['3 enabled users'],
  },
  { name: 'domain local, own users', evidence: [users(3, security + 4)], scope, outcome: 'pass' },
  {
    name: 'domain local, users of another domain',
    evidence: [users(3, security + 4), elsewhere(2)],
    scope,
    outcome: 'warning',
    says: ['domain local'],
  },
  {
    name: 'a distribution group',
    evidence: [users(42, 2)],
    scope,
    outcome: 'fail',
    severity: 'high',
    says: ['distribution group'],
  },
  {
    name: 'empty',
    evidence: [users(0)],
    scope,
    outcome: 'fail',
    says: ['no enabled user'],
    differs: ['Enabled users'],
  },
  {
    name: 'empty, and a domain could not be read',
    evidence: [users(0), failed('ad.pilot-users', 'emea.contoso.com', 'unreachable')],
    scope,
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'type not returned',
    evidence: [users(42, undefined, forest, { group: { distinguishedName: `CN=A,${dnOf(forest)}` } })],
    scope,
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'not found',
    evidence: [users(0, 2, forest, { populationFound: false })],
    scope,
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'evidence without the group itself',
    evidence: [elsewhere(2)],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], scope, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no group in the scope',
    evidence: [users(42)],
    scope: { pilotUsers: { kind: 'all' } },
    outcome: 'not-applicable',
  },
]);
