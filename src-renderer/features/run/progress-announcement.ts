interface Progress {
  readonly phase: 'collecting' | 'judging' | 'done';
  readonly done: number;
  readonly total: number;
}

const quarterOf = ({ done, total }: Progress): number => (total === 0 ? 0 : Math.floor((4 * done) / total));
const words = ['', 'A quarter', 'Half', 'Three quarters', 'All'] as const;

/** What to say aloud when progress went from `before` to `after`: each quarter of the targets and the start of judging, nothing between. */
export function progressAnnouncement(before: Progress, after: Progress): string | undefined {
  if (after.phase === 'judging' && before.phase !== 'judging') return 'Collected. Judging the evidence now.';
  const quarter = quarterOf(after);
  if (after.phase !== 'collecting' || quarter === 0 || quarter <= quarterOf(before)) return undefined;
  return `${words[quarter] ?? ''} of the targets done: ${after.done} of ${after.total}.`;
}
