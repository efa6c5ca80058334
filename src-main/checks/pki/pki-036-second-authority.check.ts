import { judgeAuthorityCertificate } from '../../evidence/derived/authority-certificate';
import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { isSameName, type PlacedTemplate, viewTemplates } from '../../evidence/derived/template-roles';
import { type CheckContext, defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown } from '../result';
import { listed, namesOf } from '../wording';
import { agentRole, helloRole, unseenTemplates } from './judge-role';
import { templateObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-036',
  revision: 1,
  why: 'With one issuing CA nobody enrols or renews while it is down.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: ['ad.certification-authorities', 'ad.certificate-templates'],
  evaluate(inputs, { scope, now }) {
    const lists = inputs['ad.certification-authorities'].records;
    const view = viewTemplates(inputs['ad.certificate-templates'].records, lists, scope);
    const able = forestsInScope(lists, scope).records.flatMap((record) => ableAuthorities(record, now));
    const placed = [...helloRole.candidates(view), ...agentRole.candidates(view)];
    if (placed.length === 0) {
      const unseen = unseenTemplates(inputs, view, scope);
      if (unseen !== undefined)
        return unknown('contradictory', {
          summary: `Neither a WHfB nor an enrolment agent template was found. ${unseen}`,
        });
      return notApplicable({
        summary: 'There is neither a WHfB nor an enrolment agent template yet; see PKI-019 and PKI-023.',
      });
    }
    const objects = placed.map((one) => judgeTemplate(one, able));
    return judged(objects, {
      summary: summarise(objects),
      observations: able.map(({ name, templates }) => ({
        label: `${name} publishes`,
        observed: listed(templates, 20) || 'nothing',
        expected: 'the WHfB and the enrolment agent template, like at least one other CA',
      })),
    });
  },
  remediation: {
    task: 'Publish the templates on a second CA.',
    steps: [
      'Publish the WHfB and the enrolment agent template on a second issuing CA.',
      'Leave the CA in AD FS open, so that it may use either.',
    ],
    command: [
      'Add-CATemplate -Name WHFBAuthentication -Force',
      'Add-CATemplate -Name WHFBEnrollmentAgent -Force',
      '(Get-AdfsCertificateAuthority).CertificateAuthority',
    ].join('\n'),
    verify: '`certutil -catemplates` lists both templates on two CAs, and AD FS names no single CA.',
    revert: '`Remove-CATemplate -Name <cn> -Force` on the second CA.',
    right: 'CA administrator; AD FS administrator',
  },
});

interface AbleAuthority {
  readonly name: string;
  readonly forest: string;
  readonly templates: readonly string[];
}

/** CAs whose own certificate is no obstacle; its validity against the templates is PKI-003's. */
const ableAuthorities = (
  { target, data }: Evidence<'ad.certification-authorities'>,
  now: CheckContext['now'],
): readonly AbleAuthority[] =>
  data.authorities
    .filter((authority) => judgeAuthorityCertificate(authority, 0, now).outcome !== 'fail')
    .map(({ name, templates }) => ({ name, forest: target, templates }));

function judgeTemplate(placed: PlacedTemplate, able: readonly AbleAuthority[]): JudgedObject {
  const offering = able
    .filter(
      ({ forest, templates }) =>
        isSameHost(forest, placed.forest) && templates.some((name) => isSameName(name, placed.template.cn)),
    )
    .map(({ name }) => name);
  const object = templateObject(placed);
  if (offering.length > 1) return { ...object, outcome: 'pass', note: `Published by ${listed(offering)}.` };
  if (offering.length === 1) return { ...object, outcome: 'warning', note: `Published by ${listed(offering)} only.` };
  return { ...object, outcome: 'warning', note: 'Published by no CA that can issue (PKI-032).' };
}

const notSeen = 'Whether AD FS is bound to one CA is not part of the evidence.';

function summarise(objects: readonly JudgedObject[]): string {
  const alone = objects.filter(({ outcome }) => outcome === 'warning');
  if (alone.length === 0)
    return `${listed(namesOf(objects, 'pass'))} can each be enrolled from at least 2 CAs. ${notSeen}`;
  const told = alone.slice(0, 4).map(({ name, note }) => `${name}: ${note}`);
  return `Enrolment or renewal stops while one CA is down. ${told.join(' ')}`;
}
