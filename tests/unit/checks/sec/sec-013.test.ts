import check from '../../../../src-main/checks/sec/sec-013-weak-mappings.check';
import type { MappedAccount } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed } from '../check-cases';
import { pilotCases, pilotUser, pilotWith, sidOf, untoldPilot } from '../pilot-traits';

const mapped = (number: number, forms: MappedAccount['forms'], adminCount = false): MappedAccount => ({
  ...pilotUser(
    number,
    number === 3 ? { samAccountName: 'jörg.müller', userPrincipalName: 'jörg.müller@contoso.com' } : {},
  ),
  adminCount,
  forms,
});
const mappings = (weak: readonly MappedAccount[], countByForm: Record<string, number> = {}) =>
  pilotWith({ mappings: { countByForm, weak } });

describeCheck(check, [
  {
    name: 'no mapping',
    evidence: [mappings([])],
    outcome: 'pass',
    says: ['20 pilot users', 'none of them'],
    counts: { pass: 20 },
  },
  {
    name: 'strong mappings only',
    evidence: [mappings([], { 'issuer-serial': 4, 'subject-key-identifier': 1, 'public-key-hash': 1 })],
    outcome: 'pass',
    says: ['strong forms only'],
    differs: [],
  },
  { name: 'mappings of Kerberos names do not matter', evidence: [mappings([], { other: 3 })], outcome: 'pass' },
  ...(['issuer-subject', 'subject', 'rfc822'] as const).map((form) => ({
    name: `a weak mapping by ${form}`,
    evidence: [mappings([mapped(3, [form, 'issuer-serial'])], { [form]: 1, 'issuer-serial': 1 })],
    outcome: 'warning' as const,
    says: ['1 of 20 pilot users', 'jörg.müller@contoso.com'],
    objects: { [sidOf(3)]: 'warning' as const },
    counts: { pass: 19, warning: 1, fail: 0, unknown: 0 },
  })),
  {
    name: 'a weak mapping of a privileged account',
    evidence: [mappings([mapped(1, ['subject'], true), mapped(2, ['rfc822'])], { subject: 1, rfc822: 1 })],
    outcome: 'fail',
    severity: 'medium',
    says: ['2 of 20', '1 of them privileged: person1@contoso.com'],
    objects: { [sidOf(1)]: 'fail', [sidOf(2)]: 'warning' },
    notes: { [sidOf(1)]: 'a privileged account', [sidOf(2)]: 'mail address' },
    differs: ['Mapped by subject only', 'Mapped by mail address'],
  },
  {
    name: 'more accounts than are listed',
    evidence: [mappings([mapped(1, ['subject'])], { subject: 1500 })],
    outcome: 'warning',
    objects: { [sidOf(1)]: 'warning', 'further:contoso.com': 'unknown' },
  },
  {
    name: 'a second domain of which only names are known',
    evidence: [mappings([]), untoldPilot('emea.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 domain'],
  },
  {
    name: 'a second domain that was refused',
    evidence: [mappings([]), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases(),
]);
