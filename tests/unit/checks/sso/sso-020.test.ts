import check from '../../../../src-main/checks/sso/sso-020-web-sign-in-addresses.check';
import { describeCheck } from '../check-cases';
import { domains, entraDomain, federation } from '../fed/entra-domains';
import { helloPolicies, helloPolicy, toGroup } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const allowing = (value: string, more = {}) =>
  helloPolicies(helloPolicy({ configurewebsigninallowedurls: value }, more));
const federated = domains(entraDomain('contoso.com'));

describeCheck(check, [
  {
    name: 'allowed',
    scope,
    evidence: [federated, federation(), allowing('mfa.contoso.com;FS.contoso.com')],
    outcome: 'pass',
    says: ['fs.contoso.com'],
  },
  {
    name: 'another host',
    scope,
    evidence: [federated, federation(), allowing('login.contoso.com')],
    outcome: 'fail',
    severity: 'medium',
  },
  { name: 'no policy', scope, evidence: [federated, federation(), helloPolicies(helloPolicy())], outcome: 'fail' },
  {
    name: 'a group',
    scope,
    evidence: [federated, federation(), allowing('fs.contoso.com', toGroup)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the host of AD FS not known',
    scope,
    evidence: [federated, allowing('fs.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'nothing federated',
    scope,
    evidence: [domains(entraDomain('contoso.com', 'Managed')), allowing('x')],
    outcome: 'not-applicable',
  },
  { name: 'no Entra joined devices', evidence: [federated, allowing('x')], outcome: 'not-applicable' },
]);
