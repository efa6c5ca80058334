import { isSameHost } from '../../evidence/derived/forest-scope';
import {
  customControllerTemplates,
  inUse,
  isSameName,
  type PlacedTemplate,
} from '../../evidence/derived/template-roles';
import { builtInControllerNames } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { notApplicable, unknown } from '../result';
import { listed } from '../wording';
import { templateNeeds, unseenTemplates, viewOf } from './judge-role';
import { judgeTemplates, risk, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-014',
  revision: 1,
  why: 'Only a template that supersedes the older ones makes domain controllers replace their certificates; otherwise they keep the old ones, and the KDC may pick one of those.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: templateNeeds,
  evaluate(inputs, { scope }) {
    const view = viewOf(inputs, scope);
    const custom = inUse(customControllerTemplates(view));
    if (custom.length > 0) {
      return judgeTemplates(
        custom,
        'domain controller template',
        (_, placed) => judgeSuperseding(placed, custom),
        ({ supersedes }) => ({
          observed: supersedes.length === 0 ? 'supersedes nothing' : `supersedes ${listed(supersedes, 20)}`,
          expected: `supersedes ${listed(builtInControllerNames)} and every other template of domain controllers`,
        }),
      );
    }
    const unseen = unseenTemplates(inputs, view, scope);
    if (unseen !== undefined)
      return unknown('contradictory', { summary: `No custom template of domain controllers was found. ${unseen}` });
    return notApplicable({
      summary:
        'Domain controllers use the templates Windows brings along; there is no custom one that could supersede them.',
    });
  },
  remediation: {
    task: 'Let the new domain controller template supersede the old ones.',
    steps: [
      'Open the new template in certtmpl.msc, tab “Superseded Templates”, and add the three older templates and every other custom one for domain controllers.',
      'Autoenrolment on the domain controllers then replaces the certificates within a day; `certutil -pulse` does it at once.',
    ],
    command: [
      'certtmpl.msc',
      'certutil -v -dsTemplate "DomainControllerAuthentication(Kerberos)" msPKI-Supersede-Templates',
      'certutil -pulse',
    ].join('\n'),
    verify:
      'msPKI-Supersede-Templates lists DomainController, DomainControllerAuthentication and KerberosAuthentication.',
    revert:
      'Remove the templates on the same tab; certificates that were archived already come back only by enrolling them again.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

/** A template that another one in use supersedes has done its duty: the other one is judged. */
function judgeSuperseding({ template, forest }: PlacedTemplate, custom: readonly PlacedTemplate[]): TemplateVerdict {
  const others = custom
    .filter((other) => isSameHost(other.forest, forest) && !isSameName(other.template.cn, template.cn))
    .map((other) => other.template);
  const successor = others.find((other) => other.supersedes.some((name) => isSameName(name, template.cn)));
  if (successor !== undefined) return { outcome: 'not-applicable', note: `is superseded by ${successor.cn}` };
  const lacking = [...builtInControllerNames, ...others.map(({ cn }) => cn)].filter(
    (name) => !template.supersedes.some((superseded) => isSameName(superseded, name)),
  );
  if (lacking.length > 0) return risk(`does not supersede ${listed(lacking)}`);
  return { outcome: 'pass', note: 'supersedes every other template of domain controllers' };
}
