import { Button, Spinner } from '@fluentui/react-components';
import { Play16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useRun } from '../features/run/run-store';
import { partOf } from '../text/quantity';
import { relativeTime } from '../text/time';
import { useNow } from '../text/use-now';
import { useEngagement } from './engagement-store';
import { go } from './navigation-store';

/** State of the run in the title row; leads to the run screen. */
export function RunBadge() {
  const active = useRun((state) => state.active);
  const lastRun = useEngagement((state) => state.engagement?.lastRun);
  const now = useNow(30_000);
  const show = (): void => go({ screen: 'run' });
  if (active !== null) {
    const words = active.phase === 'judging' ? 'Judging' : `Collecting: ${partOf(active.done, active.total)} done`;
    return (
      <Button appearance="subtle" size="small" icon={<Spinner size="extra-tiny" aria-hidden="true" />} onClick={show}>
        {words}
      </Button>
    );
  }
  if (lastRun === undefined) return null;
  if (lastRun.state === 'interrupted') {
    return (
      <Button appearance="subtle" size="small" icon={<Warning16Regular />} onClick={show}>
        Run cut short
      </Button>
    );
  }
  return (
    <Button appearance="subtle" size="small" icon={<Play16Regular />} onClick={show}>
      Last run {relativeTime(lastRun.startedAt, now)}
    </Button>
  );
}
