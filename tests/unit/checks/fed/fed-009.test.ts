import check from '../../../../src-main/checks/fed/fed-009-node-releases.check';
import { describeCheck, record } from '../check-cases';
import { farm } from './farm-settings';

const node = (host: string, build?: number, revision?: number) =>
  record('host.system', host, {
    host,
    role: 'adfs',
    ...(build === undefined ? {} : { build }),
    ...(revision === undefined ? {} : { revision }),
  });
const nodes = farm('adfs.farm-information', {
  behaviorLevel: 4,
  nodes: [{ host: 'fs01.contoso.com' }, { host: 'fs02.contoso.com' }],
});

describeCheck(check, [
  {
    name: 'Windows Server 2022',
    evidence: [node('fs01.contoso.com', 20348, 2849)],
    outcome: 'pass',
    objects: { 'host:fs01.contoso.com': 'pass' },
  },
  {
    name: 'both nodes',
    evidence: [nodes, node('fs01.contoso.com', 20348), node('FS02.contoso.com', 20348)],
    outcome: 'pass',
    says: ['All 2'],
  },
  {
    name: 'one node was not read',
    evidence: [nodes, node('fs01.contoso.com', 20348)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fs02.contoso.com'],
  },
  {
    name: '2016 with the update',
    evidence: [node('fs01.contoso.com', 14393, 2155)],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: '2016 before the update',
    evidence: [node('fs01.contoso.com', 14393, 2154)],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: '2016 without revision',
    evidence: [node('fs01.contoso.com', 14393)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: '2012 R2',
    evidence: [node('fs01.contoso.com', 9600, 21_000), node('fs02.contoso.com', 20348)],
    outcome: 'fail',
    says: ['1 of 2'],
  },
  { name: 'no build', evidence: [node('fs01.contoso.com')], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'only other machines',
    evidence: [record('host.system', 'ca01', { host: 'ca01', role: 'ca', build: 9600 })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
