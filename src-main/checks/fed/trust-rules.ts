import type { AdfsEntraTrust } from '../../../src-shared/model/evidence/adfs-settings';
import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { trustRules } from '../../evidence/derived/entra-trust-claims';
import { type FarmVerdict, notReturned } from './judge-farms';

/** Judges the issuance rules of the trust with Entra ID; without a trust or readable rules there is nothing to judge. */
export function judgeTrustRules(
  trust: AdfsEntraTrust,
  judge: (rules: readonly ClaimRule[]) => FarmVerdict,
): FarmVerdict {
  if (trust.count === 0)
    return {
      outcome: 'not-applicable',
      note: 'AD FS has no trust with Entra ID, so there are no rules to judge; see FED-005.',
    };
  const rules = trustRules(trust);
  switch (rules.state) {
    case 'read':
      return { locate: 'issuanceTransformRules', ...judge(rules.rules) };
    case 'not-returned':
      return notReturned('IssuanceTransformRules of the trust');
    case 'unreadable':
      return {
        outcome: 'unknown',
        reason: 'unreadable',
        note: `The issuance rules of the trust cannot be read. ${rules.problem}.`,
      };
  }
}
