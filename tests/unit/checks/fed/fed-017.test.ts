import check from '../../../../src-main/checks/fed/fed-017-service-principal-name.check';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { federation } from './entra-domains';
import { farmId } from './farm-settings';
import { serviceAccount } from './service-accounts';

const accounts = (...list: readonly ServiceAccount[]) => record('ad.service-accounts', forest, { accounts: list });
const own = serviceAccount({ servicePrincipalNames: ['HOST/fs.contoso.com', 'http/fs.contoso.com'] });
const other = serviceAccount({
  samAccountName: 'svc-old',
  objectSid: 'S-1-5-21-1-2-3-9',
  servicePrincipalNames: ['host/fs.contoso.com'],
});

describeCheck(check, [
  { name: 'one account', evidence: [accounts(own), federation()], outcome: 'pass', objects: { [farmId]: 'pass' } },
  {
    name: 'two accounts',
    evidence: [accounts(own, other), federation()],
    outcome: 'fail',
    severity: 'high',
    says: ['adfssvc$ and svc-old'],
  },
  {
    name: 'no account',
    evidence: [accounts(serviceAccount({ servicePrincipalNames: [] })), federation()],
    outcome: 'fail',
  },
  {
    name: 'http only',
    evidence: [accounts(serviceAccount({ servicePrincipalNames: ['http/fs.contoso.com'] })), federation()],
    outcome: 'warning',
  },
  {
    name: 'a disabled account',
    evidence: [accounts({ ...own, enabled: false }), federation()],
    outcome: 'fail',
    says: ['disabled'],
  },
  {
    name: 'the name is that of the service connected to, in other letters',
    evidence: [accounts(own), record('adfs.endpoints', 'FS.contoso.com', { host: 'FS.contoso.com', answers: [] })],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'the name is that of a service that did not answer',
    evidence: [accounts(own), failed('adfs.tls', 'fs.contoso.com', 'unreachable')],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'so it is when it was asked from outside',
    evidence: [accounts(other, own), failed('adfs.tls', 'fs.contoso.com from outside', 'unreachable')],
    outcome: 'fail',
  },
  {
    name: 'documents decide before the address that was given',
    evidence: [accounts(own), federation(), failed('adfs.tls', 'lb01.contoso.com', 'unreachable')],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'a file that could not be read names no service',
    evidence: [accounts(own), failed('adfs.openid-configuration', 'backup.contoso.com', 'unreadable')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'name not known', evidence: [accounts(own)], outcome: 'unknown', reason: 'not-collected' },
]);
