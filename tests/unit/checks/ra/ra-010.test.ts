import check from '../../../../src-main/checks/ra/ra-010-authority-reachable.check';
import { describeCheck, record } from '../check-cases';
import { farm } from '../fed/farm-settings';

const tried = (host: string, ...results: readonly boolean[]) =>
  record('host.connectivity', host, {
    host,
    attempts: [
      { kind: 'tcp', target: 'other.test', port: 443, succeeded: false },
      ...results.map((succeeded) => ({ kind: 'ca-ping', target: 'ca01.contoso.com', succeeded })),
    ],
  });
const node = (host: string) => record('host.system', host, { host, role: 'adfs' });
const nodes = farm('adfs.farm-information', { nodes: [{ host: 'fs01.contoso.com' }, { host: 'fs02.contoso.com' }] });

describeCheck(check, [
  {
    name: 'reached',
    evidence: [node('fs01.contoso.com'), tried('fs01.contoso.com', true)],
    outcome: 'pass',
    objects: { 'host:fs01.contoso.com': 'pass' },
  },
  {
    name: 'not reached from one of two',
    evidence: [nodes, tried('fs01.contoso.com', true), tried('FS02.contoso.com', false)],
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 AD FS nodes', 'fs02.contoso.com'],
  },
  { name: 'not tried', evidence: [nodes, tried('fs01.contoso.com')], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'tried from another machine only',
    evidence: [tried('pc0417.contoso.com', false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
