import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Observation } from '../../../src-shared/model/finding';
import { type Outcome, outcomeRank, type Severity, severityRank } from '../../../src-shared/model/outcome';
import type { PlacedTemplate } from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult } from '../define-check';
import { judged, worstOutcome } from '../result';
import { shareOf } from '../wording';
import { templateObject } from './pki-objects';

/** What a check says about one template; `note` continues its name ("requires no signature"). */
export interface TemplateVerdict extends Verdict {
  /** Class of the check when absent. */
  readonly severity?: Severity;
}

export type Judge = (template: CertificateTemplate, placed: PlacedTemplate) => TemplateVerdict;
export type Observe = (template: CertificateTemplate) => Omit<Observation, 'label' | 'matches'>;

/** Judges templates one by one. `noun` names one of them, e.g. `possible WHfB template`. Throws without templates. */
export function judgeTemplates(
  placed: readonly PlacedTemplate[],
  noun: string,
  judge: Judge,
  observe?: Observe,
): CheckResult {
  const verdicts = placed.map((one) => ({ one, verdict: judge(one.template, one) }));
  const objects = verdicts.map(({ one, verdict: { severity: _, note, ...verdict } }) => ({
    ...templateObject(one),
    ...verdict,
    note: asSentence(note),
  }));
  const result = judged(objects, {
    summary: summarise(
      verdicts.map(({ one, verdict }) => ({ name: one.template.cn, ...verdict })),
      noun,
    ),
    observations:
      observe === undefined
        ? []
        : verdicts.map(({ one, verdict }) => ({
            label: one.template.cn,
            ...observe(one.template),
            ...(verdict.outcome === 'unknown' ? {} : { matches: verdict.outcome === 'pass' }),
          })),
  });
  return withSeverity(
    result,
    verdicts.map(({ verdict }) => verdict),
  );
}

/** The severity of what decided the outcome: the class as soon as one of the decisive verdicts has it, else the worst. */
export function withSeverity(result: CheckResult, verdicts: readonly TemplateVerdict[]): CheckResult {
  const severity = decisiveSeverity(verdicts, result.outcome);
  return severity === undefined ? result : { ...result, severity };
}

function decisiveSeverity(verdicts: readonly TemplateVerdict[], outcome: Outcome): Severity | undefined {
  const decisive = verdicts.filter((verdict) => verdict.outcome === outcome).map(({ severity }) => severity);
  const named = decisive.flatMap((severity) => severity ?? []).sort((a, b) => severityRank(a) - severityRank(b));
  return named.length < decisive.length ? undefined : named[0];
}

/** One verdict from several about the same template: the worst outcome, the notes of everything that is not in order, and `inOrder` when all is. */
export function combined(facets: readonly TemplateVerdict[], inOrder: string): TemplateVerdict {
  const faults = facets
    .filter(({ outcome }) => outcome !== 'pass')
    .sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome));
  const [first] = faults;
  if (first === undefined) return { outcome: 'pass', note: inOrder };
  const outcome = worstOutcome(faults);
  const severity = decisiveSeverity(faults, outcome);
  return {
    outcome,
    note: [...new Set(faults.map(({ note }) => note))].join('; '),
    ...(severity === undefined ? {} : { severity }),
    ...(outcome === 'unknown' && first.reason !== undefined ? { reason: first.reason } : {}),
  };
}

export const fault = (note: string, severity?: Severity): TemplateVerdict => graded('fail', note, severity);
export const risk = (note: string, severity?: Severity): TemplateVerdict => graded('warning', note, severity);

const graded = (outcome: 'fail' | 'warning', note: string, severity?: Severity): TemplateVerdict => ({
  outcome,
  note,
  ...(severity === undefined ? {} : { severity }),
});

/** The attribute did not come back although the template did. */
export const notReturned = (attribute: string): TemplateVerdict => ({
  outcome: 'unknown',
  reason: 'access-denied',
  note: `was read without its attribute ${attribute}`,
});

/** The note of an object: a sentence of its own. */
export const asSentence = (note: string): string => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;

function summarise(verdicts: readonly (TemplateVerdict & { readonly name: string })[], noun: string): string {
  const faulty = verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable');
  const told = (faulty.length === 0 ? verdicts : faulty).slice(0, 5).map(({ name, note }) => `${name} ${note}.`);
  if (verdicts.length === 1) return told.join(' ');
  const lead =
    faulty.length === 0
      ? `All ${verdicts.length} ${noun}s are in order.`
      : `${shareOf(faulty.length, verdicts.length, noun)} not in order.`;
  return `${lead} ${told.join(' ')}`;
}
