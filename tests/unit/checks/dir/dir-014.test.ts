import check from '../../../../src-main/checks/dir/dir-014-connect-platform.check';
import type { RegistryData } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed, record } from '../check-cases';
import { registryOf, systemOf } from '../hosts';

const host = 'sync01.contoso.com';
const framework = 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319';
const framework32 = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319';
const tls = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
const values = (more: Readonly<Record<string, RegistryData | 'absent'>> = {}) =>
  registryOf(host, {
    [`${framework}|SchUseStrongCrypto`]: 1,
    [`${framework}|SystemDefaultTlsVersions`]: 1,
    [`${framework32}|SchUseStrongCrypto`]: 1,
    [`${framework32}|SystemDefaultTlsVersions`]: 1,
    [`${tls}\\Client|Enabled`]: 'absent',
    ...more,
  });
const server = (build = 20_348, dotNetRelease = 528_449) => systemOf(host, { role: 'connect', build, dotNetRelease });

describeCheck(check, [
  { name: 'as needed', evidence: [server(), values()], outcome: 'pass', objects: { [`host:${host}`]: 'pass' } },
  {
    name: 'told by its service',
    evidence: [
      systemOf(host, { build: 20_348, dotNetRelease: 528_449 }),
      record('connect.server', host, { host }),
      values(),
    ],
    outcome: 'pass',
  },
  {
    name: 'values unset on 2022',
    evidence: [server(), values({ [`${framework}|SchUseStrongCrypto`]: 'absent' })],
    outcome: 'warning',
    says: ['SchUseStrongCrypto is not set; the default'],
  },
  {
    name: 'values unset on 2016',
    evidence: [server(14_393), values({ [`${framework}|SchUseStrongCrypto`]: 0 })],
    outcome: 'warning',
    says: ['does not do by itself'],
  },
  {
    name: 'TLS 1.2 off',
    evidence: [server(), values({ [`${tls}\\Client|Enabled`]: 0 })],
    outcome: 'fail',
    severity: 'medium',
    says: ['TLS 1.2 is switched off (Client)'],
    differs: [host],
  },
  {
    name: 'TLS 1.2 off by default',
    evidence: [server(), values({ [`${tls}\\Server|DisabledByDefault`]: 1 })],
    outcome: 'fail',
  },
  { name: 'Windows Server 2012 R2', evidence: [server(9600), values()], outcome: 'fail', says: ['9600'] },
  { name: 'old .NET', evidence: [server(20_348, 461_308), values()], outcome: 'fail', says: ['.NET'] },
  { name: 'registry not read', evidence: [server()], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'other values read',
    evidence: [server(), registryOf(host, { 'HKLM\\A|B': 1 })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'release of Windows not read',
    evidence: [systemOf(host, { role: 'connect', dotNetRelease: 528_449 }), values()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second server not read',
    evidence: [server(), values(), record('connect.server', 'sync02', { host: 'sync02' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'other machines only',
    evidence: [systemOf('dc01', { role: 'dc' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [failed('host.system', host, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
