import check from '../../../../src-main/checks/ra/ra-004-agent-certificate.check';
import type { HostCertificates } from '../../../../src-shared/model/evidence/host';
import { describeCheck, record } from '../check-cases';
import { farm } from '../fed/farm-settings';
import { certificate } from '../pki/authorities';

const agent = (notAfter: string, extendedKeyUsage = ['1.3.6.1.4.1.311.20.2.1']) => ({
  certificate: certificate({ notAfter, extendedKeyUsage }),
});
const store = (certificates: HostCertificates['certificates'], kind: HostCertificates['store'] = 'service') =>
  record('host.certificates', `fs01.contoso.com ${kind}`, { host: 'fs01.contoso.com', store: kind, certificates });
const node = record('host.system', 'fs01.contoso.com', { host: 'fs01.contoso.com', role: 'adfs' });
const renewing = farm('adfs.certificate-authority', { autoEnrollEnabled: true });

describeCheck(check, [
  {
    name: 'valid',
    evidence: [node, store([agent('2028-01-01T00:00:00Z')])],
    outcome: 'pass',
    objects: { 'host:fs01.contoso.com': 'pass' },
  },
  { name: 'ends soon', evidence: [node, store([agent('2026-12-20T00:00:00Z')])], outcome: 'warning' },
  {
    name: 'ends soon and is renewed',
    evidence: [node, renewing, store([agent('2026-12-20T00:00:00Z')])],
    outcome: 'pass',
  },
  { name: 'ended', evidence: [node, store([agent('2026-10-20T00:00:00Z')])], outcome: 'fail', severity: 'blocker' },
  {
    name: 'an old and a new one',
    evidence: [node, store([agent('2026-10-20T00:00:00Z'), agent('2028-01-01T00:00:00Z')])],
    outcome: 'pass',
  },
  {
    name: 'none yet',
    evidence: [node, store([agent('2028-01-01T00:00:00Z', [])])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the store of the machine only',
    evidence: [node, store([agent('2028-01-01T00:00:00Z')], 'machine')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
