import type { AffectedObject } from '../../../src-shared/model/finding';
import { judgeAuthorityCertificate, judgeNtAuthListing } from '../../evidence/derived/authority-certificate';
import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import {
  agentCandidates,
  agentTemplates,
  controllerCandidates,
  helloCandidates,
  isSameName,
  type PlacedTemplate,
  type TemplateView,
  viewTemplates,
} from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed } from '../wording';
import { hiddenNote } from './judge-role';
import { templateObject } from './pki-objects';

/** What stands between a CA and issuing usable certificates: `unseen` when NTAuthCertificates was not read. */
interface Publisher {
  readonly name: string;
  readonly forest: string;
  readonly templates: readonly string[];
  readonly state: 'healthy' | 'unhealthy' | 'unseen';
  readonly note: string;
}

/** A built-in template serves as well, with the risks PKI-019 names. */
function usableAgents(view: TemplateView): readonly PlacedTemplate[] {
  const custom = agentCandidates(view);
  return custom.length > 0 ? custom : agentTemplates(view);
}

const roles = [
  { role: 'controller', title: 'Domain controller template', candidates: controllerCandidates },
  { role: 'agent', title: 'Enrolment agent template', candidates: usableAgents },
  {
    role: 'hello',
    title: 'WHfB template',
    candidates: (view: TemplateView) => helloCandidates(view).candidates,
  },
] as const;

const needs = ['ad.certification-authorities', 'ad.certificate-templates', 'ad.nt-auth?'] as const;

export default defineCheck({
  id: 'PKI-032',
  revision: 1,
  why: 'A template that no CA offers cannot be enrolled, whatever it says.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate(inputs, { scope, now }) {
    const view = viewTemplates(
      inputs['ad.certificate-templates'].records,
      inputs['ad.certification-authorities'].records,
      scope,
    );
    const publishers = forestsInScope(inputs['ad.certification-authorities'].records, scope).records.flatMap((record) =>
      publishersOf(record, inputs['ad.nt-auth'], now),
    );
    const hidden = hiddenNote(view);
    const objects = [
      ...roles.flatMap(({ role, title, candidates }) =>
        judgeRole(role, title, candidates(view), publishers, hidden !== undefined),
      ),
      ...view.hidden.map((name) => orphan(name)),
    ];
    const result = judged(objects, {
      summary: summarise(objects, publishers),
      observations: publishers.map(({ name, templates, note }) => ({
        label: `${name} publishes`,
        observed: `${listed(templates, 20) || 'nothing'}${note === '' ? '' : ` (${note})`}`,
        expected: 'a domain controller, an enrolment agent and a WHfB template',
      })),
    });
    // A single CA is a matter of availability (PKI-036), a leftover name one of order.
    return result.outcome === 'warning' ? { ...result, severity: 'low' } : result;
  },
  remediation: {
    task: 'Publish the three templates on an issuing CA.',
    steps: [
      'On the issuing CA add the templates to “Certificate Templates” (certsrv.msc, “New”, “Certificate Template to Issue”).',
      'Publish them on a second CA as well, so that enrolment goes on while one is down.',
      'Take names off the CA whose template no longer exists.',
    ],
    command: [
      'Add-CATemplate -Name WHFBAuthentication -Force',
      'Add-CATemplate -Name WHFBEnrollmentAgent -Force',
      'Get-CATemplate',
      'certutil -catemplates',
    ].join('\n'),
    verify: '`certutil -catemplates` on the CA lists the three templates without an error behind their names.',
    revert: '`Remove-CATemplate -Name <cn> -Force` on the CA.',
    right: 'CA administrator',
  },
});

type Lists = Inputs<(typeof needs)[number]>;

function publishersOf(
  { target, data }: Lists['ad.certification-authorities']['records'][number],
  ntAuth: Lists['ad.nt-auth'],
  now: Date,
): readonly Publisher[] {
  const store = ntAuth.records.find((record) => isSameHost(record.target, target));
  return data.authorities.map((authority) => {
    const { name, templates } = authority;
    // Validity against templates is PKI-003's warning and does not make a CA unusable.
    const health = judgeAuthorityCertificate(authority, 0, now);
    const listing = store === undefined ? undefined : judgeNtAuthListing(authority, store.data, now);
    const faults = [health, listing].filter((verdict) => verdict?.outcome === 'fail').map((verdict) => verdict?.note);
    if (faults.length > 0) return { name, forest: target, templates, state: 'unhealthy', note: faults.join(' ') };
    const isSeen = health.outcome !== 'unknown' && listing !== undefined && listing.outcome !== 'unknown';
    return { name, forest: target, templates, state: isSeen ? 'healthy' : 'unseen', note: '' };
  });
}

