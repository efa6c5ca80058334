import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { Trustee } from '../../evidence/derived/effective-rights';
import { type Outsider, outsidersAmong, outsidersInWords } from '../../evidence/derived/outsiders';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from './judge-authority-settings';

/** Manage CA, Issue and manage certificates; change of permissions or owner, and everything. */
const managing = 0x1 | 0x2 | 0x0004_0000 | 0x0008_0000 | 0x1000_0000;

export default defineCheck({
  id: 'SEC-005',
  revision: 1,
  why: 'Whoever manages a CA or its certificates approves his own requests and loosens its settings, and with that takes over the forest.',
  sources: ['https://learn.microsoft.com/defender-for-identity/security-assessment-edit-vulnerable-ca-setting'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [...authoritySettingNeeds, ...principalNeeds],
  evaluate(inputs, { scope }) {
    const principals = principalsOf(inputs, scope);
    return judgeAuthoritySettings(inputs, scope, (settings) => judgeRoles(settings, principals), {
      noun: 'CA',
      fail: ['can be managed by nearly everybody', 'can be managed by nearly everybody'],
      warning: ['can be managed from outside Tier 0', 'can be managed from outside Tier 0'],
      fine: 'only Tier 0 manages the CAs and their hosts.',
      expected: 'only Tier 0 manages the CA, its certificates and its host',
    });
  },
  remediation: {
    task: 'Close ESC7: leave the roles of the CA to Tier 0.',
    steps: [
      'On the tab Security of each CA leave Manage CA and Issue and Manage Certificates to Tier 0 only; AD FS needs neither.',
      'Trim the local group Administrators of the CA hosts, and administer them like domain controllers.',
    ],
    command: ['certutil -getreg CA\\Security', 'Get-LocalGroupMember -SID S-1-5-32-544'].join('\n'),
    verify: 'Both commands name accounts and groups of Tier 0 only.',
    revert: 'Grant the former rights on the tab Security again.',
    right: 'CA administrator, Administrator of the CA host',
  },
});

function judgeRoles({ security, localAdministratorSids }: AuthoritySettings, principals: PrincipalView): Verdict {
  if (security === undefined) return settingNotRead('The permissions of the CA');
  if (!security.hasDacl) return { outcome: 'fail', note: 'Has no permissions at all, so everybody manages it.' };
  // A deny entry may take some of it back; that somebody was meant to manage the CA is told all the same.
  const trustees: readonly Trustee[] = security.entries
    .filter(({ allows, mask, inheritOnly }) => allows && !inheritOnly && (mask & managing) !== 0)
    .map(({ sid, isConditional }) => ({
      sid,
      through: 'this-right',
      ...(isConditional === true ? { isConditional } : {}),
    }));
  const outsiders = outsidersAmong(trustees, principals);
  const onHost = hostOutsiders(localAdministratorSids ?? [], principals);
  const all = [...outsiders, ...onHost];
  const everybody = all.filter(({ sid }) => principals.isLowPrivileged(sid));
  if (everybody.length > 0) return { outcome: 'fail', note: `Managed by ${told(everybody)}.` };
  const sure = all.filter(({ isSure }) => isSure);
  if (sure.length > 0) return { outcome: 'warning', note: `Managed from outside Tier 0 by ${told(sure)}.` };
  if (outsiders.length > 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Whether ${told(outsiders)} ${outsiders.length === 1 ? 'belongs' : 'belong'} to Tier 0 was not read.`,
    };
  return localAdministratorSids === undefined
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Only Tier 0 manages the service; the administrators of its host were not read.',
      }
    : { outcome: 'pass', note: 'Only Tier 0 manages the service and its host.' };
}

/** Accounts of the machine itself are no principals of the directory and left aside. */
const hostOutsiders = (sids: readonly string[], principals: PrincipalView): readonly Outsider[] =>
  outsidersAmong(
    sids
      .filter((sid) => principals.isVisible(sid) || principals.isLowPrivileged(sid))
      .map((sid) => ({ sid, through: 'this-right' as const })),
    principals,
  );

const told = (outsiders: readonly Outsider[]): string =>
  listed(outsidersInWords(outsiders).map((text) => text.replace(/ \(this right\)$/u, '')));
