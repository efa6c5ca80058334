import check from '../../../../src-main/checks/prv/prv-007-enrolment-authority.check';
import { describeCheck } from '../check-cases';
import { clientCases } from './client-cases';
import { bothJoinTypes, client, clientWithoutCheck, idOf, pc1, pc2, variant } from './clients';

const scep = { ...bothJoinTypes, registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' } } as const;

describeCheck(check, [
  { name: 'AD FS', evidence: [client(pc1)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  { name: 'provisioned', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })], outcome: 'pass' },
  {
    name: 'none',
    evidence: [client(pc1, variant.withoutCertificatePolicy)],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [idOf(pc1)]: 'none' },
  },
  { name: 'Intune on a hybrid joined client', evidence: [client(pc1, variant.scep)], outcome: 'fail' },
  {
    name: 'Intune on an Entra joined client',
    scope: scep,
    evidence: [client(pc1), client(pc2, { ...variant.entraJoined, ...variant.scep })],
    outcome: 'pass',
  },
  {
    name: 'AD FS on an Entra joined client',
    scope: scep,
    evidence: [client(pc2, variant.entraJoined)],
    outcome: 'fail',
  },
  {
    name: 'another word',
    evidence: [client(pc1, { CertEnrollment: 'carrier pigeon' })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  { name: 'no line', evidence: [clientWithoutCheck(pc1)], outcome: 'unknown', reason: 'not-collected' },
  ...clientCases(),
]);
