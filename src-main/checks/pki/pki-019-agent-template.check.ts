import {
  agentCandidates,
  isAgentTemplate,
  isBuiltIn,
  isMachineTemplate,
  type PlacedTemplate,
  usagesOf,
} from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { fail, type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { templateNeeds, unseenTemplates, viewOf } from './judge-role';
import { templateObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-019',
  revision: 1,
  why: 'AD FS signs the requests of users with an enrolment agent certificate; without a template for it, AD FS has nothing to sign with.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: templateNeeds,
  evaluate(inputs, { scope }) {
    const view = viewOf(inputs, scope);
    const agents = view.templates.filter(({ template }) => isAgentTemplate(template));
    const custom = agentCandidates(view);
    const observations = agents.map(({ template }) => ({
      label: template.cn,
      observed: `${isMachineTemplate(template) === true ? 'computer' : 'user'} template of schema version ${template.schemaVersion ?? 'not returned'}, usages ${listed(usagesOf(template), 10)}`,
      expected: `user template, schema version 2 or higher, only Certificate Request Agent (${keyUsageOid.certificateRequestAgent})`,
    }));
    if (custom.length > 0) {
      const objects = custom.map((placed) => ({ ...templateObject(placed), ...judgeTemplate(placed) }));
      return judged(objects, { summary: summarise(objects), observations });
    }
    const unseen = unseenTemplates(inputs, view, scope);
    if (unseen !== undefined)
      return unknown('contradictory', {
        summary: `No custom template for enrolment agents was found. ${unseen}`,
        observations,
      });
    const builtIn = agents.filter(({ template }) => isBuiltIn(template) && isMachineTemplate(template) !== true);
    if (builtIn.length === 0) {
      return fail({
        summary: `None of ${countOf(view.templates.length, 'certificate template')} lets a user account become an enrolment agent.`,
        observations,
      });
    }
    return judged(
      builtIn.map((placed) => ({
        ...templateObject(placed),
        outcome: 'warning',
        note: 'A built-in template of schema version 1: it cannot be restricted to AD FS.',
      })),
      {
        summary: `Only built-in templates for enrolment agents exist (${listed(builtIn.map(({ template }) => template.cn))}); they cannot be restricted to AD FS.`,
        observations,
      },
    );
  },
  remediation: {
    task: 'Create the enrolment agent template for AD FS.',
    steps: [
      'Duplicate the template “Exchange Enrollment Agent (Offline request)” in certtmpl.msc and name the copy “WHFB Enrollment Agent”.',
      'Set the compatibility to Windows Server 2016 and Windows 10; keep Certificate Request Agent as the only application policy.',
      'Let only the AD FS service account enrol, then publish the template on the issuing CA (PKI-032).',
    ],
    command: [
      'certtmpl.msc',
      'certutil -dsTemplate WHFBEnrollmentAgent',
      'Add-CATemplate -Name WHFBEnrollmentAgent -Force',
    ].join('\n'),
    verify:
      '`certutil -v -dsTemplate WHFBEnrollmentAgent` shows schema version 4 and only the usage 1.3.6.1.4.1.311.20.2.1.',
    revert: 'Take the template off the CA (`Remove-CATemplate -Name WHFBEnrollmentAgent`) and delete the duplicate.',
    right: 'Enterprise Admins',
    risk: 'Whoever holds a certificate of this template can request certificates for other users; restrict who may enrol (PKI-022).',
  },
});

function judgeTemplate({ template }: PlacedTemplate): Verdict {
  if (template.schemaVersion === undefined || template.flags === undefined) {
    return {
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'The template was read without its flags or its schema version.',
    };
  }
  const others = usagesOf(template).filter((oid) => oid !== keyUsageOid.certificateRequestAgent);
  if (others.length > 0)
    return { outcome: 'warning', note: `It has other usages besides Certificate Request Agent: ${listed(others)}.` };
  return {
    outcome: 'pass',
    note: `A user template of schema version ${template.schemaVersion} with Certificate Request Agent only.`,
  };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [extra, unseen, good] = [namesOf(objects, 'warning'), namesOf(objects, 'unknown'), namesOf(objects, 'pass')];
  if (extra.length > 0)
    return `${listed(extra)} ${extra.length === 1 ? 'has' : 'have'} other usages besides Certificate Request Agent.`;
  if (unseen.length > 0) return `${listed(unseen)} could not be read completely.`;
  const choice = good.length > 1 ? ' Which one AD FS uses is judged by RA-002.' : '';
  return `${countOf(good.length, 'custom template')} for enrolment agents ${good.length === 1 ? 'exists' : 'exist'} with the right usage: ${listed(good)}.${choice}`;
}
