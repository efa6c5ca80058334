import { enumerate, quantity } from '../text/quantity';
import { stepTitles } from './area';
import type { RoadmapItem } from './roadmap';

/** What waits for an item, as a sentence; empty when nothing does. */
export function unblocksSentence({ unblocks, together }: RoadmapItem): string {
  const others = together === 0 ? '' : ` together with ${quantity(together, 'other point')} of this step`;
  return unblocks.length === 0 ? '' : `Opens the way to ${enumerate(unblocks.map(titleInText))}${others}.`;
}

/** Step titles are imperatives; in a sentence they stand in quotation marks. */
const titleInText = (step: RoadmapItem['step']): string => `“${stepTitles[step]}”`;

/** What was decided about an item, as sentences; empty when nothing was. */
export function decidedSentence({ planned, objects }: RoadmapItem): string {
  const day = planned?.day === undefined ? '' : ` for ${planned.day}`;
  return [
    planned === undefined ? '' : `Planned${day}.`,
    objects.settled === 0 ? '' : `${objects.settled} of ${quantity(objects.affected, 'object')} decided.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
