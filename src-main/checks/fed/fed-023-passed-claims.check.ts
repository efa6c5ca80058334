import type { Scope } from '../../../src-shared/model/scope';
import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

export default defineCheck({
  id: 'FED-023',
  revision: 1,
  why: 'Entra ID learns from these claims that AD FS asked for a second factor, and whether the user sits inside the corporate network.',
  sources: [
    'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-adfs',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-azure-ad-trust',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['adfs.entra-trust'],
  evaluate: ({ 'adfs.entra-trust': trusts }, { scope }) =>
    judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, (rules) => judgeRules(rules, scope.mfaRoute))),
  remediation: {
    task: 'Pass the claims for MFA and inside network through to Entra ID.',
    steps: [
      'Save the issuance rules of the trust first.',
      'Let Entra Connect reset the trust, or add rules that pass the claims on.',
    ],
    command: `c:[Type == "${claimType.authenticationMethods}"] => issue(claim = c);`,
    verify:
      'The sign-in log of Entra ID shows “MFA requirement satisfied by claim in the token” for a sign-in with second factor.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});

const optionalClaims = [
  ['insidecorporatenetwork', claimType.insideCorporateNetwork],
  ['psso', claimType.persistentSignOn],
] as const;

/** Only a route on which AD FS does the second factor depends on the first claim. */
function judgeRules(rules: readonly ClaimRule[], route: Scope['mfaRoute']): FarmVerdict {
  const passes = (type: string): boolean => rulesIssuing(rules, type).length > 0;
  const isFederated = route === 'adfs-azure-mfa' || route === 'adfs-third-party';
  const methods = passes(claimType.authenticationMethods);
  const missing = optionalClaims.filter(([, type]) => !passes(type)).map(([name]) => name);
  const observations = [
    {
      label: 'authnmethodsreferences',
      observed: methods ? 'passed on' : 'not passed on',
      expected: 'passed on',
      matches: methods,
    },
    ...optionalClaims.map(([name, type]) => ({
      label: name,
      observed: passes(type) ? 'passed on' : 'not passed on',
      expected: 'passed on',
      matches: passes(type),
    })),
  ];
  if (!methods && isFederated)
    return {
      outcome: 'fail',
      severity: 'high',
      note: 'AD FS is to do the second factor, but its trust does not pass on authnmethodsreferences, so Entra ID does not learn of it.',
      observations,
    };
  const all = methods ? missing : ['authnmethodsreferences', ...missing];
  if (all.length > 0)
    return { outcome: 'warning', note: `The trust with Entra ID does not pass on ${listed(all)}.`, observations };
  return {
    outcome: 'pass',
    note: 'The trust passes on authentication methods, network location and persistent sign-on.',
    observations,
  };
}
