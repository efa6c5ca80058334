import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { takesPassword } from '../../../src-shared/model/plan';
import { isIncomplete, type Run } from '../../../src-shared/model/run';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { StatusIcon } from '../../ui/status-icon';
import { TimeAgo } from '../../ui/time-ago';
import { RunForm } from './run-form';
import { type RunMode, useRun } from './run-store';
import { isCutShort, runSentence } from './run-summary';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', gap: '10px', alignItems: 'center' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { margin: 0 },
});

const titles: Readonly<Record<Run['state'], string>> = {
  done: 'The run has ended',
  cancelled: 'The run was cancelled',
  failed: 'The run failed',
  interrupted: 'The run was cut short',
  collecting: 'The run was cut short',
  judging: 'The run was cut short',
};

/** How the latest run ended and what can be done now. */
export function EndedRun({ run }: { readonly run: Run }) {
  const styles = useStyles();
  const draft = useEngagement((state) => state.draft);
  const canRun = useEngagement((state) => state.engagement?.readOnly === false);
  const start = useRun((state) => state.start);
  const [asked, setAsked] = useState<RunMode>();
  const incomplete = run.targets.filter(isIncomplete).length;
  const cutShort = isCutShort(run);
  const canContinue = canRun && (cutShort || run.state === 'cancelled' || run.state === 'failed');
  const begin = (mode: RunMode): void => {
    if (mode !== 'judge' && draft?.live.directory.some(takesPassword) === true) setAsked(mode);
    else void start(mode, []);
  };
  return (
    <section className={styles.root} aria-label="Latest run">
      <div className={styles.head}>
        <StatusIcon outcome={run.state === 'done' ? (incomplete === 0 ? 'pass' : 'warning') : 'unknown'} size={24} />
        <Text as="h2" size={500} weight="semibold" className={styles.title}>
          {titles[run.state]}
        </Text>
        <span className={styles.quiet}>
          started <TimeAgo at={run.startedAt} />
        </span>
      </div>
      <Text>{runSentence(run)}</Text>
      <div className={styles.row}>
        {canContinue ? (
          <Button appearance="primary" onClick={() => begin('continue')}>
            Continue
          </Button>
        ) : null}
        {canContinue ? <Button onClick={() => begin('judge')}>Judge what is there</Button> : null}
        {cutShort ? null : (
          <>
            <Button appearance={canContinue ? 'secondary' : 'primary'} onClick={() => go({ screen: 'overview' })}>
              See overview
            </Button>
            <Button onClick={() => go({ screen: 'findings' })}>See findings</Button>
          </>
        )}
        {canRun && incomplete > 0 && !cutShort ? (
          <Button onClick={() => begin('incomplete')}>Read incomplete again ({incomplete})</Button>
        ) : null}
      </div>
      {asked !== undefined && draft !== null ? (
        <RunForm
          draft={draft}
          mode={asked}
          title={asked === 'incomplete' ? 'Read incomplete targets again' : 'Continue the run'}
          action={asked === 'incomplete' ? 'Read again' : 'Continue'}
          onClose={() => setAsked(undefined)}
        >
          <Text>Passwords were forgotten when the run ended. Targets that were collected are not contacted again.</Text>
        </RunForm>
      ) : null}
    </section>
  );
}
