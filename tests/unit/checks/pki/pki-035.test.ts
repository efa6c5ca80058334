import check from '../../../../src-main/checks/pki/pki-035-controller-callback.check';
import { describeCheck, failed, record } from '../check-cases';
import { authoritiesOf, authority, caGuid } from './authorities';
import { controllersOf, dc1, dc2 } from './controllers';

const host = 'ca01.contoso.com';
const ca = authoritiesOf([authority({ dnsHostName: host })]);
const tried = (...attempts: readonly (readonly [target: string, port: number, succeeded: boolean])[]) =>
  record('host.connectivity', host, {
    host,
    attempts: attempts.map(([target, port, succeeded]) => ({ kind: 'tcp', target, port, succeeded })),
  });
const requests = (status: number) =>
  record('ca.issued-certificates', 'Contoso Issuing CA 1', {
    authority: `${host}\\Contoso Issuing CA 1`,
    certificates: [],
    failures: [{ requester: 'CONTOSO\\DC01$', template: 'KerberosAuthentication', status }],
  });
const both = controllersOf([dc1, dc2]);

describeCheck(check, [
  {
    name: 'every controller answers',
    evidence: [ca, both, tried([dc1, 445, true], [dc2, 445, true], [dc1, 135, false])],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
  },
  { name: 'controllers not listed', evidence: [ca, tried([dc1, 445, true])], outcome: 'pass' },
  {
    name: 'one blocked',
    evidence: [ca, both, tried([dc1, 445, true], [dc2, 445, false])],
    outcome: 'fail',
    severity: 'medium',
    says: [dc2],
  },
  { name: 'one not tried', evidence: [ca, both, tried([dc1, 445, true])], outcome: 'unknown', reason: 'not-collected' },
  { name: 'none tried', evidence: [ca, tried()], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'refused requests',
    evidence: [ca, tried([dc1, 445, true]), requests(0x8007_06ba)],
    outcome: 'fail',
    says: ['1 request', 'CONTOSO\\DC01$'],
  },
  {
    name: 'requests refused for another reason',
    evidence: [ca, tried([dc1, 445, true]), requests(0x8009_4012)],
    outcome: 'pass',
  },
  { name: 'nothing from the CA', evidence: [ca, both], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'denied on the CA',
    evidence: [ca, failed('host.connectivity', host, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'no CA', evidence: [authoritiesOf([])], outcome: 'unknown', reason: 'not-collected' },
]);
