import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import { adfsAccounts, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { accountNames, adfsIsAuthority } from '../pki/adfs-enrolment';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from '../sec/judge-authority-settings';

export default defineCheck({
  id: 'RA-006',
  revision: 1,
  why: 'A CA that restricts enrolment agents refuses every request that AD FS signs, unless it is on the list.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  needs: [...authoritySettingNeeds, ...principalNeeds, ...adfsNeeds],
  appliesTo: adfsIsAuthority,
  evaluate(inputs, { scope }) {
    const principals = principalsOf(inputs, scope);
    const accounts = adfsAccounts(inputs, scope);
    return judgeAuthoritySettings(inputs, scope, (settings) => judgeRestriction(settings, accounts, principals), {
      noun: 'CA',
      fail: ['does not take requests signed by AD FS', 'do not take requests signed by AD FS'],
      warning: ['needs attention', 'need attention'],
      fine: 'none restricts enrolment agents, so AD FS may be one; what that opens is judged by SEC-003.',
      expected: 'no restriction, or one that names the AD FS account for the Hello template',
    });
  },
  remediation: {
    steps: [
      'In the properties of the CA, tab Enrollment Agents, add the AD FS service account with the Hello authentication template and the group of its users.',
      'Keep the restriction: it stops other agents (SEC-003).',
    ],
    command: 'certutil -getreg CA\\EnrollmentAgentRights',
    verify: 'The tab lists the AD FS service account with the template, and a pilot user gets a certificate.',
    revert: 'Take the entry off the list again.',
    right: 'CA administrator',
  },
});

function judgeRestriction(
  { enrollmentAgentRights: rights }: AuthoritySettings,
  accounts: readonly ServiceAccount[],
  principals: PrincipalView,
): Verdict {
  if (rights === undefined) return settingNotRead('The restriction of enrolment agents');
  if (rights === 'unrestricted') return { outcome: 'pass', note: 'Enrolment agents are not restricted.' };
  if (accounts.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Restricts enrolment agents, and the AD FS service account is not known.',
    };
  const tokens = accounts.map((account) => principals.tokenOf(account));
  const names = accountNames(accounts);
  const isNamed = (sids: ReadonlySet<string>): boolean =>
    !rights.hasDacl || rights.entries.some(({ allows, sid }) => allows && sids.has(sid));
  if (tokens.some(({ sids }) => isNamed(sids)))
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Restricts enrolment agents and names the AD FS service account (${names}); for which templates and users, only the tab Enrollment Agents shows.`,
    };
  return tokens.every(({ isComplete }) => isComplete)
    ? { outcome: 'fail', note: `Restricts enrolment agents without the AD FS service account (${names}).` }
    : {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `Restricts enrolment agents; whether a group on the list holds the AD FS service account (${names}) was not read.`,
      };
}
