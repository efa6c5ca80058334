import type {
  CertificateTemplate,
  CertificateTemplates,
  CertificationAuthorities,
} from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import {
  generalFlag,
  hasBits,
  isBuiltInController,
  isBuiltInTemplate,
  nameFlag,
  privateKeyFlag,
} from '../../knowledge/certificate-template-values';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { firstNameOf } from '../distinguished-name';
import { forestsInScope, isSameHost } from './forest-scope';
import type { ReadRecord } from './read-record';

/** A template with where it was seen and who offers it. */
export interface PlacedTemplate {
  readonly template: CertificateTemplate;
  readonly forest: string;
  readonly evidenceId: string;
  /** Names of the CAs that publish it; empty also when no CA list was read. */
  readonly publishers: readonly string[];
}

export interface TemplateView {
  readonly templates: readonly PlacedTemplate[];
  /** False = no list of CAs, so nothing is known about publication. */
  readonly isPublicationKnown: boolean;
  /** Names that CAs publish and that have no template object: deleted, or hidden from the account that read. */
  readonly hidden: readonly string[];
  /** Names of template objects that the account sees but may not read, and that no CA publishes. */
  readonly unreadable: readonly string[];
}

/** The templates of the forests in scope, joined with the CAs of the same forest. */
export function viewTemplates(
  templates: readonly ReadRecord<CertificateTemplates>[],
  authorities: readonly ReadRecord<CertificationAuthorities>[],
  scope: Scope,
): TemplateView {
  const forests = forestsInScope(templates, scope).records.map(({ id, target, data }) => {
    const offers = authorities
      .filter((record) => isSameHost(record.target, target))
      .flatMap((record) => record.data.authorities);
    const publishersOf = (cn: string): readonly string[] =>
      offers.filter((ca) => ca.templates.some((name) => isSameName(name, cn))).map(({ name }) => name);
    const names = [...new Set(offers.flatMap((ca) => ca.templates))];
    return {
      placed: data.templates.map((template) => ({
        template,
        forest: target,
        evidenceId: id,
        publishers: publishersOf(template.cn),
      })),
      hidden: names.filter((name) => !data.templates.some(({ cn }) => isSameName(name, cn))),
      unreadable: (data.hidden ?? []).map(firstNameOf).filter((cn) => !names.some((name) => isSameName(name, cn))),
    };
  });
  return {
    templates: forests.flatMap(({ placed }) => placed),
    isPublicationKnown: authorities.length > 0,
    hidden: [...new Set(forests.flatMap(({ hidden }) => hidden))],
    unreadable: [...new Set(forests.flatMap(({ unreadable }) => unreadable))],
  };
}

/** Template names compare without case (RA-002). */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Usages a certificate of the template is good for, from either attribute. */
export const usagesOf = ({ extendedKeyUsage, applicationPolicies }: CertificateTemplate): readonly string[] => [
  ...new Set([...extendedKeyUsage, ...applicationPolicies]),
];

/** Undefined when `flags` was not returned, unless the names it builds tell: only computers have a DNS name. */
export function isMachineTemplate({ flags, nameFlag: names = 0 }: CertificateTemplate): boolean | undefined {
  if (flags !== undefined) return hasBits(flags, generalFlag.machineType);
  return hasBits(names, nameFlag.alternativeNameDns) || hasBits(names, nameFlag.subjectDns) ? true : undefined;
}

/** A template of Windows itself, which cannot be changed in what matters; a custom template may not bear such a name. */
export const isBuiltIn = ({ cn, schemaVersion }: CertificateTemplate): boolean =>
  isBuiltInTemplate(cn) || schemaVersion === 1;

const usesFor =
  (...oids: readonly string[]) =>
  (template: CertificateTemplate): boolean =>
    usagesOf(template).some((oid) => oids.includes(oid));

export const isAgentTemplate = usesFor(keyUsageOid.certificateRequestAgent);
const isLogonTemplate = usesFor(keyUsageOid.smartCardLogon, keyUsageOid.pkinitClient, keyUsageOid.anyPurpose);
const isKdcTemplate = usesFor(keyUsageOid.kdcAuthentication);

const hasHelloBit = ({ privateKeyFlag: flags }: CertificateTemplate): boolean =>
  flags !== undefined && hasBits(flags, privateKeyFlag.helloLogonKey);

const needsAgent = ({ raSignatures = 0, raApplicationPolicies }: CertificateTemplate): boolean =>
  raSignatures > 0 && raApplicationPolicies.includes(keyUsageOid.certificateRequestAgent);

/** Blanks are of the display name. */
const bearsName = ({ cn, displayName }: CertificateTemplate, documented: string): boolean =>
  [cn, displayName].some((name) => isSameName(name.replaceAll(' ', ''), documented));

/** The name Microsoft's deployment guide uses. */
const hasDocumentedName = (template: CertificateTemplate): boolean => bearsName(template, 'WHFBAuthentication');

