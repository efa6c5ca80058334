import check from '../../../../src-main/checks/fed/fed-027-farm-availability.check';
import { describeCheck, record } from '../check-cases';
import { farm, farmId } from './farm-settings';

const nodes = (...hosts: readonly string[]) =>
  farm('adfs.farm-information', { nodes: hosts.map((host) => ({ host })) });
const proxy = (...servers: readonly string[]) =>
  record('adfs.web-application-proxy', 'wap01', { host: 'wap01', servers, healthProblems: [] });

describeCheck(check, [
  { name: 'two nodes', evidence: [nodes('fs01', 'fs02')], outcome: 'pass', objects: { [farmId]: 'pass' } },
  {
    name: 'two nodes, two proxies',
    evidence: [nodes('fs01', 'fs02'), proxy('WAP01', 'wap02')],
    outcome: 'pass',
    says: ['2 proxies'],
  },
  { name: 'one node', evidence: [nodes('fs01')], outcome: 'warning', severity: 'medium' },
  { name: 'one proxy', evidence: [nodes('fs01', 'fs02'), proxy()], outcome: 'warning', says: ['single proxy'] },
  { name: 'no node named', evidence: [nodes()], outcome: 'unknown', reason: 'not-collected' },
]);
