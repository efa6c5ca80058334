import check from '../../../../src-main/checks/dir/dir-004-functional-levels.check';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, forest } from '../contoso';

const emea = 'emea.contoso.com';
const partitions = (level: number | undefined, ...domains: readonly string[]) =>
  record('ad.partitions', forest, {
    ...(level === undefined ? {} : { forestFunctionalLevel: level }),
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({ dnsRoot, netBiosName: 'X', namingContext: dnOf(dnsRoot) })),
  });
const domain = (level: number | undefined, target = forest) =>
  record('ad.domain', target, {
    distinguishedName: dnOf(target),
    ...(level === undefined ? {} : { functionalLevel: level }),
  });

describeCheck(check, [
  {
    name: 'all at 2016',
    evidence: [partitions(7, forest, emea), domain(7), domain(7, emea)],
    outcome: 'pass',
    says: ['1 forest and 2 domains'],
    objects: { 'forest:contoso.com': 'pass', 'domain:contoso.com': 'pass', 'domain:emea.contoso.com': 'pass' },
    differs: [],
  },
  { name: 'Windows Server 2025', evidence: [partitions(10, forest), domain(10)], outcome: 'pass' },
  {
    name: '2012 R2 works but ages',
    evidence: [partitions(6, forest), domain(6)],
    outcome: 'warning',
    says: ['forest contoso.com and domain contoso.com have'],
    notes: { 'forest:contoso.com': 'Level 6 (Windows Server 2012 R2)' },
  },
  {
    name: 'the floor',
    evidence: [partitions(4, forest), domain(7)],
    outcome: 'warning',
    says: ['forest contoso.com has'],
  },
  {
    name: 'a forest at 2008',
    evidence: [partitions(3, forest), domain(7)],
    outcome: 'fail',
    says: ['forest contoso.com is'],
  },
  {
    name: 'a child domain at 2003',
    evidence: [partitions(7, forest, emea), domain(7), domain(2, emea)],
    outcome: 'fail',
    says: ['domain emea.contoso.com is below'],
    differs: ['Functional level of domain emea.contoso.com'],
  },
  {
    name: 'forest level not returned',
    evidence: [partitions(undefined, forest), domain(7)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['forest contoso.com'],
  },
  {
    name: 'domain level not returned',
    evidence: [partitions(7, forest), domain(undefined)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['domain contoso.com'],
  },
  {
    name: 'a child domain nobody read',
    evidence: [partitions(7, forest, emea), domain(7)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: [emea],
  },
  {
    name: 'a child domain that was refused',
    evidence: [partitions(7, forest, emea), domain(7), failed('ad.domain', emea, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { 'forest:contoso.com': 'pass', 'domain:contoso.com': 'pass', 'domain:emea.contoso.com': 'unknown' },
  },
  {
    name: 'a domain of a forest outside the scope',
    evidence: [partitions(7, forest), domain(7), domain(2, 'fabrikam.com')],
    scope: { forests: [forest] },
    outcome: 'pass',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [partitions(7, forest), domain(7)],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
