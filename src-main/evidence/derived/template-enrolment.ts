import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { autoEnrollRight, enrollRight, type Right, trusteesWith } from './effective-rights';
import type { PrincipalView } from './principals';

/** Somebody a template lets enrol. */
export interface Enrollee {
  readonly sid: string;
  /** Name for a person. */
  readonly title: string;
  /**
   * `everybody` = ordinary users or computers, or a group that holds them; `privileged` = Tier 0; `chosen` = an account, or a group without such a group in it;
   * `unclear` = a group of which it was not read who is in it.
   */
  readonly reach: 'everybody' | 'privileged' | 'chosen' | 'unclear';
}

/** Who may enrol a template; undefined when its permissions are not visible to the account that read. */
export const enrolleesOf = (
  template: CertificateTemplate,
  principals: PrincipalView,
): readonly Enrollee[] | undefined => holdersOf(template, enrollRight, principals);

/** Who may enrol it without being asked; undefined when its permissions are not visible. */
export const autoEnrolleesOf = (
  template: CertificateTemplate,
  principals: PrincipalView,
): readonly Enrollee[] | undefined => holdersOf(template, autoEnrollRight, principals);

function holdersOf(
  { securityDescriptor, provenRights }: CertificateTemplate,
  right: Right,
  principals: PrincipalView,
): readonly Enrollee[] | undefined {
  const holdersIn = (descriptor: SecurityDescriptor): readonly Enrollee[] =>
    trusteesWith(descriptor, right).map(({ sid }) => ({
      sid,
      title: principals.titleOf(sid),
      reach: reachOf(sid, principals),
    }));
  if (securityDescriptor !== undefined) return holdersIn(securityDescriptor);
  // Others may hold the right besides those a tool recorded; only when everybody does, they make no difference.
  const proven = provenRights === undefined ? [] : holdersIn(provenRights);
  return proven.some(({ reach }) => reach === 'everybody') ? proven : undefined;
}

function reachOf(sid: string, principals: PrincipalView): Enrollee['reach'] {
  if (principals.isLowPrivileged(sid)) return 'everybody';
  if (principals.isTierZero(sid)) return 'privileged';
  const answers = principals.everybodySids.map((everybody) => principals.isIn(everybody, sid));
  if (answers.includes(true)) return 'everybody';
  return answers.includes(undefined) ? 'unclear' : 'chosen';
}

/**
 * How dangerous a template is in the hands of those who may enrol it: `harmless` = it lacks what makes it dangerous; `closed` = only Tier 0 may enrol, or
 * nobody; `restricted` = chosen principals; `unclear` = perhaps everybody; `hidden` = its permissions are not visible; `unread` = attributes that would tell
 * were not returned.
 */
export type Exposure = 'harmless' | 'closed' | 'restricted' | 'everybody' | 'unclear' | 'hidden' | 'unread';

export function exposureOf(isDangerous: boolean | undefined, enrollees: readonly Enrollee[] | undefined): Exposure {
  if (isDangerous === false) return 'harmless';
  if (enrollees === undefined) return 'hidden';
  const others = enrollees.filter(({ reach }) => reach !== 'privileged');
  if (others.length === 0) return 'closed';
  if (isDangerous === undefined) return 'unread';
  if (others.some(({ reach }) => reach === 'everybody')) return 'everybody';
  return others.some(({ reach }) => reach === 'unclear') ? 'unclear' : 'restricted';
}
