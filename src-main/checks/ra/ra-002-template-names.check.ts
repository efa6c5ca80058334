import type { AdfsCertificateAuthority } from '../../../src-shared/model/evidence/adfs-settings';
import { isSameName, type PlacedTemplate, viewTemplates } from '../../evidence/derived/template-roles';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms, notReturned } from '../fed/judge-farms';
import { unseenTemplates } from '../pki/judge-role';

export default defineCheck({
  id: 'RA-002',
  revision: 1,
  why: 'AD FS asks the CA for templates by these names; with a display name or a typing error it never becomes ready.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['adfs.certificate-authority', 'ad.certificate-templates', 'ad.certification-authorities?'],
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason: 'AD FS is not the registration authority of this scope.',
    },
  evaluate(inputs, { scope }) {
    const view = viewTemplates(
      inputs['ad.certificate-templates'].records,
      inputs['ad.certification-authorities'].records,
      scope,
    );
    const unseen = unseenTemplates(inputs, view, scope);
    return judgeFarms(inputs['adfs.certificate-authority'].records, ({ data }) =>
      judgeNames(data, view.templates, view.isPublicationKnown, unseen),
    );
  },
  remediation: {
    task: 'Name the templates in AD FS as they are named in AD.',
    steps: ['Run the command again with the names (cn) of the templates, not their display names, and restart AD FS.'],
    command: [
      'certutil -dstemplate | findstr /b "  "',
      'Set-AdfsCertificateAuthority -EnrollmentAgent -EnrollmentAgentCertificateTemplate WHFBEnrollmentAgent -WindowsHelloCertificateTemplate WHFBAuthentication -WindowsHelloCertificateProxyEnabled $true',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: '`Get-AdfsCertificateAuthority` shows both names as the list of templates does.',
    revert: 'Set the names `Get-AdfsCertificateAuthority` showed before.',
    right: 'AD FS administrator',
  },
});

function judgeNames(
  { enrollmentAgentTemplate, windowsHelloTemplate }: AdfsCertificateAuthority,
  templates: readonly PlacedTemplate[],
  isPublicationKnown: boolean,
  unseen: string | undefined,
): FarmVerdict {
  const roles = [
    ['enrolment agent', enrollmentAgentTemplate],
    ['Hello', windowsHelloTemplate],
  ] as const;
  if (enrollmentAgentTemplate === undefined && windowsHelloTemplate === undefined)
    return notReturned('names of templates: AD FS is no registration authority yet (RA-001)');
  const verdicts = roles.map(([role, name]) => ({
    role,
    name,
    problem: problemOf(name, templates, isPublicationKnown),
  }));
  const observations = verdicts.map(({ role, name, problem }) => ({
    label: `Template for ${role}`,
    observed: name ?? 'not set',
    expected: 'the name (cn) of a published template',
    ...(problem === 'publication-unknown' ? {} : { matches: problem === undefined }),
  }));
  const wrong = verdicts.filter(({ problem }) => problem !== undefined && problem !== 'publication-unknown');
  const [first] = wrong;
  if (first !== undefined) {
    const sentences = wrong.map(({ role, problem }) => `The template for ${role} ${problem}.`).join(' ');
    if (first.problem === missing && unseen !== undefined)
      return { outcome: 'unknown', reason: 'contradictory', note: `${sentences} ${unseen}`, observations };
    return { outcome: 'fail', note: sentences, observations };
  }
  if (!isPublicationKnown)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Both names are those of templates, but whether a CA publishes them was not read.',
      observations,
    };
  return { outcome: 'pass', note: 'Both names are those of published templates.', observations };
}

const missing = 'is the name of no template in the directory';

function problemOf(
  name: string | undefined,
  templates: readonly PlacedTemplate[],
  isPublicationKnown: boolean,
): string | undefined {
  if (name === undefined) return 'is not set';
  const found = templates.filter(({ template }) => isSameName(template.cn, name));
  if (found.length === 0)
    return templates.some(({ template }) => isSameName(template.displayName, name))
      ? `is set to “${name}”, which is only a display name`
      : missing;
  if (!isPublicationKnown) return 'publication-unknown';
  return found.some(({ publishers }) => publishers.length > 0) ? undefined : 'is published by no CA';
}
