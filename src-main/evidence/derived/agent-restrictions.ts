import type { AgentRestriction } from '../../../src-shared/model/evidence/authority-settings';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { domainRid, wellKnownSid } from '../../knowledge/well-known-principals';
import { ridOf } from '../sid';
import type { PrincipalView } from './principals';
import { isSameName } from './template-roles';

/** Whether an entry is about a template: the CA writes its common name or its object identifier. */
export const isAboutTemplate = (
  { template }: AgentRestriction,
  { cn, oid }: Pick<CertificateTemplate, 'cn' | 'oid'>,
): boolean => template === undefined || isSameName(template, cn) || template === oid;

/** Whether an entry is about every user: Everyone, Authenticated Users, or the users of each domain that was read. */
export function isAboutEverybody(
  { subjects }: AgentRestriction,
  { everybodySids }: Pick<PrincipalView, 'everybodySids'>,
): boolean {
  if (subjects.includes(wellKnownSid.everyone) || subjects.includes(wellKnownSid.authenticatedUsers)) return true;
  const domainUsers = everybodySids.filter((sid) => ridOf(sid) === domainRid.domainUsers);
  return domainUsers.length > 0 && domainUsers.every((sid) => subjects.includes(sid));
}

/** Templates of entries for a sentence. */
export const templatesNamed = (restrictions: readonly AgentRestriction[]): readonly string[] => [
  ...new Set(restrictions.map(({ template }) => template ?? 'every template')),
];
