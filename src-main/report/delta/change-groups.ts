import { type CheckChange, type Comparison, changeTitles } from '../../../src-shared/model/comparison';
import { countedAsTitles } from '../../../src-shared/model/counted-as';
import { toldChanges } from './delta-words';

export interface ChangeGroup {
  readonly title: string;
  /** At least one. */
  readonly checks: readonly CheckChange[];
}

/**
 * What changed, by what became of it, the most urgent first; then checks that did not change as a whole, but whose objects did; last the conclusions, which the
 * other numbers do not count.
 */
export function changeGroups({ checks, conclusions }: Comparison): readonly ChangeGroup[] {
  return [
    ...toldChanges.map((change) => ({
      title: changeTitles[change],
      checks: checks.filter((check) => check.change === change),
    })),
    {
      title: 'The same outcome, but not for the same objects',
      checks: checks.filter(({ change, objects }) => change === 'unchanged' && objects.length > 0),
    },
    {
      title: countedAsTitles.conclusion,
      checks: conclusions.filter(({ change, objects }) => change !== 'unchanged' || objects.length > 0),
    },
  ].filter(({ checks: these }) => these.length > 0);
}
