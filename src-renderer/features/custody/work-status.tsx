import { makeStyles, ProgressBar, Text } from '@fluentui/react-components';
import type { WorkProgress } from '../../../src-shared/ipc/custody';

const useStyles = makeStyles({ status: { display: 'flex', flexDirection: 'column', gap: '6px' } });

/** How far long work on a file is; a bar without an end while nobody knows how much there is to do. */
export function WorkStatus({ progress }: { readonly progress: WorkProgress | undefined }) {
  const styles = useStyles();
  const { phase, done, total } = progress ?? { phase: 'Starting', done: 0, total: 0 };
  return (
    <div className={styles.status}>
      <Text>{phase}…</Text>
      <ProgressBar aria-label={phase} thickness="large" {...(total > 0 ? { value: done, max: total } : {})} />
    </div>
  );
}
