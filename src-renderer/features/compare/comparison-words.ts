import { type Comparison, changes, changeTitles } from '../../../src-shared/model/comparison';
import { enumerate, quantity } from '../../text/quantity';

/** What changed, in one sentence for eye and ear: `3 regressed, 12 fixed; 180 checks did not change.` */
export function comparisonSentence({ counts }: Comparison): string {
  const changed = changes.filter((change) => change !== 'unchanged' && counts[change] > 0);
  if (changed.length === 0) return `Nothing changed: ${quantity(counts.unchanged, 'check')} say what they said then.`;
  const parts = changed.map((change) => `${counts[change]} ${changeTitles[change].toLowerCase()}`);
  return `${enumerate(parts)}; ${quantity(counts.unchanged, 'check')} did not change.`;
}
