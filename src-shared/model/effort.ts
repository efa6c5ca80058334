import { z } from 'zod';
import type { Remediation } from './catalogue';
import type { FindingRow } from './finding';

/** Rough, and said to be: what a change takes in an organisation nobody can tell from its directory. */
export const efforts = ['small', 'medium', 'large'] as const;
export const effortSchema = z.enum(efforts);
export type Effort = z.infer<typeof effortSchema>;

export const effortTitles: Readonly<Record<Effort, string>> = { small: 'Small', medium: 'Medium', large: 'Large' };

/** How the estimate is made, for the reader of a report. */
export const effortMeaning =
  'Effort is estimated from the number of steps, the objects affected and whether the change carries a risk; finding something out counts as small.';

const [fewSteps, manySteps] = [2, 4];
const [fewObjects, manyObjects] = [3, 20];

/** To find something out changes nothing, which makes it small. */
export function effortOf({ outcome, affectedCount }: FindingRow, remediation: Remediation | undefined): Effort {
  if (outcome === 'unknown') return 'small';
  const steps = remediation?.steps.length ?? 0;
  if (steps >= manySteps || affectedCount > manyObjects) return 'large';
  return steps <= fewSteps && affectedCount <= fewObjects && remediation?.risk === undefined ? 'small' : 'medium';
}
