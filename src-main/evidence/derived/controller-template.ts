import type { CertificateFacts, EnterpriseOids } from '../../../src-shared/model/evidence/pki';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { controllerCandidates, type PlacedTemplate, type TemplateView } from './template-roles';
import type { Verdict } from './verdict';

/** Name that the template of old domain controllers writes into certificates; the KDC still looks for it. */
const legacyName = 'domaincontroller';

/** What is known of templates: the objects, and the identifiers the forest registered. */
export interface KnownTemplates {
  readonly view: TemplateView;
  readonly oids: readonly EnterpriseOids[];
  /** False = no templates were read, so an identifier cannot be resolved. */
  readonly isRead: boolean;
  /** Why templates, all or those of one forest, could not be read; absent = none was missed. */
  readonly gap?: { readonly reason: UnknownReason; readonly message: string };
}

type Marks = Pick<CertificateFacts, 'templateName' | 'templateOid' | 'extendedKeyUsage'>;

/** Whether a certificate says that it was made for a domain controller (PKI-009); the note begins in lower case. */
export function judgeTemplateMark(certificate: Marks, known: KnownTemplates): Verdict {
  const { templateName, templateOid } = certificate;
  if (templateName?.toLowerCase() === legacyName)
    return { outcome: 'pass', note: 'carries the template name DomainController.' };
  if (templateOid !== undefined) {
    const placed = known.view.templates.find(({ template }) => template.oid === templateOid);
    if (placed !== undefined && isForControllers(placed, known))
      return { outcome: 'pass', note: `was made from ${placed.template.cn}, a template of domain controllers.` };
    if (placed === undefined && (!known.isRead || known.gap !== undefined))
      return {
        outcome: 'unknown',
        reason: known.gap?.reason ?? 'not-collected',
        note: `names a template by its identifier, but ${known.isRead ? 'not all' : 'the'} templates were ${known.isRead ? '' : 'not '}read.${known.gap === undefined ? '' : ` ${known.gap.message}`}`,
      };
  }
  return withoutMark(certificate, mentionOf(certificate, known));
}

const isForControllers = (placed: PlacedTemplate, { view }: KnownTemplates): boolean =>
  controllerCandidates(view).some(({ template }) => template.distinguishedName === placed.template.distinguishedName);

/** How the note begins for a certificate without a mark of a domain controller. */
function mentionOf({ templateName, templateOid }: Marks, { view, oids }: KnownTemplates): string {
  if (templateOid !== undefined) {
    const placed = view.templates.find(({ template }) => template.oid === templateOid);
    if (placed !== undefined) return `was made from ${placed.template.cn}, which is no template of domain controllers`;
    const registered = oids.flatMap((list) => list.oids).find(({ oid }) => oid === templateOid);
    return registered === undefined
      ? 'names a template that this forest does not have'
      : `names the template ${registered.displayName}, which was deleted or is not visible`;
  }
  return templateName === undefined ? 'names no template' : `carries the template name ${templateName}`;
}

/** The KDC takes a certificate as candidate for its usage, too. A certificate without the extension has no usage it could go by. */
function withoutMark({ extendedKeyUsage = [] }: Marks, mention: string): Verdict {
  if (extendedKeyUsage.includes(keyUsageOid.kdcAuthentication))
    return { outcome: 'warning', note: `${mention}; the KDC finds it by the usage KDC Authentication alone.` };
  if (extendedKeyUsage.includes(keyUsageOid.smartCardLogon))
    return { outcome: 'warning', note: `${mention}; the KDC finds it by the usage Smart Card Logon alone.` };
  return { outcome: 'fail', note: `${mention}, and it lacks KDC Authentication and Smart Card Logon as well.` };
}
