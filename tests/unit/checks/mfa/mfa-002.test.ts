import check from '../../../../src-main/checks/mfa/mfa-002-federated-mfa-behaviour.check';
import type { Scope } from '../../../../src-shared/model/scope';
import { describeCheck } from '../check-cases';
import { federation } from '../fed/entra-domains';

const behaving = (federatedIdpMfaBehavior: string) => [federation('contoso.com', { federatedIdpMfaBehavior })];
const atAdfs: Partial<Scope> = { mfaRoute: 'adfs-azure-mfa' };

describeCheck(check, [
  {
    name: 'Entra MFA, reject',
    evidence: behaving('rejectMfaByFederatedIdp'),
    outcome: 'pass',
    objects: { 'entra-domain:contoso.com': 'pass' },
  },
  {
    name: 'Entra MFA, accept',
    evidence: behaving('acceptIfMfaDoneByFederatedIdp'),
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'Entra MFA, enforce', evidence: behaving('enforceMfaByFederatedIdp'), outcome: 'fail', severity: 'high' },
  { name: 'AD FS, enforce', scope: atAdfs, evidence: behaving('enforceMfaByFederatedIdp'), outcome: 'pass' },
  { name: 'AD FS, accept', scope: atAdfs, evidence: behaving('acceptIfMfaDoneByFederatedIdp'), outcome: 'pass' },
  { name: 'AD FS, reject', scope: atAdfs, evidence: behaving('rejectMfaByFederatedIdp'), outcome: 'fail' },
  { name: 'not set', evidence: [federation()], outcome: 'unknown', reason: 'not-collected', says: ['SupportsMfa'] },
  { name: 'a value of the future', evidence: behaving('unknownFutureValue'), outcome: 'unknown', reason: 'unreadable' },
]);
