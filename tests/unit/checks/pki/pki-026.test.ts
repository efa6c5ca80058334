import check from '../../../../src-main/checks/pki/pki-026-whfb-agent-signature.check';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate, usage } from './templates';

const signatures = (raSignatures: number | undefined, raApplicationPolicies: readonly string[] = [usage.agent]) =>
  withTemplates(helloTemplate({ raSignatures, raApplicationPolicies }));

describeCheck(check, [
  {
    name: 'one signature of an agent',
    evidence: signatures(1),
    outcome: 'pass',
    says: ['1 signature of an enrolment agent'],
    objects: { [guid(101)]: 'pass' },
  },
  { name: 'agent among other policies', evidence: signatures(1, ['1.2.3.4', usage.agent]), outcome: 'pass' },
  {
    name: 'no signature (RA signature 0)',
    evidence: signatures(0),
    outcome: 'fail',
    severity: 'blocker',
    says: ['requires no signature'],
    differs: ['WHFBAuthentication'],
  },
  { name: 'two signatures', evidence: signatures(2), outcome: 'fail', says: ['2 signatures'] },
  {
    name: 'another policy',
    evidence: signatures(1, ['1.3.6.1.4.1.311.20.2.2']),
    outcome: 'fail',
    says: ['instead of Certificate Request Agent'],
  },
  { name: 'no policy', evidence: signatures(1, []), outcome: 'fail', says: ['names no policy'] },
  { name: 'number not returned', evidence: signatures(undefined), outcome: 'unknown', reason: 'access-denied' },
  ...absenceCases,
]);
