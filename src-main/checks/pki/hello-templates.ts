import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Observation } from '../../../src-shared/model/finding';
import type { Severity } from '../../../src-shared/model/outcome';
import type { Scope } from '../../../src-shared/model/scope';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import { helloCandidates, type TemplateView, viewTemplates } from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult, Collected } from '../define-check';
import { judged, notApplicable, unknown } from '../result';
import { listed, shareOf } from '../wording';
import { templateObject } from './pki-objects';

export interface TemplateInputs {
  readonly 'ad.certificate-templates': Collected<'ad.certificate-templates'>;
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
}

/** What one of the checks of the WHfB template says; `note` continues the name of the template ("requires no signature"). */
export interface TemplateVerdict extends Verdict {
  readonly severity?: Severity;
}

/** The kinds every check of the WHfB template takes; CAs only serve to find it. */
export const templateNeeds = ['ad.certificate-templates', 'ad.certification-authorities?'] as const;

export const viewOf = (inputs: TemplateInputs, scope: Scope): TemplateView =>
  viewTemplates(inputs['ad.certificate-templates'].records, inputs['ad.certification-authorities'].records, scope);

/** A sentence about names CAs publish whose template cannot be seen; undefined when there are none. */
export const hiddenNote = ({ hidden }: TemplateView): string | undefined =>
  hidden.length === 0
    ? undefined
    : `${listed(hidden)} ${hidden.length === 1 ? 'is' : 'are'} published by a CA, but the template is not visible: it was deleted, or the account that read may not see it.`;

/** Why it cannot be said that a template does not exist; undefined when all templates were seen. */
export function unseenTemplates(inputs: TemplateInputs, view: TemplateView, scope: Scope): string | undefined {
  const { absent } = forestsInScope(inputs['ad.certificate-templates'].records, scope);
  if (absent.length > 0) return `The templates of ${listed(absent)} were not read.`;
  const isContainerMissing = inputs['ad.certificate-templates'].records.some(({ data }) => !data.containerFound);
  if (isContainerMissing)
    return 'The container of certificate templates, which every forest has, was not visible to the account that read.';
  return hiddenNote(view);
}

/** Judges one property of every template that is, or may be, the WHfB template. Without one there is nothing to judge: PKI-023 says so. */
export function judgeHelloTemplates(
  inputs: TemplateInputs,
  scope: Scope,
  judge: (template: CertificateTemplate) => TemplateVerdict,
  observe: (template: CertificateTemplate) => Omit<Observation, 'label' | 'matches'>,
): CheckResult {
  const view = viewOf(inputs, scope);
  const { candidates } = helloCandidates(view);
  const verdicts = candidates.map((placed) => ({ placed, verdict: judge(placed.template) }));
  if (verdicts.length === 0) {
    const unseen = unseenTemplates(inputs, view, scope);
    if (unseen !== undefined) return unknown('contradictory', { summary: `No WHfB template was found. ${unseen}` });
    return notApplicable({ summary: 'There is no WHfB template yet, so this property cannot be judged; see PKI-023.' });
  }
  const objects = verdicts.map(({ placed, verdict: { severity: _, note, ...verdict } }) => ({
    ...templateObject(placed),
    ...verdict,
    note: `${note.charAt(0).toUpperCase()}${note.slice(1)}.`,
  }));
  const result = judged(objects, {
    summary: summarise(verdicts.map(({ placed, verdict }) => ({ name: placed.template.cn, ...verdict }))),
    observations: verdicts.map(({ placed, verdict }) => ({
      label: placed.template.cn,
      ...observe(placed.template),
      ...(verdict.outcome === 'unknown' ? {} : { matches: verdict.outcome === 'pass' }),
    })),
  });
  const decisive = verdicts
    .filter(({ verdict }) => verdict.outcome === result.outcome)
    .map(({ verdict }) => verdict.severity);
  const [milder] = decisive;
  // Class severity as soon as one of the decisive templates has it.
  return milder === undefined || decisive.includes(undefined) ? result : { ...result, severity: milder };
}

function summarise(verdicts: readonly (TemplateVerdict & { readonly name: string })[]): string {
  const faulty = verdicts.filter(({ outcome }) => outcome !== 'pass');
  const told = (faulty.length === 0 ? verdicts : faulty).slice(0, 5).map(({ name, note }) => `${name} ${note}.`);
  if (verdicts.length === 1) return told.join(' ');
  const lead =
    faulty.length === 0
      ? `All ${verdicts.length} possible WHfB templates are in order.`
      : `${shareOf(faulty.length, verdicts.length, 'possible WHfB template')} not in order.`;
  return `${lead} ${told.join(' ')}`;
}

/** The attribute did not come back although the template did. */
export const notReturned = (attribute: string): TemplateVerdict => ({
  outcome: 'unknown',
  reason: 'access-denied',
  note: `was read without its attribute ${attribute}`,
});
