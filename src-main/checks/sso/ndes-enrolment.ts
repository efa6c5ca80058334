import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { PrincipalView } from '../../evidence/derived/principals';
import { enrolleesOf } from '../../evidence/derived/template-enrolment';
import { accountToken, enrolmentRights } from '../../evidence/derived/template-token';
import { allOf } from '../../evidence/derived/template-traits';
import { fault, notReturned, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';

/**
 * Whether the NDES account, and besides Tier 0 nobody else, may read and enrol a template; no verdict when it is so. `accounts` are all that may be it.
 */
export function judgeNdesEnrolment(
  template: CertificateTemplate,
  accounts: readonly ServiceAccount[],
  principals: PrincipalView,
): readonly TemplateVerdict[] {
  const { securityDescriptor } = template;
  const enrollees = enrolleesOf(template, principals);
  if (securityDescriptor === undefined || enrollees === undefined) return [notReturned('nTSecurityDescriptor')];
  const own = new Set(accounts.flatMap((account) => [...principals.tokenOf(account).sids]));
  const wide = enrollees.filter(({ reach }) => reach === 'everybody');
  const others = enrollees.filter(({ sid, reach }) => reach !== 'everybody' && reach !== 'privileged' && !own.has(sid));
  const names = (some: typeof enrollees): string => listed(some.map(({ title }) => title));
  const ofOthers =
    accounts.length === 0
      ? unclearOthers(names(others))
      : fault(`lets ${names(others)} enrol besides the NDES account`, 'high');
  return [
    ...(wide.length > 0 ? [fault(`lets ${names(wide)} enrol`, 'high')] : []),
    ...(others.length > 0 ? [ofOthers] : []),
    ...(wide.length === 0 && others.length === 0 && accounts.length === 0
      ? [fault('lets nobody besides Tier 0 enrol, so not NDES')]
      : []),
    ...accounts.flatMap((account): readonly TemplateVerdict[] => {
      const rights = enrolmentRights(securityDescriptor, accountToken(account, securityDescriptor, principals));
      const mayEnrol = allOf(rights.read, rights.enroll);
      if (mayEnrol === true) return [];
      if (mayEnrol === false) return [fault(`does not let the NDES account ${account.samAccountName} read and enrol`)];
      const note = `names groups of which it was not read whether the NDES account ${account.samAccountName} is in them`;
      return [{ outcome: 'unknown', reason: 'not-collected', note }];
    }),
  ];
}

const unclearOthers = (names: string): TemplateVerdict => ({
  outcome: 'unknown',
  reason: 'not-collected',
  note: `lets ${names} enrol, and no NDES account was found to hold that against (SSO-009)`,
});