export interface HelloCandidates {
  readonly candidates: readonly PlacedTemplate[];
  /** False = chosen by a weak sign only; such a template may be meant for something else. */
  readonly isSure: boolean;
}

/**
 * The templates users' Hello certificates come from. AD FS holds the name (RA-002); without it, the first rule that finds any decides, so that a template
 * with one fault is still found and judged:
 * 1. the Hello bit is set, or it bears the documented name `WHFBAuthentication`; of several only those that are published, if any is: a draft that no CA
 *    offers gives nobody a certificate;
 * 2. good for logon, wants an enrolment agent's signature, and published;
 * 3. good for logon and published (weak: an ordinary smart card template looks the same).
 * Rules 2 and 3 look at custom user templates only. When no CA list was read, publication is not asked for.
 */
export function helloCandidates({ templates, isPublicationKnown }: TemplateView): HelloCandidates {
  const custom = templates.filter(({ template }) => !isBuiltInTemplate(template.cn));
  const marked = custom.filter(({ template }) => hasHelloBit(template) || hasDocumentedName(template));
  const published = marked.filter(({ publishers }) => publishers.length > 0);
  if (marked.length > 0) return { candidates: published.length > 0 ? published : marked, isSure: true };
  const offered = custom.filter(
    ({ template, publishers }) =>
      isMachineTemplate(template) !== true &&
      isLogonTemplate(template) &&
      !isAgentTemplate(template) &&
      (!isPublicationKnown || publishers.length > 0),
  );
  const signed = offered.filter(({ template }) => needsAgent(template));
  return signed.length > 0 ? { candidates: signed, isSure: true } : { candidates: offered, isSure: false };
}

const publishedAmong = (placed: readonly PlacedTemplate[]): readonly PlacedTemplate[] =>
  placed.filter(({ publishers }) => publishers.length > 0);

/** The published ones, or all when none is published: a draft nobody offers does not matter beside one that is in use. */
export const inUse = (placed: readonly PlacedTemplate[]): readonly PlacedTemplate[] => {
  const published = publishedAmong(placed);
  return published.length > 0 ? published : placed;
};

/** Custom user templates with the Certificate Request Agent usage: what AD FS may sign requests with. One with a sign of Hello has another role. */
export const agentCandidates = ({ templates }: TemplateView): readonly PlacedTemplate[] =>
  templates.filter(
    ({ template }) =>
      isAgentTemplate(template) &&
      !isBuiltIn(template) &&
      isMachineTemplate(template) !== true &&
      !hasHelloBit(template) &&
      !hasDocumentedName(template),
  );

/** The templates AD FS can take its agent certificate from: custom ones in use; without any, the built-in ones for users that a CA publishes. */
export function agentTemplates(view: TemplateView): readonly PlacedTemplate[] {
  const custom = agentCandidates(view);
  if (custom.length > 0) return inUse(custom);
  return publishedAmong(view.templates).filter(
    ({ template }) => isAgentTemplate(template) && isBuiltIn(template) && isMachineTemplate(template) !== true,
  );
}

/** Machine templates with the KDC usage, those that supersede a built-in template of domain controllers, and the built-in ones. */
export const controllerCandidates = ({ templates }: TemplateView): readonly PlacedTemplate[] =>
  templates.filter(({ template }) => {
    const replaces = template.supersedes.some(isBuiltInController);
    return (
      isBuiltInController(template.cn) ||
      (isMachineTemplate(template) === true && (isKdcTemplate(template) || replaces))
    );
  });

/** Templates of domain controllers that an administrator made. */
export const customControllerTemplates = (view: TemplateView): readonly PlacedTemplate[] =>
  controllerCandidates(view).filter(({ template }) => !isBuiltInController(template.cn));

/**
 * The templates domain controllers enrol from now on: published custom ones; else published built-in ones, Kerberos Authentication before the older two.
 * When none is published, or publication is not known, what could be published, in the same order.
 */
export function controllerTemplates(view: TemplateView): readonly PlacedTemplate[] {
  const candidates = inUse(controllerCandidates(view));
  const custom = candidates.filter(({ template }) => !isBuiltInController(template.cn));
  const current = candidates.filter(({ template }) => isKdcTemplate(template));
  return [custom, current, candidates].find((choice) => choice.length > 0) ?? [];
}

/**
 * Templates NDES may enrol Hello certificates of Entra joined devices with: custom user templates for logon whose subject the request supplies, or that bear the
 * documented name `AADJWHFBAuthentication`; those in use.
 */
export const scepTemplates = ({ templates }: TemplateView): readonly PlacedTemplate[] =>
  inUse(
    templates.filter(({ template }) => {
      const isNamed = bearsName(template, 'AADJWHFBAuthentication');
      const isShaped = isLogonTemplate(template) && hasBits(template.nameFlag ?? 0, nameFlag.enrolleeSuppliesSubject);
      const isOther =
        isBuiltIn(template) || isAgentTemplate(template) || hasHelloBit(template) || hasDocumentedName(template);
      return isNamed || (isShaped && !isOther && isMachineTemplate(template) !== true);
    }),
  );
