import check from '../../../../src-main/checks/sec/sec-027-federation-monitoring.check';
import type { EntraFederationAudits } from '../../../../src-shared/model/evidence/entra-policies';
import { describeCheck, record } from '../check-cases';
import { answered } from '../mfa/answers';

const audits = (times: readonly string[], more: Partial<EntraFederationAudits> = {}) =>
  record('entra.federation-audits', 'tenant', {
    events: times.map((time) => ({
      activity: 'Set federation settings on domain',
      time,
      target: 'contoso.com',
      actor: 'admin@contoso.com',
    })),
    since: '2026-08-24T15:00:00Z',
    complete: true,
    ...more,
  });
const alert = (answer: string) => answered('federation-alert', answer);

describeCheck(check, [
  { name: 'an alert and no change', evidence: [audits([]), alert('yes')], outcome: 'pass' },
  {
    name: 'a change',
    evidence: [audits(['2026-11-10T08:00:00Z']), alert('yes')],
    outcome: 'warning',
    severity: 'medium',
    says: ['contoso.com, 2026-11-10'],
  },
  { name: 'an old change', evidence: [audits(['2026-06-10T08:00:00Z']), alert('yes')], outcome: 'pass' },
  { name: 'no alert', evidence: [audits([]), alert('no')], outcome: 'warning' },
  { name: 'not asked', evidence: [audits([])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a log without a beginning',
    evidence: [audits([], { since: '' }), alert('yes')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a log that was cut off',
    evidence: [audits([], { complete: false }), alert('yes')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
