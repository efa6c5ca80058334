import check from '../../../../src-main/checks/sso/sso-015-certificate-setting.check';
import { describeCheck } from '../check-cases';
import { helloPolicies, helloPolicy, toGroup, toNobody } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const on = { usepassportforwork: 'true', usecertificateforonpremauth: 'true' };
const entraOnly = { joinTypes: { hybridJoined: false, entraJoined: true } };

describeCheck(check, [
  { name: 'not configured', scope, evidence: [helloPolicies(helloPolicy())], outcome: 'pass' },
  {
    name: 'off',
    scope,
    evidence: [helloPolicies(helloPolicy({ usecertificateforonpremauth: 'false' }))],
    outcome: 'pass',
  },
  { name: 'assigned to nobody', scope, evidence: [helloPolicies(helloPolicy(on, toNobody))], outcome: 'pass' },
  { name: 'on for everybody', scope, evidence: [helloPolicies(helloPolicy(on))], outcome: 'fail', severity: 'blocker' },
  {
    name: 'on for a group, hybrid as well',
    scope,
    evidence: [helloPolicies(helloPolicy(on, toGroup))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'on for a group, Entra joined only',
    scope: entraOnly,
    evidence: [helloPolicies(helloPolicy(on, toGroup))],
    outcome: 'fail',
  },
  { name: 'no Entra joined devices', evidence: [helloPolicies(helloPolicy(on))], outcome: 'not-applicable' },
]);