/** Candidates that nobody publishes do not matter while another of the same role is published. */
function judgeRole(
  role: string,
  title: string,
  candidates: readonly PlacedTemplate[],
  publishers: readonly Publisher[],
  mayBeHidden: boolean,
): readonly JudgedObject[] {
  const missing = { id: `role:${role}`, kind: 'certificate-template', name: title } as const;
  if (candidates.length === 0) {
    return mayBeHidden
      ? [
          {
            ...missing,
            outcome: 'unknown',
            reason: 'contradictory',
            note: 'No such template was found, but a CA publishes a template that is not visible.',
          },
        ]
      : [{ ...missing, outcome: 'fail', note: 'No such template exists.' }];
  }
  const verdicts = candidates.map((placed) => ({ placed, verdict: judgeTemplate(placed, publishers) }));
  const isOffered = verdicts.some(({ verdict }) => verdict.outcome !== 'fail');
  if (!isOffered && verdicts.length > 1) {
    const published = verdicts
      .filter(({ placed }) => placed.publishers.length > 0)
      .map(({ placed, verdict }) => `${placed.template.cn}: ${verdict.note}`);
    const names = listed(verdicts.map(({ placed }) => placed.template.cn));
    return [
      {
        ...missing,
        outcome: 'fail',
        note: published.length > 0 ? published.join(' ') : `No CA publishes any of ${names}.`,
      },
    ];
  }
  return verdicts.map(({ placed, verdict }) => {
    const isIdle = isOffered && placed.publishers.length === 0;
    return {
      ...templateObject(placed),
      ...(isIdle ? { outcome: 'not-applicable', note: `Not published; another ${lowerFirst(title)} is.` } : verdict),
    };
  });
}

/** `WHfB template` keeps its capitals. */
const lowerFirst = (title: string): string =>
  /^[A-Z][a-z]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

function judgeTemplate({ template, forest }: PlacedTemplate, publishers: readonly Publisher[]): Verdict {
  const offering = publishers.filter(
    (ca) => isSameHost(ca.forest, forest) && ca.templates.some((name) => isSameName(name, template.cn)),
  );
  const having = (state: Publisher['state']): readonly string[] =>
    offering.filter((ca) => ca.state === state).map(({ name }) => name);
  const [healthy, unseen, unhealthy] = [having('healthy'), having('unseen'), having('unhealthy')];
  if (offering.length === 0) return { outcome: 'fail', note: 'No CA publishes it.' };
  if (healthy.length > 1) return { outcome: 'pass', note: `Published by ${listed(healthy)}.` };
  if (healthy.length === 1)
    return { outcome: 'warning', note: `Published by ${listed(healthy)} only; enrolment stops while this CA is down.` };
  if (unseen.length > 0) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Published by ${listed(unseen)}, but whether domain controllers accept this CA was not seen.`,
    };
  }
  return {
    outcome: 'fail',
    note: `Published only by ${listed(unhealthy)}, which cannot issue usable certificates (PKI-003, PKI-005).`,
  };
}

const orphan = (name: string): AffectedObject => ({
  id: `published:${name.toLowerCase()}`,
  kind: 'certificate-template',
  name,
  outcome: 'warning',
  note: 'A CA publishes this name, but no template has it: deleted, or not visible to the account that read.',
  locate: name,
});

function summarise(objects: readonly AffectedObject[], publishers: readonly Publisher[]): string {
  const having = (outcome: AffectedObject['outcome']): readonly AffectedObject[] =>
    objects.filter((object) => object.outcome === outcome);
  const told = (some: readonly AffectedObject[]): string =>
    some
      .slice(0, 4)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  const [missing, risky, unseen] = [having('fail'), having('warning'), having('unknown')];
  if (missing.length > 0)
    return `${countOf(missing.length, 'needed template')} cannot be enrolled from any of ${countOf(publishers.length, 'CA')}. ${told(missing)}`;
  if (risky.length > 0) {
    const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
    return `${countOf(risky.length, 'template')} ${risky.length === 1 ? 'is' : 'are'} published with a risk. ${told(risky)}${open}`;
  }
  if (unseen.length > 0)
    return `Whether ${countOf(unseen.length, 'template')} can be enrolled is not known. ${told(unseen)}`;
  return `The domain controller, enrolment agent and WHfB templates are each published on at least 2 of ${countOf(publishers.length, 'CA')}.`;
}
