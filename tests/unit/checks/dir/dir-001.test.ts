import check from '../../../../src-main/checks/dir/dir-001-readable-forest.check';
import type { RootDse } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed, partial, record } from '../check-cases';
import { dnOf, forest } from '../contoso';

const partitions = (...domains: readonly string[]) =>
  record('ad.partitions', forest, {
    forestFunctionalLevel: 7,
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({
      dnsRoot,
      netBiosName: dnsRoot.split('.')[0]?.toUpperCase() ?? '',
      namingContext: dnOf(dnsRoot),
    })),
  });
const head = (host: string, domain: string, state: Partial<RootDse> = { isSynchronized: true }) =>
  record('ad.root-dse', host, {
    dnsHostName: host,
    defaultNamingContext: dnOf(domain),
    configurationNamingContext: `CN=Configuration,${dnOf(forest)}`,
    schemaNamingContext: `CN=Schema,CN=Configuration,${dnOf(forest)}`,
    rootDomainNamingContext: dnOf(forest),
    ...state,
  });
const emea = 'emea.contoso.com';

describeCheck(check, [
  {
    name: 'a forest of two domains, both answered',
    evidence: [partitions(forest, emea), head('dc01.contoso.com', forest), head('dc11.emea.contoso.com', emea)],
    outcome: 'pass',
    says: ['1 forest with 2 domains'],
    objects: { 'domain:contoso.com': 'pass', 'domain:emea.contoso.com': 'pass' },
  },
  {
    name: 'one of two controllers down, its domain read through the other',
    evidence: [
      partitions(forest),
      head('dc01.contoso.com', forest),
      failed('ad.root-dse', 'dc02.contoso.com', 'unreachable'),
    ],
    outcome: 'pass',
  },
  {
    name: 'no controller of a child domain answered',
    evidence: [
      partitions(forest, emea),
      head('dc01.contoso.com', forest),
      failed('ad.root-dse', 'dc11.emea.contoso.com', 'unreachable'),
    ],
    outcome: 'warning',
    says: ['1 of 2 domains has no domain controller', emea],
    objects: { 'domain:contoso.com': 'pass', 'domain:emea.contoso.com': 'warning' },
  },
  {
    name: 'a child domain that was found, but none of its controllers answered',
    evidence: [partitions(forest, emea), head('dc01.contoso.com', forest), failed('ad.domain', emea, 'unreachable')],
    outcome: 'warning',
    says: ['1 of 2 domains has no domain controller', emea],
    objects: { 'domain:contoso.com': 'pass', 'domain:emea.contoso.com': 'warning' },
  },
  {
    name: 'a child domain that was found and refuses the account',
    evidence: [partitions(forest, emea), head('dc01.contoso.com', forest), failed('ad.domain', emea, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    says: [emea],
  },
  {
    name: 'a controller that has not finished synchronising',
    evidence: [partitions(forest), head('dc01.contoso.com', forest, { isSynchronized: false })],
    outcome: 'warning',
    says: ['1 domain has no domain controller'],
    notes: { 'domain:contoso.com': 'Not synchronised yet: dc01.contoso.com' },
  },
  {
    name: 'a controller that does not say whether it is synchronised',
    evidence: [partitions(forest), head('dc01.contoso.com', forest, {})],
    outcome: 'unknown',
    reason: 'not-collected',
    says: [forest],
  },
  {
    name: 'a child domain nobody asked',
    evidence: [partitions(forest, emea), head('dc01.contoso.com', forest)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: [emea],
  },
  {
    name: 'a child domain whose controllers are down while another one refuses',
    evidence: [
      partitions(forest, emea),
      head('dc01.contoso.com', forest),
      failed('ad.root-dse', 'dc11.emea.contoso.com', 'unreachable'),
      failed('ad.root-dse', 'dc12.emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'no root DSE at all', evidence: [partitions(forest)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a configuration without any domain',
    evidence: [partitions(), head('dc01.contoso.com', forest)],
    outcome: 'unknown',
    reason: 'contradictory',
    objects: { 'forest:contoso.com': 'unknown' },
    differs: ['Domains of contoso.com'],
  },
  {
    name: 'a forest of the scope that was not read',
    evidence: [partitions(forest), head('dc01.contoso.com', forest)],
    scope: { forests: ['contoso.com', 'Fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'the configuration was refused',
    evidence: [failed('ad.partitions', forest, 'access-denied', 'The bind was refused.')],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['The bind was refused.'],
  },
  {
    name: 'the configuration was read in part',
    evidence: [partial('ad.partitions', forest, 'unreachable', { upnSuffixes: [], domains: [] })],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
