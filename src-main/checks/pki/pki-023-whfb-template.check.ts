import {
  type HelloCandidates,
  helloCandidates,
  isMachineTemplate,
  type PlacedTemplate,
  type TemplateView,
} from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { fail, judged, unknown, worstOutcome } from '../result';
import { listed } from '../wording';
import { templateNeeds, unseenTemplates, viewOf } from './judge-role';
import { templateObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-023',
  revision: 1,
  why: 'This template is the blueprint of the certificate users sign in with; without it there is nothing to issue.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: templateNeeds,
  evaluate(inputs, { scope }) {
    const view = viewOf(inputs, scope);
    const found = helloCandidates(view);
    if (found.candidates.length === 0) {
      const unseen = unseenTemplates(inputs, view, scope);
      if (unseen !== undefined) return unknown('contradictory', { summary: `No WHfB template was found. ${unseen}` });
      return fail({
        summary: `None of ${view.templates.length} certificate templates is made for users’ Hello certificates.`,
      });
    }
    const isAmbiguous = found.candidates.length > 1 || !found.isSure;
    const objects = found.candidates.map((placed) => {
      const verdict = judgeTemplate(placed);
      const doubt =
        isAmbiguous && verdict.outcome === 'pass'
          ? { outcome: 'warning' as const, note: `${verdict.note} ${doubtOf(found)}` }
          : {};
      return { ...templateObject(placed), ...verdict, ...doubt };
    });
    return judged(objects, {
      summary: summarise(found, worstOutcome(objects) === 'fail', view),
      observations: found.candidates.map(({ template, publishers }) => ({
        label: template.cn,
        observed: `schema version ${template.schemaVersion ?? 'not returned'}, ${publishedBy(publishers, view)}`,
        expected: 'a user template of schema version 4 (at least 2)',
      })),
    });
  },
  remediation: {
    task: 'Create the authentication template for Hello.',
    steps: [
      'Duplicate the template “Smartcard Logon” in certtmpl.msc and name the copy “WHFB Authentication”.',
      'Set the compatibility to Windows Server 2016 and Windows 10, the subject to the distinguished name with the UPN, one enrolment-agent signature, and the Smart Card Logon usage.',
      'Set the Hello bit (PKI-027), then publish the template on an issuing CA (PKI-032).',
      'When several templates look like it, retire those that are not meant, or compare with the name AD FS holds.',
    ],
    command: [
      'certtmpl.msc',
      'certutil -dsTemplate WHFBAuthentication',
      '(Get-AdfsCertificateAuthority).WindowsHelloCertificateTemplateName',
    ].join('\n'),
    verify: '`certutil -dsTemplate WHFBAuthentication` prints the template, and AD FS names the same one.',
    revert: 'Delete the duplicate in certtmpl.msc; certificates issued from it stay valid until they are revoked.',
    right: 'Enterprise Admins',
  },
});

function judgeTemplate({ template }: PlacedTemplate): Verdict {
  const isMachine = isMachineTemplate(template);
  if (isMachine === undefined || template.schemaVersion === undefined) {
    return {
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'The template was read without its flags or its schema version.',
    };
  }
  if (isMachine) return { outcome: 'fail', note: 'It is a template for computers; users cannot enrol it.' };
  if (template.schemaVersion < 2)
    return { outcome: 'fail', note: 'It has schema version 1, which cannot carry the settings Hello needs.' };
  const version = template.schemaVersion < 4 ? ' (4 is expected)' : '';
  return { outcome: 'pass', note: `A user template of schema version ${template.schemaVersion}${version}.` };
}

const doubtOf = ({ candidates, isSure }: HelloCandidates): string =>
  isSure
    ? `${candidates.length} templates look like the WHfB template.`
    : 'No sure sign tells that it is meant for Hello: neither the Hello bit, nor the documented name, nor an agent’s signature.';

const publishedBy = (publishers: readonly string[], { isPublicationKnown }: TemplateView): string => {
  if (!isPublicationKnown) return 'publication not known';
  return publishers.length === 0 ? 'not published' : `published by ${listed(publishers)}`;
};

function summarise(found: HelloCandidates, isBroken: boolean, view: TemplateView): string {
  const names = listed(found.candidates.map(({ template }) => template.cn));
  const [only] = found.candidates;
  if (!found.isSure)
    return `No template bears a sure sign of the WHfB template; ${names} may be meant, because it is published and good for logon.`;
  if (found.candidates.length > 1)
    return `${found.candidates.length} templates look like the WHfB template: ${names}. Which one AD FS uses is not part of the evidence.`;
  if (isBroken) return `${names} looks like the WHfB template, but users cannot enrol it.`;
  return `The WHfB template is ${names} (schema version ${only?.template.schemaVersion ?? 'not returned'}, ${publishedBy(only?.publishers ?? [], view)}).`;
}
