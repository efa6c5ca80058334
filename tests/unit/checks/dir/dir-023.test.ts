import check from '../../../../src-main/checks/dir/dir-023-key-admins.check';
import type { PrivilegedGroup } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { dnOf, forest } from '../contoso';
import { group, privilegedGroup, rid } from '../principals';

const child = 'emea.contoso.com';
const partitions = (...domains: readonly string[]) =>
  record('ad.partitions', forest, {
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({ dnsRoot, netBiosName: 'X', namingContext: dnOf(dnsRoot) })),
  });
const groups = (target: string, ...list: readonly PrivilegedGroup[]) =>
  record('ad.privileged-groups', target, { groups: [privilegedGroup('Domänen-Admins', rid.domainAdmins), ...list] });
const keyAdmins = privilegedGroup('Schlüssel-Admins', rid.keyAdmins);
const enterprise = privilegedGroup('Enterprise Key Admins', rid.enterpriseKeyAdmins);
const both: CheckCase['evidence'] = [partitions(forest), groups(forest, keyAdmins, enterprise)];

describeCheck(check, [
  {
    name: 'both, by whatever name',
    evidence: both,
    outcome: 'pass',
    says: ['2 groups of key administrators'],
    objects: { 'contoso.com:526': 'pass', 'contoso.com:527': 'pass' },
    notes: { 'contoso.com:526': 'Schlüssel-Admins' },
  },
  {
    name: 'none',
    evidence: [partitions(forest), groups(forest)],
    outcome: 'warning',
    says: ['Key Admins of contoso.com and Enterprise Key Admins of contoso.com do not exist'],
    objects: { 'contoso.com:526': 'warning', 'contoso.com:527': 'warning' },
  },
  {
    name: 'a group of that name with another RID',
    evidence: [partitions(forest), groups(forest, privilegedGroup('Key Admins', 1105), enterprise)],
    outcome: 'warning',
    says: ['Key Admins of contoso.com does not exist'],
  },
  {
    name: 'one that only the list of all groups shows',
    evidence: [
      partitions(forest),
      groups(forest, enterprise),
      record('ad.groups', forest, { groups: [group('Key Admins', rid.keyAdmins)], total: 1 }),
    ],
    outcome: 'pass',
  },
  {
    name: 'a child domain needs Key Admins only',
    evidence: [partitions(forest, child), groups(forest, keyAdmins, enterprise), groups(child, keyAdmins)],
    outcome: 'pass',
    objects: { 'contoso.com:526': 'pass', 'contoso.com:527': 'pass', 'emea.contoso.com:526': 'pass' },
  },
  {
    name: 'a child domain that was not read',
    evidence: [partitions(forest, child), groups(forest, keyAdmins, enterprise)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'contoso.com:526': 'pass', 'contoso.com:527': 'pass', [`domain:${child}`]: 'unknown' },
  },
  {
    name: 'a forest that was not read',
    evidence: both,
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [partitions(forest), failed('ad.privileged-groups', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest of which nothing was read',
    evidence: both,
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { 'contoso.com:526': 'pass', 'contoso.com:527': 'pass', 'domain:fabrikam.com': 'unknown' },
  },
]);
