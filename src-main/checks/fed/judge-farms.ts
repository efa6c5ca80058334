import type { EvidenceKind } from '../../../src-shared/model/evidence';
import type { Observation } from '../../../src-shared/model/finding';
import type { Severity } from '../../../src-shared/model/outcome';
import { normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult, Evidence } from '../define-check';
import { type JudgedObject, judged } from '../result';

/** What is said about one AD FS farm. `note` is a sentence of its own. */
export interface FarmVerdict extends Verdict {
  readonly severity?: Severity;
  readonly observations?: readonly Observation[];
  /** Text to highlight in the record. */
  readonly locate?: string;
}

export const farmObject = (target: string): Pick<JudgedObject, 'id' | 'kind' | 'name'> => ({
  id: `federation-service:${normalHostName(target)}`,
  kind: 'federation-service',
  name: target,
});

/** Judges every farm in the evidence; with several the notes are led by their names. */
export function judgeFarms<K extends EvidenceKind>(
  records: readonly Evidence<K>[],
  judge: (record: Evidence<K>) => FarmVerdict,
): CheckResult {
  const verdicts = records.map((record) => ({ record, verdict: judge(record) }));
  const objects = verdicts.map(
    ({ record, verdict: { outcome, note, reason, locate } }): JudgedObject => ({
      ...farmObject(record.target),
      outcome,
      note,
      evidenceId: record.id,
      ...(reason === undefined ? {} : { reason }),
      ...(locate === undefined ? {} : { locate }),
    }),
  );
  const result = judged(objects, {
    summary: objects.map(({ name, note }) => (objects.length === 1 ? note : `${name}: ${note}`)).join(' '),
    observations: verdicts.flatMap(({ record, verdict }) =>
      (verdict.observations ?? []).map((observation) => ({
        ...observation,
        label: records.length === 1 ? observation.label : `${record.target}, ${observation.label}`,
      })),
    ),
  });
  const decisive = verdicts
    .filter(({ verdict }) => verdict.outcome === result.outcome)
    .map(({ verdict }) => verdict.severity);
  const [milder] = decisive;
  return milder === undefined || decisive.includes(undefined) ? result : { ...result, severity: milder };
}

/** A property that the release does not have or the export left out. */
export const notReturned = (property: string): FarmVerdict => ({
  outcome: 'unknown',
  reason: 'not-collected',
  note: `The export does not hold ${property}, so this cannot be told.`,
});
