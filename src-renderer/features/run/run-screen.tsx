import { Button, ToggleButton } from '@fluentui/react-components';
import { Play20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { isIncomplete } from '../../../src-shared/model/run';
import { openDialog } from '../../shell/dialog-store';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { ListSearch } from '../../ui/list-search';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { ActiveRun } from './active-run';
import { EndedRun } from './ended-run';
import { useRun } from './run-store';
import { TargetTable } from './target-table';

export function RunScreen() {
  const { active, targets, latest, failure, loadLatest } = useRun();
  const canRun = useEngagement((state) => state.engagement?.readOnly === false);
  const [search, setSearch] = useState('');
  const [onlyIncomplete, setOnlyIncomplete] = useState(false);
  useEffect(() => {
    if (latest === undefined && active === null) void loadLatest();
  }, [latest, active, loadLatest]);

  const all = [...targets.values()];
  const incomplete = all.filter(isIncomplete).length;
  const wanted = search.trim().toLowerCase();
  const rows = all.filter(
    (target) => (!onlyIncomplete || isIncomplete(target)) && target.title.toLowerCase().includes(wanted),
  );
  const isEmpty = active === null && latest === null;
  const again = (
    <Button icon={<Play20Regular />} onClick={() => openDialog('run-again')}>
      Run again
    </Button>
  );
  return (
    <Page
      title="Run"
      name="run"
      ready={active !== null || latest !== undefined}
      {...(active === null && latest && canRun ? { actions: again } : {})}
    >
      {failure === undefined ? null : <FailureNotice title="The run did not end as planned" failure={failure} />}
      {active === null && latest === undefined ? <Waiting what="Reading the latest run" /> : null}
      {isEmpty ? (
        <EmptyState icon={<Play20Regular />} title="Nothing was collected yet" actions={<NextSteps />}>
          A run reads the chosen systems and files and judges them. Everything that will be contacted is shown before it
          starts.
        </EmptyState>
      ) : null}
      {active === null ? latest ? <EndedRun run={latest} /> : null : <ActiveRun />}
      {all.length === 0 ? null : (
        <div style={{ display: 'flex', gap: '8px', flexWrap: 'wrap' }}>
          <ListSearch label="Search targets" value={search} onChange={setSearch} />
          <ToggleButton checked={onlyIncomplete} onClick={() => setOnlyIncomplete(!onlyIncomplete)}>
            Only incomplete ({incomplete})
          </ToggleButton>
        </div>
      )}
      {all.length > 0 && rows.length === 0 ? (
        <p>
          {onlyIncomplete && incomplete === 0 ? 'Every target was read to the end.' : 'No target matches the search.'}
        </p>
      ) : null}
      {rows.length === 0 ? null : <TargetTable targets={rows} isLive={active !== null} />}
    </Page>
  );
}

function NextSteps() {
  return (
    <>
      <Button appearance="primary" onClick={() => go({ screen: 'setup', step: 'consent' })}>
        Show what will be contacted
      </Button>
      <Button onClick={() => go({ screen: 'setup', step: 'sources' })}>Choose sources</Button>
    </>
  );
}
