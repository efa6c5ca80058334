import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import { defineCheck } from '../define-check';
import { notApplicable } from '../result';
import { countOf, listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

export default defineCheck({
  id: 'FED-021',
  revision: 1,
  why: 'With several federated domains Entra ID refuses the token of a computer that does not say which domain vouches for it.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-install-multiple-domains',
  ],
  needs: ['adfs.entra-trust', 'entra.domains', 'entra.federation-configuration?'],
  evaluate({ 'adfs.entra-trust': trusts, 'entra.domains': domains, 'entra.federation-configuration': federations }) {
    const roots = domains.records
      .flatMap(({ data }) => data.domains)
      .filter(
        ({ authenticationType, isRoot, isVerified }) => authenticationType === 'Federated' && isRoot && isVerified,
      )
      .map(({ id }) => id);
    if (roots.length < 2)
      return notApplicable({
        summary: `Entra ID has ${roots.length === 0 ? 'no federated domain' : 'a single federated domain'}, so computers need not say which one vouches for them.`,
      });
    const issuers = federations.records.map(({ data }) => data.issuerUri);
    return judgeFarms(trusts.records, ({ data }) =>
      judgeTrustRules(data, (rules) => judgeRules(rules, roots, issuers)),
    );
  },
  remediation: {
    steps: [
      'Save the issuance rules of the trust first.',
      'Let Entra Connect reset the trust; it writes the issuerid rules for several domains.',
      'Or add one rule for computers with the fixed issuer of one verified domain, and restrict the rule for users to accounts that are not of the type DJ.',
    ],
    verify: 'Users of each domain sign in, and a computer registers.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});

/** Rules by whom they are for; one for everybody would give computers two claims when they have one of their own. */
function judgeRules(rules: readonly ClaimRule[], roots: readonly string[], issuers: readonly string[]): FarmVerdict {
  const issuing = rulesIssuing(rules, claimType.issuerId);
  const count = (audience: ReturnType<typeof audienceOf>): number =>
    issuing.filter((rule) => audienceOf(rule) === audience).length;
  const forComputers = count('computers') + count('everybody');
  const forUsers = count('others') + count('everybody');
  const observations = [
    {
      label: 'issuerid rules that reach computers',
      observed: String(forComputers),
      expected: '1',
      matches: forComputers === 1,
    },
    { label: 'issuerid rules that reach users', observed: String(forUsers), expected: '1', matches: forUsers === 1 },
  ];
  const lead = `${countOf(roots.length, 'federated domain')} (${listed(roots)})`;
  if (forComputers === 0 || forUsers === 0)
    return {
      outcome: 'fail',
      note: `Entra ID has ${lead}, but the trust issues no issuerid for ${forComputers === 0 ? 'computers' : 'users'}.`,
      observations,
    };
  if (forComputers > 1 || forUsers > 1)
    return {
      outcome: 'fail',
      note: `The trust issues issuerid to ${forComputers > 1 ? 'computers' : 'users'} by ${Math.max(forComputers, forUsers)} rules; two different values make Entra ID refuse the token.`,
      observations,
    };
  const fixed = issuing.find((rule) => audienceOf(rule) === 'computers')?.action.value;
  if (fixed !== undefined && issuers.length > 0 && !issuers.some((issuer) => isSameIssuer(issuer, fixed)))
    return {
      outcome: 'fail',
      note: `Computers are vouched for by ${fixed}, which is the issuer of no federated domain that was read.`,
      observations,
    };
  return {
    outcome: 'pass',
    note: `Entra ID has ${lead}, and users and computers each get one issuerid.`,
    observations,
  };
}

const isSameIssuer = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/\/$/u, '') === other.toLowerCase().replace(/\/$/u, '');
