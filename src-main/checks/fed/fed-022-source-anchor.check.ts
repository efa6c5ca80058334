import type { ClaimRule } from '../../evidence/claim-rules/parse-claim-rules';
import { audienceOf, claimType, rulesIssuing } from '../../evidence/derived/entra-trust-claims';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { judgeTrustRules } from './trust-rules';

const anchorParameter = 'Microsoft.SynchronizationOption.AnchorAttribute';

export default defineCheck({
  id: 'FED-022',
  revision: 1,
  why: 'Entra ID joins the computer that registers to the synchronised one by its source anchor; without it there are two objects or an unlinked one.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual'],
  needs: ['adfs.entra-trust', 'connect.settings?'],
  evaluate({ 'adfs.entra-trust': trusts, 'connect.settings': settings }) {
    const anchors = settings.records.flatMap(({ data }) => data.parameters[anchorParameter] ?? []);
    return judgeFarms(trusts.records, ({ data }) => judgeTrustRules(data, (rules) => judgeRules(rules, anchors)));
  },
  remediation: {
    steps: [
      'Save the issuance rules of the trust first.',
      'Add the rule of the manual guide that issues ImmutableID from objectGUID for members of Domain Computers, or let Entra Connect reset the trust.',
    ],
    verify: 'A newly registered computer appears once in Entra ID, with its on-premises SID.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});

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
