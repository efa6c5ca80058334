import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import type { CheckResult, Inputs } from '../define-check';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

const anchorParameter = 'Microsoft.SynchronizationOption.AnchorAttribute';

export const sourceAnchorNeeds = ['adfs.entra-trust', 'connect.settings?'] as const;

/** Whether the trust issues the source anchor of computers (FED-022). */
export function judgeSourceAnchor({
  'adfs.entra-trust': trusts,
  'connect.settings': settings,
}: Inputs<(typeof sourceAnchorNeeds)[number]>): CheckResult {
  const anchors = settings.records.flatMap(({ data }) => data.parameters[anchorParameter] ?? []);
  return judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, (rules) => judgeRules(rules, anchors)));
}

function judgeRules(rules: readonly ClaimRule[], anchors: readonly string[]): FarmVerdict {
  const issuing = rulesIssuing(rules, claimType.immutableId);
  const forComputers = issuing.filter((rule) => audienceOf(rule) === 'computers');
  const forOthers = issuing.filter((rule) => audienceOf(rule) !== 'computers');
  const observations = [
    { label: 'ImmutableID for users', observed: forOthers.length > 0 ? 'issued' : 'not issued' },
    {
      label: 'ImmutableID for computers',
      observed: forComputers.length > 0 ? 'issued' : 'not issued',
      ...(forOthers.length > 0 ? { expected: 'issued', matches: forComputers.length > 0 } : {}),
    },
  ];
  if (issuing.length === 0)
    return {
      outcome: 'pass',
      note: 'The trust issues ImmutableID to nobody, so computers need no rule of their own.',
      observations,
    };
  if (forComputers.length === 0 && forOthers.every((rule) => audienceOf(rule) === 'others'))
    return { outcome: 'fail', note: 'The trust issues ImmutableID for users, but not for computers.', observations };
  const different = anchors.filter((anchor) => !forOthers.some(({ action }) => readsAttribute(action.query, anchor)));
  const [anchor] = different;
  const isKnown = forOthers.some(({ action }) => action.query !== undefined);
  if (anchor !== undefined && isKnown)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `Entra Connect takes ${anchor} as source anchor, but the rule for users reads another attribute.`,
      observations,
    };
  return { outcome: 'pass', note: 'The trust issues ImmutableID for computers as it does for users.', observations };
}

const readsAttribute = (query: string | undefined, attribute: string): boolean =>
  (query ?? '').toLowerCase().includes(attribute.toLowerCase());
