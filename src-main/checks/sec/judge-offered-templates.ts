import type { Scope } from '../../../src-shared/model/scope';
import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { type Enrollee, enrolleesOf } from '../../evidence/derived/template-enrolment';
import { type PlacedTemplate, type TemplateView, viewTemplates } from '../../evidence/derived/template-roles';
import type { CheckResult, Inputs } from '../define-check';
import { asSentence, type TemplateVerdict, withSeverity } from '../pki/judge-templates';
import { forestObject, templateObject } from '../pki/pki-objects';
import { type JudgedObject, judged, notApplicable } from '../result';
import { shareOf } from '../wording';

/** The kinds every check of published templates and those who may enrol them takes. */
export const offeredNeeds = ['ad.certificate-templates', 'ad.certification-authorities', ...principalNeeds] as const;
export type OfferedInputs = Inputs<(typeof offeredNeeds)[number]>;

/** A published template and who may enrol it. */
export interface Offered {
  readonly placed: PlacedTemplate;
  /** Undefined = its permissions are not visible to the account that read. */
  readonly enrollees: readonly Enrollee[] | undefined;
  readonly principals: PrincipalView;
}

export interface OfferedWording {
  /** What is wrong with templates that fail or warn, behind "2 of 14 published templates": "let ordinary users …". */
  readonly fault: readonly [one: string, many: string];
  readonly risk: readonly [one: string, many: string];
  /** The sentence when none does. */
  readonly inOrder: (count: number) => string;
}

export const offeredView = (inputs: OfferedInputs, scope: Scope): TemplateView =>
  viewTemplates(inputs['ad.certificate-templates'].records, inputs['ad.certification-authorities'].records, scope);

/** Judges every published template of the forests in scope. What may be published but was not seen is an unknown object of its own. */
export function judgeOffered(
  inputs: OfferedInputs,
  scope: Scope,
  judge: (offered: Offered) => TemplateVerdict,
  wording: OfferedWording,
): CheckResult {
  const view = offeredView(inputs, scope);
  const principals = principalsOf(inputs, scope);
  const verdicts = view.templates
    .filter(({ publishers }) => publishers.length > 0)
    .map((placed) => ({
      placed,
      verdict: judge({ placed, enrollees: enrolleesOf(placed.template, principals), principals }),
    }));
  const objects = [
    ...verdicts.map(
      ({ placed, verdict: { severity: _, note, ...verdict } }): JudgedObject => ({
        ...templateObject(placed),
        ...verdict,
        note: asSentence(note),
      }),
    ),
    ...unseenObjects(inputs, view, scope),
  ];
  if (objects.length === 0) return notApplicable({ summary: 'No CA publishes any template.' });
  const result = judged(objects, {
    summary: summarise(objects, verdicts.length, wording),
    observations: verdicts
      .filter(({ verdict }) => verdict.outcome !== 'pass')
      .map(({ placed, verdict }) => ({
        label: placed.template.cn,
        observed: verdict.note,
        ...(verdict.outcome === 'unknown' || verdict.outcome === 'info' ? {} : { matches: false }),
      })),
  });
  return withSeverity(
    result,
    verdicts.map(({ verdict }) => verdict),
  );
}

/** Forests of which only one half is known, containers that are not visible, and published names without a visible template. */
function unseenObjects(inputs: OfferedInputs, view: TemplateView, scope: Scope): readonly JudgedObject[] {
  const templates = inputs['ad.certificate-templates'].records;
  const authorities = inputs['ad.certification-authorities'].records;
  const named = scope.forests.length > 0 ? scope.forests : [...templates, ...authorities].map(({ target }) => target);
  const forests = [...new Set(named.map(normalHostName))];
  const lacking = forests.flatMap((forest) => {
    const isOf = ({ target }: { readonly target: string }): boolean => isSameHost(target, forest);
    const problems = [
      ...(templates.some(isOf) ? [] : ['Its templates were not read.']),
      ...(authorities.some(isOf) ? [] : ['Its CAs were not read.']),
      ...(templates.some((record) => isOf(record) && !record.data.containerFound)
        ? ['The container of its templates was not visible.']
        : []),
      ...(authorities.some((record) => isOf(record) && !record.data.containerFound)
        ? ['The container of its CAs was not visible.']
        : []),
    ];
    if (problems.length === 0) return [];
    return [
      { ...forestObject(forest), outcome: 'unknown', reason: 'not-collected', note: problems.join(' ') } as const,
    ];
  });
  return [
    ...lacking,
    ...view.hidden.map(
      (name): JudgedObject => ({
        id: `published:${name.toLowerCase()}`,
        kind: 'certificate-template',
        name,
        outcome: 'unknown',
        reason: 'contradictory',
        note: 'A CA publishes it, but the template is not visible: it was deleted, or the account that read may not see it.',
      }),
    ),
  ];
}

function summarise(
  objects: readonly JudgedObject[],
  published: number,
  { fault, risk, inOrder }: OfferedWording,
): string {
  const having = (outcome: JudgedObject['outcome']): readonly JudgedObject[] =>
    objects.filter((object) => object.outcome === outcome);
  const told = (some: readonly JudgedObject[]): string =>
    some
      .slice(0, 4)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  const [faulty, risky, unseen] = [having('fail'), having('warning'), having('unknown')];
  const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
  const share = (some: readonly JudgedObject[], verb: OfferedWording['fault']): string =>
    `${shareOf(some.length, published, 'published template', verb)}. ${told(some)}${open}`;
  if (faulty.length > 0) return share(faulty, fault);
  if (risky.length > 0) return share(risky, risk);
  if (unseen.length > 0) return `Not everything that is published could be judged. ${told(unseen)}`;
  return inOrder(published);
}
