import check from '../../../../src-main/checks/prv/prv-006-certificate-template-ready.check';
import { describeCheck } from '../check-cases';
import { clientCases } from './client-cases';
import { client, clientWithoutCheck, idOf, pc1, pc2, variant } from './clients';

describeCheck(check, [
  { name: 'ready', evidence: [client(pc1)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  { name: 'provisioned', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })], outcome: 'pass' },
  {
    name: 'no policy',
    evidence: [client(pc1), client(pc2, variant.writeBackMissing)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 clients'],
    notes: { [idOf(pc2)]: 'StateNoPolicy' },
  },
  {
    name: 'no permission',
    evidence: [client(pc1, { LogonCertTemplateReady: 'NO ( StateNoPermission )' })],
    outcome: 'fail',
  },
  {
    name: 'the key path has no such line',
    evidence: [client(pc1, variant.withoutCertificatePolicy)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no answer',
    evidence: [client(pc1, { LogonCertTemplateReady: '?' })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  ...clientCases(),
]);
