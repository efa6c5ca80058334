import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEngagement } from '../../shell/engagement-store';
import { go, type SetupStep } from '../../shell/navigation-store';
import { FailureNotice } from '../../ui/failure-notice';
import { neighboursOf } from './setup-steps';

const useStyles = makeStyles({
  footer: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap', paddingTop: '4px' },
  state: { color: tokens.colorNeutralForeground2, marginLeft: '8px' },
});

const saveWords = { saved: 'Saved', pending: 'Saving…', failed: 'Not saved' } as const;

interface StepFooterProps {
  readonly step: SetupStep;
  /** What the step is there for, where it does not lead to another one. */
  readonly action?: ReactNode;
}

/** Back, next or the step's own action, and whether the answers are stored. */
export function StepFooter({ step, action }: StepFooterProps) {
  const styles = useStyles();
  const { saveState, saveFailure, flush, engagement } = useEngagement();
  const { previous, next } = neighboursOf(step);
  return (
    <>
      {saveFailure === undefined ? null : (
        <FailureNotice title="The last changes are not saved" failure={saveFailure} onRetry={() => void flush()} />
      )}
      <div className={styles.footer}>
        {action}
        {next === undefined ? null : (
          <Button appearance="primary" onClick={() => go({ screen: 'setup', step: next.step })}>
            Next: {next.title}
          </Button>
        )}
        {previous === undefined ? null : (
          <Button onClick={() => go({ screen: 'setup', step: previous.step })}>Back</Button>
        )}
        {engagement?.readOnly === true ? null : <span className={styles.state}>{saveWords[saveState]}</span>}
      </div>
    </>
  );
}
