import check from '../../../../src-main/checks/tru/tru-005-existing-enrolments.check';
import type { KeyHolder } from '../../../../src-shared/model/evidence/keys';
import { describeCheck, failed } from '../check-cases';
import { guid } from '../contoso';
import { helloKey, holder, keysOf, pilotCases, pilotWith, sidOf, untoldPilot } from '../pilot-traits';
import { clientWithoutCheck } from '../prv/clients';

const users = (holders: readonly KeyHolder[]) => pilotWith({ keys: keysOf(holders) });
const provisioned = (more = {}) =>
  clientWithoutCheck('PC0417.contoso.com', { DeviceId: guid(417), NgcSet: 'YES', ...more });

describeCheck(check, [
  {
    name: 'nobody is enrolled',
    evidence: [users([])],
    outcome: 'pass',
    says: ['None of 20 pilot users'],
    counts: { pass: 20 },
  },
  {
    name: 'a client that is not provisioned',
    evidence: [users([]), clientWithoutCheck('PC0417.contoso.com', { DeviceId: guid(417) })],
    outcome: 'pass',
  },
  { name: 'security keys are no Hello enrolment', evidence: [users([holder(1, [{ usage: 7 }])])], outcome: 'pass' },
  {
    name: 'users with keys',
    evidence: [
      users([holder(1, [helloKey(), helloKey({ created: '2025-03-01T10:00:00.000Z' })]), holder(2, [{ usage: 7 }])]),
    ],
    outcome: 'warning',
    severity: 'medium',
    says: ['2 Hello keys', 'person1', 'does not tell under which trust'],
    objects: { [sidOf(1)]: 'warning' },
    notes: { [sidOf(1)]: 'newest of 2026-11-02' },
    differs: ['Hello keys of pilot users in AD'],
  },
  {
    name: 'a provisioned client with a cloud ticket',
    evidence: [users([]), provisioned({ CloudTGT: 'YES' })],
    outcome: 'warning',
    says: ['1 client with a Hello container'],
    objects: { [guid(417)]: 'warning' },
    notes: { [guid(417)]: 'key trust or cloud Kerberos trust' },
  },
  {
    name: 'a domain of which only names are known',
    evidence: [users([]), untoldPilot('emea.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second domain that was refused',
    evidence: [users([]), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases(),
]);
