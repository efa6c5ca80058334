import check from '../../../../src-main/checks/fed/fed-012-farm-synchronised.check';
import type { AdfsNodeSync } from '../../../../src-shared/model/evidence/adfs-settings';
import { collectedAt, describeCheck, record } from '../check-cases';
import { certificate } from '../pki/authorities';

const sync = (host: string, more: Partial<AdfsNodeSync>) => record('adfs.node-sync', host, { host, ...more });
const primary = sync('fs01.contoso.com', { role: 'PrimaryComputer' });
const minutesBefore = (minutes: number): string => new Date(Date.parse(collectedAt) - minutes * 60_000).toISOString();
const secondary = (more: Partial<AdfsNodeSync> = {}) =>
  sync('fs02.contoso.com', {
    role: 'SecondaryComputer',
    lastStatus: 0,
    lastSync: minutesBefore(4),
    primary: 'fs01.contoso.com',
    ...more,
  });
const release = (host: string, build: number) => record('host.system', host, { host, role: 'adfs', build });

const shownBy = (...thumbprints: readonly string[]) =>
  record('adfs.tls', 'fs.contoso.com', {
    host: 'fs.contoso.com',
    port: 443,
    chain: [],
    verification: { trusted: true, nameMatches: true, protocol: 'TLSv1.3' },
    views: thumbprints.map((thumbprint, index) => ({
      purpose: 'node',
      name: 'fs.contoso.com',
      port: 443,
      node: `fs0${index + 1}.contoso.com`,
      chain: [certificate({ thumbprint })],
    })),
  });

describeCheck(check, [
  { name: 'one certificate on every node', evidence: [primary, secondary(), shownBy('A', 'A')], outcome: 'pass' },
  {
    name: 'another certificate on one node',
    evidence: [primary, secondary(), shownBy('A', 'B', 'A')],
    outcome: 'warning',
    says: ['fs02.contoso.com shows another'],
  },
  {
    name: 'in step',
    evidence: [primary, secondary()],
    outcome: 'pass',
    objects: { 'host:fs01.contoso.com': 'pass', 'host:fs02.contoso.com': 'pass' },
  },
  {
    name: 'synchronisation failed',
    evidence: [primary, secondary({ lastStatus: 8 })],
    outcome: 'fail',
    severity: 'medium',
    says: ['status 8'],
  },
  {
    name: 'hours ago',
    evidence: [secondary({ lastSync: minutesBefore(180) })],
    outcome: 'fail',
    says: ['3 hours before'],
  },
  {
    name: 'no status',
    evidence: [sync('fs02.contoso.com', { role: 'SecondaryComputer' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no role', evidence: [sync('fs02.contoso.com', {})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'local time only',
    evidence: [sync('fs02.contoso.com', { role: 'SecondaryComputer', lastStatus: 0 })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'two releases',
    evidence: [primary, secondary(), release('fs01.contoso.com', 20348), release('fs02.contoso.com', 17763)],
    outcome: 'warning',
    says: ['2 different releases'],
  },
  { name: 'a farm of one node', evidence: [primary], outcome: 'pass', says: ['fs01.contoso.com is in order'] },
]);
