import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AffectedObject, Finding } from '../../../../src-shared/model/finding';
import { type Outcome, outcomes, outcomeTitles } from '../../../../src-shared/model/outcome';
import { partOf } from '../../../text/quantity';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSteady } from '../../../ui/use-steady';
import { VirtualRows } from '../../../ui/virtual-rows';
import { ReviewDialog } from '../../reviews/review-dialog';
import type { ShownEvidence } from './finding-body';
import { ObjectBar } from './object-bar';
import { ObjectFilters } from './object-filters';
import { ObjectRow } from './object-row';
import { useChosenObjects } from './use-chosen-objects';
import { useObjects } from './use-objects';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});

const searchFrom = 9;

interface ObjectListProps {
  readonly checkId: string;
  readonly counts: Finding['counts'];
  readonly version: number;
  readonly onShowEvidence: (shown: ShownEvidence) => void;
}

function judged(counts: Finding['counts']): { readonly known: readonly Outcome[]; readonly all: number } {
  const known = outcomes.filter((outcome) => (counts[outcome] ?? 0) > 0);
  return { known, all: known.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0) };
}

const countWords = (outcome: Outcome, counts: Finding['counts'], all: number): string =>
  `${partOf(counts[outcome] ?? 0, all)} ${outcomeTitles[outcome].toLowerCase()}`;

/** Objects of a finding with their own search and outcome filter. */
export function ObjectList({ checkId, counts, version, onShowEvidence }: ObjectListProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly Outcome[]>([]);
  const [subject, setSubject] = useState<AffectedObject>();
  const { total, failure, itemAt, need, retry } = useObjects(checkId, search, chosen, version);
  const together = useChosenObjects({ checkId, search, filter: chosen, itemAt });
  const show = useSteady(onShowEvidence);
  const { known, all } = judged(counts);
  const isFiltered = search.trim() !== '' || chosen.length > 0;
  return (
    <div data-list="" style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
      <span className={styles.quiet}>{known.map((outcome) => countWords(outcome, counts, all)).join(' · ')}</span>
      {all < searchFrom ? null : (
        <ObjectFilters
          known={known}
          search={search}
          onSearch={setSearch}
          chosen={chosen}
          onChosen={setChosen}
          onChooseAll={() => void together.chooseAll()}
        />
      )}
      <ObjectBar checkId={checkId} chosen={together} />
      {failure === undefined ? null : (
        <FailureNotice title="The objects could not be read" failure={failure} onRetry={retry} />
      )}
      {total === undefined && failure === undefined ? <Text>Reading the objects…</Text> : null}
      {total === 0 ? (
        <Text role="status">
          {isFiltered ? 'No object matches.' : 'The objects of this finding are counted, not listed.'}
        </Text>
      ) : null}
      {total === undefined || total === 0 ? null : (
        <VirtualRows
          key={JSON.stringify({ search, chosen })}
          label="Affected objects"
          rowHeight={78}
          maxHeight={360}
          {...{ total, itemAt, need }}
          cells={(object) => (
            <ObjectRow
              object={object}
              isChosen={together.has(object?.id ?? '')}
              onToggle={together.toggle}
              onShowEvidence={show}
              onDecide={setSubject}
            />
          )}
          choosing={together.byRow}
          onOpen={({ evidenceId, locate }) => evidenceId !== undefined && show({ id: evidenceId, locate })}
        />
      )}
      {total !== undefined && !isFiltered && total < all ? (
        <span className={styles.quiet}>
          {partOf(total, all)} objects are listed; further passed ones are counted only.
        </span>
      ) : null}
      {subject === undefined ? null : (
        <ReviewDialog subjects={[{ checkId, object: subject }]} onClose={() => setSubject(undefined)} />
      )}
    </div>
  );
}
