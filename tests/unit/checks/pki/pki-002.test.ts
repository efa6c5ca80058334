import check from '../../../../src-main/checks/pki/pki-002-authority-host.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AuthorityHost } from '../../../../src-shared/model/evidence/network';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest } from '../contoso';
import { authoritiesOf, authority, caGuid, secondAuthority, secondCaGuid } from './authorities';

const [ca01, ca02] = ['ca01.contoso.com', 'ca02.contoso.com'];
const server = (dnsHostName: string, build: number | undefined, number = 1) => ({
  distinguishedName: `CN=${dnsHostName}`,
  objectSid: `${domainSid}-${1600 + number}`,
  name: dnsHostName.split('.')[0] ?? '',
  dnsHostName,
  operatingSystem: 'Windows Server',
  enabled: true,
  ...(build === undefined ? {} : { build }),
});
const servers = (...list: readonly ReturnType<typeof server>[]): EvidenceRecord =>
  record('ad.servers', forest, { servers: list, total: list.length });
const port = (host: string, rpcPort: AuthorityHost['rpcPort']): EvidenceRecord =>
  record('pki.authority-host', host, { host, addresses: ['10.0.0.5'], rpcPort });
const ping = (succeeded: boolean): EvidenceRecord =>
  record('host.connectivity', 'adfs01', {
    host: 'adfs01',
    attempts: [{ kind: 'ca-ping', target: 'CA01.contoso.com\\Contoso Issuing CA 1', succeeded }],
  });
const cas = authoritiesOf([authority()]);
const open = port(ca01, 'open');

describeCheck(check, [
  {
    name: 'current and reachable',
    evidence: [cas, open, servers(server('CA01.contoso.com', 20348))],
    outcome: 'pass',
    says: ['certutil -ping'],
    objects: { [caGuid]: 'pass' },
    notes: { [caGuid]: 'Windows Server 2022. TCP 135 takes connections' },
  },
  { name: 'Windows Server 2016', evidence: [cas, open, servers(server(ca01, 14393))], outcome: 'pass' },
  {
    name: 'Windows Server 2012 R2',
    evidence: [cas, open, servers(server(ca01, 9600))],
    outcome: 'warning',
    severity: 'high',
    says: ['Windows Server 2012 R2 is out of support'],
  },
  { name: 'Windows Server 2012', evidence: [cas, open, servers(server(ca01, 9200))], outcome: 'warning' },
  {
    name: 'Windows Server 2008 R2',
    evidence: [cas, open, servers(server(ca01, 7601))],
    outcome: 'fail',
    says: ['older than Windows Server 2012'],
    differs: ['Contoso Issuing CA 1'],
  },
  {
    name: 'an old release that nobody tried to reach',
    evidence: [cas, servers(server(ca01, 7601))],
    outcome: 'fail',
    notes: { [caGuid]: 'Nobody has tried' },
  },
  { name: 'a release younger than the product', evidence: [cas, open, servers(server(ca01, 30000))], outcome: 'pass' },
  { name: 'reachable, release not read', evidence: [cas, open], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'reachable, the account is of another host',
    evidence: [cas, open, servers(server(ca02, 20348))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an account without build',
    evidence: [cas, open, servers(server(ca01, undefined))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'silent on TCP 135',
    evidence: [cas, port(ca01, 'silent'), servers(server(ca01, 20348))],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [caGuid]: 'try it from AD FS' },
  },
  {
    name: 'refused on TCP 135',
    evidence: [cas, port(ca01, 'refused'), servers(server(ca01, 20348))],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'a host whose name nobody knows',
    evidence: [
      cas,
      failed('pki.authority-host', ca01, 'unreachable', 'The name is not known.'),
      servers(server(ca01, 20348)),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['The name is not known.'],
  },
  {
    name: 'AD FS got an answer where this computer did not',
    evidence: [cas, port(ca01, 'silent'), servers(server(ca01, 20348)), ping(true)],
    outcome: 'pass',
    notes: { [caGuid]: 'answered certutil -ping from adfs01' },
  },
  {
    name: 'AD FS got no answer although the port is open',
    evidence: [cas, open, servers(server(ca01, 20348)), ping(false)],
    outcome: 'fail',
    severity: 'high',
    says: ['did not answer certutil -ping from adfs01'],
  },
  {
    name: 'one of two is old',
    evidence: [
      authoritiesOf([authority(), secondAuthority()]),
      open,
      port(ca02, 'open'),
      servers(server(ca01, 20348), server(ca02, 9600, 2)),
    ],
    outcome: 'warning',
    says: ['1 of 2 CAs runs on an ageing release'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'warning' },
  },
  {
    name: 'no host in the directory',
    evidence: [authoritiesOf([authority({ dnsHostName: '' })]), open],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  { name: 'no CA', evidence: [authoritiesOf([])], outcome: 'not-applicable', says: ['PKI-001'] },
  {
    name: 'a forest nobody read',
    evidence: [cas, open, servers(server(ca01, 20348))],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
