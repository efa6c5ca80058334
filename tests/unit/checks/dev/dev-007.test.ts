import check from '../../../../src-main/checks/dev/dev-007-device-certificate.check';
import { describeCheck } from '../check-cases';
import { client, idOf, pc1, pc2, variant } from '../prv/clients';

const sound = {
  DeviceAuthStatus: 'SUCCESS',
  DeviceCertificateValidity: '[ 2026-10-28 06:41:10.000 UTC -- 2036-10-28 07:11:10.000 UTC ]',
  KeyProvider: 'Microsoft Platform Crypto Provider',
  TpmProtected: 'YES',
  KeySignTest: 'PASSED',
};
const until = (end: string): Readonly<Record<string, string>> => ({
  DeviceCertificateValidity: `[ 2016-10-28 06:41:10.000 UTC -- ${end} UTC ]`,
});

describeCheck(check, [
  { name: 'valid and in the TPM', evidence: [client(pc1, sound)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  {
    name: 'disabled',
    evidence: [
      client(pc1, sound),
      client(pc2, { ...sound, DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' }),
    ],
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 clients'],
  },
  { name: 'key test failed', evidence: [client(pc1, { ...sound, KeySignTest: 'FAILED' })], outcome: 'fail' },
  { name: 'ended', evidence: [client(pc1, { ...sound, ...until('2026-11-20 07:11:10.000') })], outcome: 'fail' },
  { name: 'ends soon', evidence: [client(pc1, { ...sound, ...until('2026-12-10 07:11:10.000') })], outcome: 'warning' },
  {
    name: 'software',
    evidence: [client(pc1, { ...sound, TpmProtected: 'NO', KeyProvider: 'Microsoft Software Key Storage Provider' })],
    outcome: 'warning',
  },
  {
    name: 'no status printed',
    evidence: [client(pc1, { ...sound, DeviceAuthStatus: undefined })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no device details', evidence: [client(pc1)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'not joined beside one that is',
    evidence: [client(pc1, sound), client(pc2, variant.notJoined)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
]);
