import check from '../../../../src-main/checks/sso/sso-001-entra-joined-need.check';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { ndesScope as scope } from './ndes';

const devices = (...trustTypes: readonly string[]) =>
  record('entra.devices', 'tenant', {
    devices: trustTypes.map((trustType, index) => ({ deviceId: guid(index), displayName: `PC${index}`, trustType })),
    complete: true,
  });
const answer = record('interview.answer', 'entra-joined-need', {
  question: 'entra-joined-need',
  answer: 'yes',
  saidBy: 'Imke Brandt',
  saidOn: '2026-11-20',
});

describeCheck(check, [
  { name: 'in scope and answered', scope, evidence: [devices('AzureAd'), answer], outcome: 'pass' },
  {
    name: 'in scope, not answered',
    scope,
    evidence: [devices('AzureAd')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'none in scope, none in the tenant', evidence: [devices('ServerAd')], outcome: 'not-applicable' },
  {
    name: 'none in scope, some in the tenant',
    evidence: [devices('AzureAd', 'AzureAd')],
    outcome: 'warning',
    says: ['2 devices'],
  },
  {
    name: 'none in scope, an empty list',
    evidence: [devices()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['came back empty'],
  },
  { name: 'none in scope, devices not read', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'none in scope, devices denied',
    evidence: [failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
