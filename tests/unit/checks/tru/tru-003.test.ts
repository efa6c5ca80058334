import { expect, it } from 'vitest';
import check from '../../../../src-main/checks/tru/tru-003-key-trust.check';
import { answered, tooOld } from '../answers';
import { describeCheck, judge } from '../check-cases';
import { controllers } from './cloud-trust-evidence';

const rejected = answered('key-trust', 'rejected');

describeCheck(check, [
  { name: 'rejected', evidence: [rejected], outcome: 'info', severity: 'info', says: ['rejected'] },
  {
    name: 'preferred',
    evidence: [answered('key-trust', 'preferred')],
    outcome: 'info',
    says: ['cloud Kerberos trust serves as well'],
  },
  {
    name: 'not compared',
    evidence: [answered('key-trust', 'not-compared')],
    outcome: 'info',
    says: ['was not compared', 'cloud Kerberos trust is preferred'],
  },
  { name: 'not asked', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'another question only',
    evidence: [answered('adfs-plan', 'keep')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('key-trust', 'rejected'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

it('tells how many domain controllers accept keys', () => {
  const finding = judge(check, { evidence: [rejected, controllers({ DC1: 20_348, DC2: 9600, DC3: undefined })] });
  expect(finding.observations.map(({ observed }) => observed)).toContain(
    '1 of 3 writable ones run Windows Server 2016 or later',
  );
});
