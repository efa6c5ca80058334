import type { AdfsEntraTrust } from '../../../src-shared/model/evidence/adfs-settings';
import { type ClaimRule, parseClaimRules } from '../../evidence/claim-rules/parse-claim-rules';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms } from '../fed/judge-farms';
import { listed } from '../wording';

export default defineCheck({
  id: 'MFA-009',
  revision: 1,
  why: 'Registration and token requests run in the background; a rule that wants a second factor from everybody stops them, because nobody can answer.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/access-control-policies-in-ad-fs',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: ['adfs.entra-trust', 'adfs.authentication-policy?'],
  evaluate: ({ 'adfs.entra-trust': trusts, 'adfs.authentication-policy': policies }) =>
    judgeFarms(trusts.records, ({ target, data }) => {
      const policy = policies.records.find((record) => isSameHost(record.target, target));
      return judgeRules(data, policy?.data.additionalAuthenticationRules);
    }),
  remediation: {
    task: 'Keep MFA of AD FS from blocking registration.',
    steps: [
      'Make the rule conditional: ask from outside the network, or for a group of users.',
      'Leave members of Domain Computers and the WS-Trust addresses of registration out.',
    ],
    command: [
      'Get-AdfsAdditionalAuthenticationRule',
      '(Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline) | Format-List AccessControlPolicyName, AdditionalAuthenticationRules, AlwaysRequireAuthentication',
    ].join('\n'),
    verify: 'A computer registers, and `dsregcmd /status` shows EnterprisePrt : YES.',
    revert: 'Set the former rules.',
    right: 'AD FS administrator',
  },
});

function judgeRules(trust: AdfsEntraTrust, globalRules: string | undefined): FarmVerdict {
  if (trust.count === 0) return { outcome: 'not-applicable', note: 'AD FS has no trust with Entra ID; see FED-005.' };
  const texts = [
    { place: 'the trust with Entra ID', text: trust.additionalAuthenticationRules },
    { place: 'the whole farm', text: globalRules },
  ];
  const read = texts.map(({ place, text }) => ({ place, rules: text === undefined ? undefined : rulesIn(text) }));
  const unreadable = read.filter(({ rules }) => rules === 'unreadable').map(({ place }) => place);
  const unconditional = read
    .filter(({ rules }) => Array.isArray(rules) && rules.some(({ conditions }) => conditions.length === 0))
    .map(({ place }) => place);
  if (unconditional.length > 0)
    return {
      outcome: 'warning',
      note: `A rule of ${listed(unconditional)} asks everybody for a second factor, computers included.`,
    };
  if (trust.alwaysRequireAuthentication === true)
    return {
      outcome: 'warning',
      note: 'The trust with Entra ID asks for a new sign-in every time, which background requests cannot give.',
    };
  if (unreadable.length > 0)
    return { outcome: 'unknown', reason: 'unreadable', note: `The rules of ${listed(unreadable)} cannot be read.` };
  const missing = read.filter(({ rules }) => rules === undefined).map(({ place }) => place);
  if (missing.length > 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `The rules for a second factor of ${listed(missing)} were not read.`,
    };
  if (trust.accessControlPolicy !== undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The trust has an access control policy, whose content the export does not hold; look whether it asks computers or the intranet for a second factor.',
    };
  return { outcome: 'pass', note: 'No rule asks everybody for a second factor.' };
}

function rulesIn(text: string): readonly ClaimRule[] | 'unreadable' {
  try {
    return parseClaimRules(text);
  } catch {
    return 'unreadable';
  }
}
