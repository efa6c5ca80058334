import type { Outcome } from '../../src-shared/model/outcome';
import type { JudgedObject } from './result';
import { countOf, shareOf, wordsFor } from './wording';

/** How a check speaks of the objects it judged, with words for what it can come to; the pairs continue "1 CA" and "2 of 3 CAs". */
export interface ObjectWording {
  readonly noun: string;
  readonly fail?: readonly [one: string, many: string];
  readonly warning?: readonly [one: string, many: string];
  /** Continues "3 CAs checked: ", with its full stop. */
  readonly fine: string;
}

/** Name and note of the first three. */
export const toldOf = (objects: readonly JudgedObject[]): string =>
  objects
    .slice(0, 3)
    .map(({ name, note }) => `${name}: ${note}`)
    .join(' ');

/** The worst first, with names and notes, and how many could not be judged; what is fine only when nothing else is. */
export function summariseObjects(objects: readonly JudgedObject[], wording: ObjectWording): string {
  const having = (outcome: Outcome) => objects.filter((object) => object.outcome === outcome);
  const unseen = having('unknown');
  const rest = unseen.length === 0 ? '' : ` ${unseen.length} more could not be judged.`;
  for (const outcome of ['fail', 'warning'] as const) {
    const some = having(outcome);
    if (some.length === 0) continue;
    const words = wordsFor(wording[outcome], outcome);
    return `${shareOf(some.length, objects.length, wording.noun, words)}. ${toldOf(some)}${rest}`;
  }
  const whole = countOf(objects.length, wording.noun);
  if (unseen.length > 0) {
    const share = shareOf(unseen.length, objects.length, wording.noun, ['could not be judged', 'could not be judged']);
    return `${share}. ${toldOf(unseen)}`;
  }
  return having('pass').length === 0 ? toldOf(objects) : `${whole} checked: ${wording.fine}`;
}

/** Whether an observation matches, as far as that is known. */
export const matchOf = ({ outcome }: Pick<JudgedObject, 'outcome'>): { readonly matches?: boolean } =>
  outcome === 'pass' || outcome === 'fail' || outcome === 'warning' ? { matches: outcome === 'pass' } : {};
