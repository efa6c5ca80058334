import check from '../../../../src-main/checks/prv/prv-014-line-of-sight.check';
import { describeCheck, failed, record } from '../check-cases';
import { answered } from '../mfa/answers';
import { attempts, locator, system } from './client-hosts';
import { client, idOf, pc1, pc2 } from './clients';

const service = record('adfs.openid-configuration', 'fs.contoso.com', { host: 'fs.contoso.com', answers: [] });
const https = (succeeded: boolean) => ({ kind: 'https', target: 'FS.contoso.com', port: 443, succeeded }) as const;
const said = (answer: string) => answered('remote-connection', answer);

describeCheck(check, [
  {
    name: 'a domain controller found, and a token of AD FS',
    evidence: [client(pc1), attempts(pc1, locator(true))],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  { name: 'both tried', evidence: [system(pc1), service, attempts(pc1, locator(true), https(true))], outcome: 'pass' },
  {
    name: 'AD FS tried without success counts more than an old token',
    evidence: [client(pc1), service, attempts(pc1, locator(true), https(false))],
    outcome: 'fail',
    severity: 'high',
    says: ['AD FS'],
  },
  {
    name: 'no domain controller',
    evidence: [client(pc1), client(pc2), attempts(pc1, locator(true)), attempts(pc2, locator(false))],
    outcome: 'fail',
    says: [pc2, 'a domain controller'],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail' },
  },
  {
    name: 'no domain controller, but a VPN of the user',
    evidence: [client(pc1), attempts(pc1, locator(false)), said('user-vpn')],
    outcome: 'warning',
    objects: { [idOf(pc1)]: 'warning', 'answer:remote-connection': 'warning' },
  },
  {
    name: 'no domain controller where a VPN should be there before sign-in',
    evidence: [client(pc1), attempts(pc1, locator(false)), said('always-on')],
    outcome: 'fail',
  },
  {
    name: 'no token of AD FS says nothing about the way there',
    evidence: [client(pc1, { EnterprisePrt: 'NO' }), attempts(pc1, locator(true))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'nothing looked for',
    evidence: [system(pc1), attempts(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'attempts of a server do not count',
    evidence: [system('fs01.contoso.com', { role: 'adfs' }), attempts('fs01.contoso.com', locator(false))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'on site, said', evidence: [said('on-site')], outcome: 'pass', says: ['Imke Brandt'] },
  { name: 'always on, said', evidence: [said('always-on')], outcome: 'pass' },
  { name: 'VPN of the user, said', evidence: [said('user-vpn')], outcome: 'warning' },
  { name: 'neither, said', evidence: [said('none')], outcome: 'fail' },
  { name: 'another answer', evidence: [said('carrier pigeon')], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'denied',
    evidence: [failed('host.connectivity', pc1, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);
