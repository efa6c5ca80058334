import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ClipboardTaskListLtr20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { go, useNavigation } from '../../shell/navigation-store';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { ContradictionsNotice } from '../contradictions/contradictions-notice';
import { SelectionBar } from '../reviews/selection-bar';
import { useRun } from '../run/run-store';
import { noneChosen } from './choose-rows';
import { FindingDetail, type Opened } from './detail/finding-detail';
import { FilterBar } from './filter-bar';
import { FindingList } from './finding-list';
import { emptyFilter, type FindingsState, useFindings } from './findings-store';
import { groupRows } from './group-rows';
import { shownSentence } from './shown-sentence';
import { useListedFindings } from './use-listed-findings';

const narrow = '@media (max-width: 980px)';

const useStyles = makeStyles({
  split: { display: 'flex', gap: '16px', flex: 1, minHeight: '240px' },
  list: { flex: '1 1 0', minWidth: 0, display: 'flex' },
  beside: { flex: '5 1 0', [narrow]: { display: 'none' } },
  detail: { flex: '6 1 0', minWidth: 0, display: 'flex' },
});

const focusList = (): void => document.querySelector<HTMLElement>('[role="grid"][aria-label="Findings"]')?.focus();

/** Without the scroll position, which changes with every turn of the wheel. */
const seenByScreen = ({ filter, sort, groupBy, chosen, setFilter, remember }: FindingsState) => ({
  ...{ filter, sort, groupBy, chosen, setFilter, remember },
});

/** The list, and beside it the finding the route names. On a narrow window the detail takes the place of the list. */
export function FindingsScreen({ checkId }: { readonly checkId: string | undefined }) {
  const styles = useStyles();
  const version = useRun((state) => state.version);
  const { filter, sort, groupBy, chosen, setFilter, remember } = useFindings(useShallow(seenByScreen));
  const replace = useNavigation((state) => state.replace);
  const { value, failure, reload } = useListedFindings(filter, sort);
  const lines = useMemo(() => groupRows(value?.rows ?? [], groupBy), [value, groupBy]);
  const order = useMemo(() => lines.flatMap((line) => (line.kind === 'finding' ? [line.row.checkId] : [])), [lines]);

  const chosenRows = value?.rows.filter(({ checkId: id }) => chosen.ids.has(id)) ?? [];

  const [opened, setOpened] = useState<Opened>();
  const select = (id: string): void => {
    setOpened(undefined);
    remember({ lastCheckId: id });
    replace({ screen: 'findings', checkId: id });
  };
  const chooseNone = (): void => {
    remember({ chosen: noneChosen });
    setTimeout(focusList);
  };
  const close = (): void => {
    replace({ screen: 'findings' });
    setTimeout(focusList);
  };
  useEffect(() => {
    if (checkId !== undefined) remember({ lastCheckId: checkId });
  }, [checkId, remember]);
  // Coming back through the rail: what was selected is selected again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the screen is entered
  useEffect(() => {
    const { lastCheckId } = useFindings.getState();
    if (checkId === undefined && lastCheckId !== undefined) replace({ screen: 'findings', checkId: lastCheckId });
  }, []);

  const isEmpty = value !== undefined && value.total === 0 && checkId === undefined;
  const intro =
    value === undefined || value.total === 0 ? undefined : <span role="status">{shownSentence(value)}</span>;
  return (
    <Page
      title="Findings"
      name="findings"
      layout="fill"
      ready={value !== undefined}
      {...(intro === undefined ? {} : { intro })}
    >
      {failure === undefined ? null : (
        <FailureNotice title="The findings could not be read" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Reading the findings" /> : null}
      {isEmpty ? <NothingJudged /> : null}
      {value !== undefined && !isEmpty ? (
        <>
          <ContradictionsNotice />
          <FilterBar />
          <SelectionBar rows={chosenRows} onClear={chooseNone} />
          <div className={styles.split}>
            <div data-list="" className={mergeClasses(styles.list, checkId !== undefined && styles.beside)}>
              {lines.length === 0 ? (
                <NoMatch onClear={() => setFilter(emptyFilter)} />
              ) : (
                <FindingList
                  lines={lines}
                  selectedId={checkId}
                  onSelect={select}
                  onOpen={(id) => {
                    select(id);
                    setOpened({ checkId: id });
                  }}
                />
              )}
            </div>
            {checkId === undefined ? null : (
              <div className={styles.detail}>
                <FindingDetail
                  checkId={checkId}
                  version={version}
                  order={order}
                  opened={opened}
                  onSelect={select}
                  onClose={close}
                />
              </div>
            )}
          </div>
        </>
      ) : null}
    </Page>
  );
}

function NothingJudged() {
  return (
    <EmptyState
      icon={<ClipboardTaskListLtr20Regular />}
      title="No findings yet"
      actions={
        <Button appearance="primary" onClick={() => go({ screen: 'setup', step: 'sources' })}>
          Choose sources
        </Button>
      }
    >
      Findings appear after the first run. Files dropped anywhere in this window are read and judged at once.
    </EmptyState>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={<ClipboardTaskListLtr20Regular />}
      title="No finding matches"
      actions={<Button onClick={onClear}>Clear filters and search</Button>}
    >
      The filters and the search leave nothing over. That says nothing about the systems.
    </EmptyState>
  );
}
