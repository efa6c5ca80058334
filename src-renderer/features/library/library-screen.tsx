import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular, Beaker20Regular, FolderOpen20Regular, Library20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { useEngagement } from '../../shell/engagement-store';
import { go, startOf } from '../../shell/navigation-store';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { ListSearch } from '../../ui/list-search';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { enterDemo } from './enter-demo';
import { filterEntries } from './filter-entries';
import { ForgetDialog } from './forget-dialog';
import { LibraryRow } from './library-row';
import { leaveEngagement } from './open-engagement';
import { PassphraseDialog } from './passphrase-dialog';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  search: { width: 'min(360px, 100%)' },
});

type Asked =
  | { readonly what: 'open'; readonly path: string; readonly name: string }
  | { readonly what: 'forget'; readonly entry: LibraryEntry };

/** Engagements on this laptop, newest first. */
export function LibraryScreen() {
  const styles = useStyles();
  const engagement = useEngagement((state) => state.engagement);
  const { value, failure, reload } = useLoad(`library:${engagement?.path ?? ''}`, () => bridge.library.list({}));
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [trouble, setTrouble] = useState<Failure>();
  const [isMakingDemo, setIsMakingDemo] = useState(false);

  const chooseFile = async (): Promise<void> => {
    const answer = await answerOf(bridge.library.chooseFile({}));
    if (!answer.ok) return setTrouble(answer.error);
    const { path } = answer.value;
    if (path !== null) setAsked({ what: 'open', path, name: path.split(/[\\/]/u).at(-1) ?? path });
  };
  const tryDemo = async (): Promise<void> => {
    setIsMakingDemo(true);
    setTrouble(await enterDemo());
    setIsMakingDemo(false);
  };
  const create = async (): Promise<void> => {
    const obstacle = await leaveEngagement();
    setTrouble(obstacle);
    if (obstacle === undefined) go({ screen: 'setup', step: 'customer' });
  };
  const open = (entry: LibraryEntry): void => {
    if (engagement?.path === entry.path) go(startOf(engagement));
    else setAsked({ what: 'open', path: entry.path, name: entry.name });
  };

  const entries = value?.entries ?? [];
  const shown = filterEntries(entries, search);
  const actions = (
    <>
      <Button appearance="primary" icon={<Add20Regular />} onClick={() => void create()}>
        New engagement
      </Button>
      <Button icon={<FolderOpen20Regular />} onClick={() => void chooseFile()}>
        Open file
      </Button>
      <Button icon={<Beaker20Regular />} disabledFocusable={isMakingDemo} onClick={() => void tryDemo()}>
        {isMakingDemo ? 'Opening the demo…' : 'Try the demo'}
      </Button>
    </>
  );
  return (
    <Page
      title="Library"
      name="library"
      ready={value !== undefined}
      intro="Engagements on this laptop. Each is one encrypted file; one customer’s data never mixes with another’s."
      {...(entries.length > 0 ? { actions } : {})}
    >
      {trouble === undefined ? null : <FailureNotice title="That did not work" failure={trouble} />}
      {failure === undefined ? null : (
        <FailureNotice title="The library could not be read" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Reading the library" /> : null}
      {value !== undefined && entries.length === 0 ? (
        <EmptyState icon={<Library20Regular fontSize={40} />} title="No engagements yet" actions={actions}>
          Start one for a customer, open a file that was handed over to you, or look around with the demo: an invented
          organisation with typical mistakes, judged without any network.
        </EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <div className={styles.search}>
          <ListSearch label="Search engagements" value={search} onChange={setSearch} />
        </div>
      ) : null}
      {entries.length > 0 && shown.length === 0 ? (
        <EmptyState
          icon={<Library20Regular fontSize={40} />}
          title={`No engagement matches “${search}”`}
          actions={<Button onClick={() => setSearch('')}>Clear the search</Button>}
        >
          Names, customers and file paths are searched.
        </EmptyState>
      ) : null}
      {shown.length === 0 ? null : (
        <ul className={styles.list} aria-label="Engagements">
          {shown.map((entry) => (
            <LibraryRow
              key={entry.path}
              entry={entry}
              isOpen={engagement?.path === entry.path}
              onOpen={() => open(entry)}
              onFind={() => void chooseFile()}
              onForget={() => setAsked({ what: 'forget', entry })}
              onLeave={() => void leaveEngagement().then(setTrouble)}
            />
          ))}
        </ul>
      )}
      {asked?.what === 'open' ? (
        <PassphraseDialog path={asked.path} name={asked.name} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked?.what === 'forget' ? (
        <ForgetDialog entry={asked.entry} onDone={reload} onClose={() => setAsked(undefined)} />
      ) : null}
    </Page>
  );
}
