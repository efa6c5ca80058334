import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../src-shared/ipc/search';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { useLoad } from '../../api/use-load';
import { useEngagement } from '../../shell/engagement-store';
import { quantity } from '../../text/quantity';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { ListSearch } from '../../ui/list-search';
import { HitList } from './hit-list';
import { openHit } from './open-hit';
import { UnlockList } from './unlock-list';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  hits: { maxHeight: '40vh', overflowY: 'auto' },
});

/** Milliseconds after the last key before the search begins. */
const pause = 200;

interface Found {
  readonly hits: readonly SearchHit[];
  readonly engagements: number;
  readonly isCut: boolean;
}

/** Searches the open engagement and the past ones that are unlocked here; a hit leads to its place. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const openPath = useEngagement((state) => state.engagement?.path);
  const library = useLoad('library', () => bridge.library.list({}));
  const unlocked = useLoad('unlocked', () => bridge.search.unlocked({}));
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { start, answer } = useJob<{ readonly done: number; readonly total: number }, Found>();
  const paths = unlocked.value?.paths ?? [];
  const searched = paths.join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unlocked changes what is found
  useEffect(() => {
    const timer = setTimeout(() => void start((onProgress) => bridge.search.find({ text }, onProgress)), pause);
    return () => clearTimeout(timer);
  }, [text, searched, start]);

  const choose = async (hit: SearchHit): Promise<void> => {
    const trouble = await openHit(hit);
    setFailure(trouble);
    if (trouble === undefined) onClose();
  };
  const lock = async (path: string): Promise<void> => {
    const locked = await answerOf(bridge.search.lock({ path }));
    setFailure(locked.ok ? undefined : locked.error);
    unlocked.reload();
  };
  const found = answer?.ok === true && text.trim() !== '' ? answer.value : undefined;
  return (
    <AppDialog
      title="Search in engagements"
      size="wide"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {failure === undefined ? null : <FailureNotice title="That did not work" failure={failure} />}
      {answer?.ok === false ? <FailureNotice title="The search failed" failure={answer.error} /> : null}
      <ListSearch
        label="Search in engagements"
        placeholder="Customer, finding, object or answer"
        value={text}
        onChange={setText}
      />
      <Text className={styles.quiet} role="status">
        {found === undefined
          ? 'Searched are the engagement open in this window and those you unlock below, while they are unlocked. Nothing of them is stored elsewhere.'
          : `${quantity(found.hits.length, 'hit')} in ${quantity(found.engagements, 'engagement')}.${found.isCut ? ' There are more: add a word to narrow the search.' : ''}`}
      </Text>
      {found === undefined ? null : (
        <div className={styles.hits}>
          <HitList hits={found.hits} onChoose={(hit) => void choose(hit)} />
        </div>
      )}
      <UnlockList
        entries={(library.value?.entries ?? []).filter(({ path, state }) => path !== openPath && state === 'available')}
        unlocked={paths}
        onUnlocked={unlocked.reload}
        onLock={(path) => void lock(path)}
      />
    </AppDialog>
  );
}
