import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import { defineCheck } from '../define-check';
import { countOf, listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

const deviceClaims = [
  ['accounttype', claimType.accountType],
  ['onpremobjectguid', claimType.objectGuid],
  ['primarysid', claimType.primarySid],
] as const;

export default defineCheck({
  id: 'FED-020',
  revision: 1,
  why: 'Entra ID registers a domain computer only when its token says that it is one, with its object GUID and SID.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual'],
  needs: ['adfs.entra-trust'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope, so computers need no claims.' },
  evaluate: ({ 'adfs.entra-trust': trusts }) =>
    judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, judgeRules)),
  remediation: {
    steps: [
      'Save the rules first: `(Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline).IssuanceTransformRules | Set-Content rules.txt`.',
      'Run “Configure device options”, “Configure Hybrid Azure AD join” in Entra Connect; it adds the rules.',
      'Or add the three rules of the manual guide by hand.',
    ],
    verify: 'A computer registers without error events 304 and 305 in the User Device Registration log.',
    revert: 'Set the saved rules with `Set-AdfsRelyingPartyTrust -IssuanceTransformRules`.',
    right: 'AD FS administrator',
  },
});

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
