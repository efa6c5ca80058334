import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { Stop20Regular } from '@fluentui/react-icons';
import { partOf } from '../../text/quantity';
import { Untrusted } from '../../ui/untrusted';
import { useRun } from './run-store';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', gap: '12px', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
  title: { margin: '0 0 4px', display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The run that goes on: overall progress in words and as a bar, and Cancel, which keeps everything. */
export function ActiveRun() {
  const styles = useStyles();
  const active = useRun((state) => state.active);
  const cancel = useRun((state) => state.cancel);
  if (active === null) return null;
  const { phase, message, done, total, isCancelling } = active;
  const title =
    phase === 'judging'
      ? 'Judging the evidence'
      : total === 0
        ? 'Getting ready'
        : `${partOf(done, total)} targets done`;
  const hasShare = phase === 'collecting' && total > 0;
  return (
    <section className={styles.root} aria-label="Run in progress">
      <div className={styles.row}>
        <div>
          <Text as="h2" size={500} weight="semibold" className={styles.title}>
            {title}
          </Text>
          <span className={styles.quiet}>
            <Untrusted>{message}</Untrusted>
          </span>
        </div>
        <Button icon={<Stop20Regular />} disabledFocusable={isCancelling} onClick={cancel}>
          {isCancelling ? 'Stopping…' : 'Cancel'}
        </Button>
      </div>
      <ProgressBar aria-label={title} thickness="large" {...(hasShare ? { value: done, max: total } : {})} />
      <span className={styles.quiet}>
        {isCancelling
          ? 'Waiting for the targets being read to let go; at most half a minute. What was collected is kept.'
          : 'Every piece of evidence is stored the moment it arrives. Cancel keeps it all; other screens can be used meanwhile.'}
      </span>
    </section>
  );
}
