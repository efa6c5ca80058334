import type { Scope } from '../../../src-shared/model/scope';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import {
  agentTemplates,
  controllerTemplates,
  helloCandidates,
  type PlacedTemplate,
  scepTemplates,
  type TemplateView,
  viewTemplates,
} from '../../evidence/derived/template-roles';
import type { CheckResult, Collected } from '../define-check';
import { notApplicable, unknown } from '../result';
import { listed } from '../wording';
import { type Judge, judgeTemplates, type Observe } from './judge-templates';

export interface TemplateInputs {
  readonly 'ad.certificate-templates': Collected<'ad.certificate-templates'>;
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
}

/** The kinds a check of one role of templates takes; CAs only serve to find them. */
export const templateNeeds = ['ad.certificate-templates', 'ad.certification-authorities?'] as const;

/** What templates are for, as far as checks judge them. */
export interface TemplateRole {
  /** e.g. `WHfB template` */
  readonly title: string;
  /** Id of the check that says what it means when there is none. */
  readonly presence: string;
  readonly candidates: (view: TemplateView) => readonly PlacedTemplate[];
}

export const helloRole: TemplateRole = {
  title: 'WHfB template',
  presence: 'PKI-023',
  candidates: (view) => helloCandidates(view).candidates,
};

export const agentRole: TemplateRole = {
  title: 'enrolment agent template',
  presence: 'PKI-019',
  candidates: agentTemplates,
};

export const scepRole: TemplateRole = {
  title: 'SCEP template for Hello certificates',
  presence: 'SSO-011',
  candidates: scepTemplates,
};

export const controllerRole: TemplateRole = {
  title: 'domain controller template',
  presence: 'PKI-032',
  candidates: controllerTemplates,
};

export const viewOf = (inputs: TemplateInputs, scope: Scope): TemplateView =>
  viewTemplates(inputs['ad.certificate-templates'].records, inputs['ad.certification-authorities'].records, scope);

/** Sentences about templates that cannot be seen although they, or their names in a CA's list, exist; undefined when there are none. */
export function hiddenNote({ hidden, unreadable }: TemplateView): string | undefined {
  const is = (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'is' : 'are'}`;
  const sentences = [
    ...(hidden.length === 0
      ? []
      : [
          `${is(hidden)} published by a CA, but the template is not visible: it was deleted, or the account that read may not see it.`,
        ]),
    ...(unreadable.length === 0 ? [] : [`${is(unreadable)} there, but the account that read may not look into it.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** Why it cannot be said that a template does not exist; undefined when all templates were seen. */
export function unseenTemplates(inputs: TemplateInputs, view: TemplateView, scope: Scope): string | undefined {
  const { absent } = forestsInScope(inputs['ad.certificate-templates'].records, scope);
  if (absent.length > 0) return `The templates of ${listed(absent)} were not read.`;
  const isContainerMissing = inputs['ad.certificate-templates'].records.some(({ data }) => !data.containerFound);
  if (isContainerMissing)
    return 'The container of certificate templates, which every forest has, was not visible to the account that read.';
  const tools = inputs['ad.certificate-templates'].records.flatMap(({ data }) => data.excerpt?.tool ?? []);
  if (tools.length > 0) return `${listed([...new Set(tools)])} does not tell whether there are others.`;
  return hiddenNote(view);
}

/** Judges every template that has, or may have, the role. Without one there is nothing to judge: the check of its presence says so. */
export function judgeRole(
  { title, presence, candidates }: TemplateRole,
  inputs: TemplateInputs,
  scope: Scope,
  judge: Judge,
  observe: Observe,
): CheckResult {
  const view = viewOf(inputs, scope);
  const placed = candidates(view);
  if (placed.length > 0) return judgeTemplates(placed, `possible ${title}`, judge, observe);
  const unseen = unseenTemplates(inputs, view, scope);
  if (unseen !== undefined) return unknown('contradictory', { summary: `No ${title} was found. ${unseen}` });
  return notApplicable({ summary: `There is no ${title} yet, so this property cannot be judged; see ${presence}.` });
}
