import { Button, makeStyles, Text } from '@fluentui/react-components';
import { ClipboardPaste20Regular, Laptop20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { type ClientsOverview, clientStates, clientStateTitles } from '../../../src-shared/model/clients';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { amount, quantity } from '../../text/quantity';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { useRun } from '../run/run-store';
import { useClients } from './clients-store';
import { GroupDetail } from './group-detail';
import { GroupList } from './group-list';
import { PasteDialog } from './paste-dialog';
import { useClientsOverview } from './use-clients-overview';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(276px, 1fr) minmax(0, 2.4fr)',
    gap: '20px',
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Clients by how they fail, with the way from what they print to the findings that explain it. */
export function ClientsScreen() {
  const styles = useStyles();
  const version = useRun((state) => state.version);
  const canChange = useEngagement((state) => state.engagement?.readOnly === false);
  const [isPasting, setIsPasting] = useState(false);
  const { group: chosen, choose } = useClients();
  const { value, failure, reload } = useClientsOverview();
  const overview = value?.overview;
  const group = overview?.groups.find(({ id }) => id === chosen) ?? overview?.groups[0];
  const paste = (
    <Button icon={<ClipboardPaste20Regular />} onClick={() => setIsPasting(true)}>
      Paste dsregcmd output
    </Button>
  );
  return (
    <Page
      title="Clients"
      name="clients"
      ready={value !== undefined}
      {...(overview === undefined || overview.total === 0 ? {} : { intro: <Text>{introOf(overview)}</Text> })}
      {...(canChange && overview !== undefined && overview.total > 0 ? { actions: paste } : {})}
    >
      {failure === undefined ? null : (
        <FailureNotice title="The clients could not be read" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Reading the clients" /> : null}
      {overview?.total === 0 ? <NoClients paste={canChange ? paste : undefined} /> : null}
      {overview === undefined || group === undefined ? null : (
        <div className={styles.columns}>
          <GroupList overview={overview} chosen={group.id} onChoose={choose} />
          <GroupDetail group={group} overview={overview} version={version} />
        </div>
      )}
      {isPasting ? <PasteDialog onClose={() => setIsPasting(false)} /> : null}
    </Page>
  );
}

/** "5,000 clients in 12 groups. Something is missing: 900 · Set up: 4,100" */
function introOf({ total, groups }: ClientsOverview): string {
  const states = clientStates.flatMap((state) => {
    const count = groups.filter((group) => group.state === state).reduce((sum, group) => sum + group.count, 0);
    return count === 0 ? [] : [`${clientStateTitles[state]}: ${amount(count)}`];
  });
  return `${quantity(total, 'client')} in ${quantity(groups.length, 'group')}. ${states.join(' · ')}`;
}

function NoClients({ paste }: { readonly paste: ReactNode }) {
  return (
    <EmptyState
      icon={<Laptop20Regular />}
      title="No client was collected yet"
      actions={
        <>
          {paste}
          <Button onClick={() => go({ screen: 'setup', step: 'sources' })}>Choose sources</Button>
        </>
      }
    >
      Clients are read from the output of dsregcmd /status: one file a client, a whole folder of them, or the collector
      for clients. Drop the files anywhere in this window, or paste one output.
    </EmptyState>
  );
}
