import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import type { CheckResult, Inputs } from '../define-check';
import { countOf, listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

const deviceClaims = [
  ['accounttype', claimType.accountType],
  ['onpremobjectguid', claimType.objectGuid],
  ['primarysid', claimType.primarySid],
] as const;

export const deviceClaimNeeds = ['adfs.entra-trust'] as const;

/** Whether the trust with Entra ID issues what tells computers apart (FED-020). */
export const judgeDeviceClaims = ({
  'adfs.entra-trust': trusts,
}: Inputs<(typeof deviceClaimNeeds)[number]>): CheckResult =>
  judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, judgeRules));

function judgeRules(rules: readonly ClaimRule[]): FarmVerdict {
  const found = deviceClaims.map(([name, type]) => ({
    name,
    rules: rulesIssuing(rules, type).filter((rule) => audienceOf(rule) !== 'others'),
  }));
  const missing = found.filter((claim) => claim.rules.length === 0).map(({ name }) => name);
  const doubled = found.filter((claim) => claim.rules.length > 1).map(({ name }) => name);
  const observations = found.map((claim) => ({
    label: `Claim ${claim.name} for computers`,
    observed: claim.rules.length === 0 ? 'no rule' : countOf(claim.rules.length, 'rule'),
    expected: '1 rule',
    matches: claim.rules.length === 1,
  }));
  if (missing.length > 0)
    return { outcome: 'fail', note: `The trust issues no ${listed(missing)} claim for computers.`, observations };
  if (doubled.length > 0)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `The trust issues ${listed(doubled)} by more than one rule; a token with the claim twice may be refused.`,
      observations,
    };
  return {
    outcome: 'pass',
    note: 'The trust issues accounttype, onpremobjectguid and primarysid for computers.',
    observations,
  };
}
