import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { Play16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useRun } from '../features/run/run-store';
import { partOf } from '../text/quantity';
import { relativeTime } from '../text/time';
import { useNow } from '../text/use-now';
import { useEngagement } from './engagement-store';
import { go } from './navigation-store';

const useStyles = makeStyles({
  badge: { whiteSpace: 'nowrap', flexShrink: 0, minWidth: 0 },
  word: { '@media (max-width: 640px)': { display: 'none' } },
});

/** State of the run in the title row; leads to the run screen. */
export function RunBadge() {
  const styles = useStyles();
  const active = useRun((state) => state.active);
  const lastRun = useEngagement((state) => state.engagement?.lastRun);
  const now = useNow(30_000);
  const show = (): void => go({ screen: 'run' });
  if (active !== null) {
    const words = active.phase === 'judging' ? 'Judging' : `Collecting: ${partOf(active.done, active.total)} done`;
    return (
      <Button
        className={styles.badge}
        appearance="subtle"
        size="small"
        icon={<Spinner size="extra-tiny" aria-hidden="true" />}
        title="Go to Run"
        onClick={show}
      >
        <span className={styles.word}>{words}</span>
      </Button>
    );
  }
  if (lastRun === undefined) return null;
  if (lastRun.state === 'interrupted') {
    return (
      <Button
        className={styles.badge}
        appearance="subtle"
        size="small"
        icon={<Warning16Regular />}
        title="Go to Run"
        onClick={show}
      >
        <span className={styles.word}>Run cut short</span>
      </Button>
    );
  }
  return (
    <Button
      className={styles.badge}
      appearance="subtle"
      size="small"
      icon={<Play16Regular />}
      title="Go to Run"
      onClick={show}
    >
      <span className={styles.word}>Last run {relativeTime(lastRun.startedAt, now)}</span>
    </Button>
  );
}
