import { type CheckChange, changeTitles } from '../../../src-shared/model/comparison';
import type { DeltaDocument } from '../../../src-shared/report/delta-document';
import { toldChanges } from './delta-words';

interface ChangeGroup {
  readonly title: string;
  /** At least one. */
  readonly checks: readonly CheckChange[];
}

/** By what became of them, the most urgent first; checks that did not change as a whole but for their objects come last. */
export function changeGroups({ comparison: { checks } }: DeltaDocument): readonly ChangeGroup[] {
  const groups = [
    ...toldChanges.map((told) => ({
      title: changeTitles[told],
      checks: checks.filter(({ change }) => change === told),
    })),
    {
      title: 'The same outcome, but not for the same objects',
      checks: checks.filter(({ change, objects }) => change === 'unchanged' && objects.length > 0),
    },
  ];
  return groups.filter((group) => group.checks.length > 0);
}
