import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import {
  customControllerTemplates,
  isSameName,
  type PlacedTemplate,
  type TemplateView,
  viewTemplates,
} from '../../evidence/derived/template-roles';
import { builtInControllerNames } from '../../knowledge/certificate-template-values';
import { defineCheck, type Evidence, type EvidenceGap } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { hiddenNote } from './judge-role';
import { authorityObject, forestObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-015',
  revision: 1,
  why: 'As long as a CA offers an older template, a domain controller may enrol it again and present a certificate that Hello clients do not accept.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.certification-authorities', 'ad.certificate-templates'],
  evaluate({ 'ad.certification-authorities': lists, 'ad.certificate-templates': templates }, { scope }) {
    const view = viewTemplates(templates.records, lists.records, scope);
    const forests = forestsInScope(lists.records, scope);
    const gapOf = (name: string): EvidenceGap | undefined => lists.gaps.find(({ target }) => isSameHost(target, name));
    const objects = [
      ...forests.records.flatMap((forest) => judgeForest(forest, view, templates.records)),
      ...forests.absent.map((name) => unread(forestObject(name), gapOf(name))),
    ];
    if (objects.length === 0)
      return unknown('not-collected', {
        summary: 'No CA of the forests in scope was read, so nothing is known of what is published.',
      });
    return judged(objects, {
      summary: summarise(objects),
      observations: forests.records.flatMap(({ data }) =>
        data.authorities.map(({ name, templates: published }) => ({
          label: `${name} publishes`,
          observed: listed(published, 20) || 'nothing',
          expected: `none of ${listed(builtInControllerNames)} once a replacement is published`,
        })),
      ),
    });
  },
  remediation: {
    task: 'Take the superseded templates off the CAs.',
    steps: [
      'Wait until every domain controller has a certificate from the new template (PKI-006, PKI-007).',
      'Take the older templates off every CA.',
      'When the replacement is not published yet, publish it first.',
    ],
    command: [
      'Add-CATemplate -Name "DomainControllerAuthentication(Kerberos)" -Force',
      'Remove-CATemplate -Name DomainController -Force',
      'Remove-CATemplate -Name DomainControllerAuthentication -Force',
      'Remove-CATemplate -Name KerberosAuthentication -Force',
    ].join('\n'),
    verify: '`certutil -catemplates` on each CA lists the new template and none of the older ones.',
    revert: '`Add-CATemplate -Name <cn> -Force` on the CA.',
    right: 'CA administrator',
    risk: 'A domain controller without a certificate from the new template has nothing to renew with once the old ones are gone.',
  },
});

type Forest = Evidence<'ad.certification-authorities'>;

function judgeForest(
  forest: Forest,
  view: TemplateView,
  templates: readonly Evidence<'ad.certificate-templates'>[],
): readonly JudgedObject[] {
  const { id, target, data } = forest;
  if (data.authorities.length === 0) return [];
  const object = { ...forestObject(target), evidenceId: id };
  if (!templates.some((record) => isSameHost(record.target, target)))
    return [{ ...object, outcome: 'unknown', reason: 'not-collected', note: 'Its templates were not read.' }];
  const custom = customControllerTemplates(view).filter((placed) => isSameHost(placed.forest, target));
  const replacements = custom.filter(({ publishers }) => publishers.length > 0);
  if (replacements.length > 0) return judgeAuthorities(forest, replacements);
  return [{ ...object, ...judgeWithoutReplacement(forest, custom, hiddenNote({ ...view, unreadable: [] })) }];
}

/** The replacement is in use: nothing it supersedes, and none of the built-in ones, may be offered beside it. */
function judgeAuthorities({ id, data }: Forest, replacements: readonly PlacedTemplate[]): readonly JudgedObject[] {
  const superseded = replacements.flatMap(({ template }) => template.supersedes);
  const current = replacements.map(({ template }) => template.cn).filter((cn) => !includesName(superseded, cn));
  const old = [...builtInControllerNames, ...superseded].filter((name) => !includesName(current, name));
  return data.authorities.map((authority) => {
    const offered = authority.templates.filter((name) => includesName(old, name));
    return {
      ...authorityObject(authority, id),
      outcome: offered.length === 0 ? 'pass' : 'warning',
      note: offered.length === 0 ? 'It offers no superseded template.' : `It still offers ${listed(offered)}.`,
    };
  });
}

function judgeWithoutReplacement(
  { data }: Forest,
  custom: readonly PlacedTemplate[],
  hidden: string | undefined,
): Pick<JudgedObject, 'outcome' | 'note' | 'reason'> {
  const published = data.authorities.flatMap(({ templates }) => templates);
  const old = builtInControllerNames.filter((name) => includesName(published, name));
  const drafts = listed(custom.map(({ template }) => template.cn));
  if (old.length > 0) {
    return custom.length === 0
      ? {
          outcome: 'not-applicable',
          note: `The built-in ${listed(old)} ${old.length === 1 ? 'is' : 'are'} kept in use.`,
        }
      : { outcome: 'warning', note: `${drafts} is not published yet; the CAs still offer ${listed(old)}.` };
  }
  if (hidden !== undefined) return { outcome: 'unknown', reason: 'contradictory', note: hidden };
  return {
    outcome: 'fail',
    note:
      custom.length === 0
        ? 'No CA offers any template of domain controllers.'
        : `The older templates were taken off the CAs, but ${drafts} is not published.`,
  };
}

const includesName = (names: readonly string[], name: string): boolean => names.some((one) => isSameName(one, name));

function summarise(objects: readonly JudgedObject[]): string {
  const noted = (outcome: JudgedObject['outcome']): readonly JudgedObject[] =>
    objects.filter((object) => object.outcome === outcome);
  const told = (some: readonly JudgedObject[]): string =>
    some
      .slice(0, 4)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  const [broken, risky, unseen] = [noted('fail'), noted('warning'), noted('unknown')];
  if (broken.length > 0) return `Domain controllers cannot enrol any template. ${told(broken)}`;
  if (risky.length > 0) return `Older templates of domain controllers are still offered. ${told(risky)}`;
  if (unseen.length > 0) return `What is offered to domain controllers is not known completely. ${told(unseen)}`;
  const good = namesOf(objects, 'pass');
  if (good.length > 0)
    return `None of ${countOf(good.length, 'CA')} offers a template of domain controllers that was superseded.`;
  return `There is no custom template of domain controllers, so nothing was superseded. ${told(objects)}`;
}
