import check from '../../../../src-main/checks/prv/prv-001-prerequisite-verdict.check';
import { describeCheck } from '../check-cases';
import { clientCases } from './client-cases';
import { client, clientWithoutCheck, idOf, pc1, pc2, pc3, variant } from './clients';

describeCheck(check, [
  {
    name: 'will provision',
    evidence: [client(pc1), client(pc2)],
    outcome: 'pass',
    says: ['2 clients checked'],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'the device id identifies the client',
    evidence: [client(pc1, { DeviceId: '5820FBE9-60c8-43b0-bb11-44aee233e4e7' })],
    outcome: 'pass',
    objects: { '5820fbe9-60c8-43b0-bb11-44aee233e4e7': 'pass' },
  },
  {
    name: 'provisioned, block gone',
    evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })],
    outcome: 'pass',
    notes: { [idOf(pc1)]: 'NgcSet YES' },
  },
  {
    name: 'write-back missing',
    evidence: [client(pc1), client(pc2, variant.writeBackMissing)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 clients will not provision', pc2],
    notes: { [idOf(pc2)]: 'AdfsRefreshToken, LogonCertTemplateReady' },
  },
  {
    name: 'registration authority not configured',
    evidence: [client(pc1, variant.authorityNotConfigured)],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'AdfsRaIsReady' },
  },
  {
    name: 'policy missing',
    evidence: [client(pc1, variant.policyMissing)],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'PolicyEnabled' },
  },
  { name: 'not joined', evidence: [client(pc1, variant.notJoined)], outcome: 'fail' },
  {
    name: 'no prerequisite check',
    evidence: [clientWithoutCheck(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['without elevation'],
  },
  {
    name: 'a check without verdict',
    evidence: [client(pc1, { PreReqResult: undefined })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'another verdict',
    evidence: [client(pc1, { PreReqResult: 'Perhaps' })],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [idOf(pc1)]: 'Perhaps' },
  },
  {
    name: 'a failure beside a remote session',
    evidence: [client(pc1), client(pc2, variant.writeBackMissing), client(pc3, variant.remoteSession)],
    outcome: 'fail',
    says: ['1 of 3 clients', '1 client could not be judged'],
  },
  ...clientCases(),
]);
