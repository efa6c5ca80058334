import { exactTime, relativeTime } from '../text/time';
import { useNow } from '../text/use-now';

/** Relative, with the exact time on hover. */
export function TimeAgo({ at }: { readonly at: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
