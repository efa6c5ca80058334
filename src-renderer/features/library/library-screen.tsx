import { Button } from '@fluentui/react-components';
import { Add20Regular, FolderOpen20Regular, Library20Regular, Search20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { announce } from '../../shell/announcer';
import { openDialog } from '../../shell/dialog-store';
import { useEngagement } from '../../shell/engagement-store';
import { go, startOf } from '../../shell/navigation-store';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { DemoButton } from './demo-button';
import { type Asked, LibraryDialog } from './library-dialog';
import { LibraryList } from './library-list';
import { leaveEngagement } from './open-engagement';

/** Engagements on this laptop, newest first. */
export function LibraryScreen() {
  const engagement = useEngagement((state) => state.engagement);
  const { value, failure, reload } = useLoad(`library:${engagement?.path ?? ''}`, () => bridge.library.list({}));
  const [asked, setAsked] = useState<Asked>();
  const [trouble, setTrouble] = useState<Failure>();

  const chooseFile = async (): Promise<void> => {
    const answer = await answerOf(bridge.library.chooseFile({}));
    if (!answer.ok) return setTrouble(answer.error);
    const { path } = answer.value;
    if (path !== null) setAsked({ what: 'open', path, name: path.split(/[\\/]/u).at(-1) ?? path });
  };
  const create = async (): Promise<void> => {
    const obstacle = await leaveEngagement();
    setTrouble(obstacle);
    if (obstacle === undefined) go({ screen: 'setup', step: 'customer' });
  };
  const archive = async (entry: LibraryEntry): Promise<void> => {
    const answer = await answerOf(bridge.library.setArchived({ path: entry.path, archived: !entry.archived }));
    setTrouble(answer.ok ? undefined : answer.error);
    announce(entry.archived ? `${entry.name} is back in the list.` : `${entry.name} is archived.`);
    reload();
  };
  const open = (entry: LibraryEntry): void => {
    if (engagement?.path === entry.path) go(startOf(engagement));
    else setAsked({ what: 'open', path: entry.path, name: entry.name });
  };

  const entries = value?.entries ?? [];
  const actions = (
    <>
      <Button appearance="primary" icon={<Add20Regular />} onClick={() => void create()}>
        New engagement
      </Button>
      <Button icon={<FolderOpen20Regular />} onClick={() => void chooseFile()}>
        Open file
      </Button>
      {entries.length === 0 ? null : (
        <Button icon={<Search20Regular />} onClick={() => openDialog('search')}>
          Search in engagements
        </Button>
      )}
      <DemoButton onTrouble={setTrouble} />
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
      {value?.entries.length === 0 ? <EmptyLibrary actions={actions} /> : null}
      {entries.length === 0 ? null : (
        <LibraryList
          entries={entries}
          openPath={engagement?.path}
          onOpen={open}
          onFind={() => void chooseFile()}
          onForget={(entry) => setAsked({ what: 'forget', entry })}
          onLeave={() => void leaveEngagement().then(setTrouble)}
          onArchive={(entry) => void archive(entry)}
          onDelete={(entry) => setAsked({ what: 'delete', entry })}
          onRecover={(entry) => setAsked({ what: 'recover', entry })}
        />
      )}
      {asked === undefined ? null : (
        <LibraryDialog asked={asked} onChanged={reload} onClose={() => setAsked(undefined)} />
      )}
    </Page>
  );
}

function EmptyLibrary({ actions }: { readonly actions: ReactNode }) {
  return (
    <EmptyState icon={<Library20Regular />} title="No engagements yet" actions={actions}>
      Start one for a customer, open a file that was handed over to you, or look around with a demo: an invented
      organisation, judged without any network.
    </EmptyState>
  );
}
