import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import type { CheckResult, Inputs } from '../define-check';
import { notApplicable } from '../result';
import { countOf, listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

export const issuerIdNeeds = ['adfs.entra-trust', 'entra.domains', 'entra.federation-configuration?'] as const;

/** Whether users and computers each get one issuer of several federated domains (FED-021). */
export function judgeIssuerIds({
  'adfs.entra-trust': trusts,
  'entra.domains': domains,
  'entra.federation-configuration': federations,
}: Inputs<(typeof issuerIdNeeds)[number]>): CheckResult {
  const roots = domains.records
    .flatMap(({ data }) => data.domains)
    .filter(({ authenticationType, isRoot, isVerified }) => authenticationType === 'Federated' && isRoot && isVerified)
    .map(({ id }) => id);
  if (roots.length < 2)
    return notApplicable({
      summary: `Entra ID has ${roots.length === 0 ? 'no federated domain' : 'a single federated domain'}, so computers need not say which one vouches for them.`,
    });
  const issuers = federations.records.map(({ data }) => data.issuerUri);
  return judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, (rules) => judgeRules(rules, roots, issuers)));
}

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
