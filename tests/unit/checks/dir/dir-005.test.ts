import check from '../../../../src-main/checks/dir/dir-005-controller-releases.check';
import type { DomainController } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';

const controller = (
  number: number,
  build: number | undefined,
  more: Partial<DomainController> = {},
): DomainController => ({
  distinguishedName: `CN=DC0${number},OU=Domain Controllers,DC=contoso,DC=com`,
  objectGuid: guid(number),
  dnsHostName: `dc0${number}.contoso.com`,
  readOnly: false,
  ...(build === undefined ? {} : { build, operatingSystemVersion: `10.0 (${build})` }),
  ...more,
});
const controllers = (list: readonly DomainController[], target = forest) =>
  record('ad.domain-controllers', target, { controllers: list });
const partitions = (...domains: readonly string[]) =>
  record('ad.partitions', forest, {
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({ dnsRoot, netBiosName: 'X', namingContext: dnOf(dnsRoot) })),
  });

describeCheck(check, [
  {
    name: '2019, 2022 and 2025',
    evidence: [controllers([controller(1, 17763), controller(2, 20348), controller(3, 26100)])],
    outcome: 'pass',
    says: ['3 domain controllers'],
    objects: { [guid(1)]: 'pass', [guid(2)]: 'pass', [guid(3)]: 'pass' },
    differs: [],
  },
  {
    name: 'one 2016 beside two 2022',
    evidence: [controllers([controller(1, 20348), controller(2, 20348), controller(3, 14393)])],
    outcome: 'warning',
    says: ['1 of 3 domain controllers runs', 'dc03.contoso.com'],
    notes: { [guid(3)]: 'Windows Server 2016, supported until 2027-01-12' },
    differs: ['Windows Server 2016'],
  },
  {
    name: '2016 after its end of support',
    evidence: [controllers([controller(1, 14393)])].map((piece) => ({ ...piece, collectedAt: '2027-02-01T09:00:00Z' })),
    now: '2027-02-01T10:00:00Z',
    outcome: 'warning',
    notes: { [guid(1)]: 'out of support since 2027-01-12' },
  },
  {
    name: '2016 is old however long it is supported',
    evidence: [controllers([controller(1, 14393)])].map((piece) => ({ ...piece, collectedAt: '2024-06-01T09:00:00Z' })),
    now: '2024-06-01T10:00:00Z',
    outcome: 'warning',
  },
  {
    name: '2019 in its last year',
    evidence: [controllers([controller(1, 17763)])].map((piece) => ({ ...piece, collectedAt: '2028-06-01T09:00:00Z' })),
    now: '2028-06-01T10:00:00Z',
    outcome: 'warning',
  },
  {
    name: '2012 R2',
    evidence: [controllers([controller(1, 9600)])],
    outcome: 'warning',
    notes: { [guid(1)]: 'out of support since 2023-10-10' },
  },
  { name: '2008 R2, the floor', evidence: [controllers([controller(1, 7601)])], outcome: 'warning' },
  {
    name: '2008',
    evidence: [controllers([controller(1, 20348), controller(2, 6003)])],
    outcome: 'fail',
    says: ['1 of 2 domain controllers runs', 'older than Windows Server 2008 R2'],
  },
  {
    name: 'read-only controllers only',
    evidence: [controllers([controller(1, 20348, { readOnly: true })])],
    outcome: 'fail',
    says: ['No writable domain controller exists in contoso.com'],
    objects: { 'domain:contoso.com': 'fail', [guid(1)]: 'pass' },
  },
  { name: 'a release younger than this version', evidence: [controllers([controller(1, 29000)])], outcome: 'pass' },
  {
    name: 'a build between known releases',
    evidence: [controllers([controller(1, 25398)])],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['dc01.contoso.com'],
  },
  {
    name: 'no version returned',
    evidence: [controllers([controller(1, undefined)])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a Samba controller',
    evidence: [
      controllers([controller(1, undefined, { operatingSystem: 'Samba', operatingSystemVersion: '4.17.12-Debian' })]),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [guid(1)]: '4.17.12-Debian' },
  },
  {
    name: 'an empty list',
    evidence: [controllers([])],
    outcome: 'unknown',
    reason: 'unreadable',
    objects: { 'domain:contoso.com': 'unknown' },
  },
  {
    name: 'a child domain nobody read',
    evidence: [partitions(forest, 'emea.contoso.com'), controllers([controller(1, 20348)])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['emea.contoso.com'],
  },
  {
    name: 'a child domain that was refused',
    evidence: [
      controllers([controller(1, 20348)]),
      failed('ad.domain-controllers', 'emea.contoso.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [partitions(forest), controllers([controller(1, 20348)])],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
]);
