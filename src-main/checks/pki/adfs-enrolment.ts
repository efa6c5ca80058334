import type { SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { Scope } from '../../../src-shared/model/scope';
import type { PrincipalView } from '../../evidence/derived/principals';
import { accountToken, enrolmentRights } from '../../evidence/derived/template-token';
import { allOf } from '../../evidence/derived/template-traits';
import { listed } from '../wording';
import { fault, type TemplateVerdict } from './judge-templates';

/** Applies where AD FS takes the requests of hybrid joined devices. */
export const adfsIsAuthority = ({ joinTypes, registrationAuthority }: Scope): true | { readonly reason: string } =>
  (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
    reason: 'AD FS is not the registration authority of this scope.',
  };

/** Names of accounts for a sentence. */
export const accountNames = (accounts: readonly ServiceAccount[]): string =>
  listed(accounts.map(({ samAccountName }) => samAccountName));

/** Whether the account AD FS runs as may read and enrol a template; no verdict when it may. `accounts` are all that may be it. */
export function judgeAdfsEnrolment(
  descriptor: SecurityDescriptor,
  accounts: readonly ServiceAccount[],
  principals: PrincipalView,
): readonly TemplateVerdict[] {
  if (accounts.length === 0) return [notFound];
  const answers = accounts.map((account) => {
    const { read, enroll } = enrolmentRights(descriptor, accountToken(account, descriptor, principals));
    return allOf(read, enroll);
  });
  const names = accountNames(accounts);
  if (answers.every((answer) => answer === true)) return [];
  if (answers.every((answer) => answer === false))
    return [fault(`does not let the AD FS service account (${names}) read and enrol`, 'blocker')];
  if (accounts.length > 1) {
    const note = `lets only some of the accounts enrol that may be the AD FS service account (${names})`;
    return [{ outcome: 'unknown', reason: 'contradictory', note }];
  }
  const note = `names groups of which it was not read whether the AD FS service account (${names}) is in them`;
  return [{ outcome: 'unknown', reason: 'not-collected', note }];
}

const notFound: TemplateVerdict = {
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'cannot be held against the AD FS service account, because no account that was read has the SPN host/ of the federation service',
};
