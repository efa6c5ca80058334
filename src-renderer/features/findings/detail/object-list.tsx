// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { AffectedObject, Finding } from '../../../../src-shared/model/finding';
import { type Outcome, outcomes, outcomeTitles } from '../../../../src-shared/model/outcome';
import { partOf } from '../../../text/quantity';
import { FailureNotice } from '../../../ui/failure-notice';
import { useListEnds } from '../../../ui/use-list-ends';
import { ReviewDialog } from '../../reviews/review-dialog';
import type { ShownEvidence } from './finding-body';
import { ObjectBar } from './object-bar';
import { ObjectFilters } from './object-filters';
import { ObjectRow } from './object-row';
import { useChosenObjects } from './use-chosen-objects';
import { useObjects } from './use-objects';

const useStyles = makeStyles({
  box: {
    maxHeight: '360px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    containerType: 'inline-size',
  },
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

/** Objects of a finding with their own search and outcome filter; a virtual list that reads pages as they are scrolled to. */
export function ObjectList({ checkId, counts, version, onShowEvidence }: ObjectListProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly Outcome[]>([]);
  const [subject, setSubject] = useState<AffectedObject>();
  const { total, failure, itemAt, need, retry } = useObjects(checkId, search, chosen, version);
  const together = useChosenObjects(checkId, search, chosen);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => 78,
    overscan: 6,
  });
  const ends = useListEnds(virtual);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) need(first, last);
  });

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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div ref={scroll} className={styles.box} tabIndex={0} role="region" aria-label="Affected objects" {...ends}>
          <div
            role="table"
            aria-label="Affected objects"
            aria-rowcount={total}
            style={{ height: virtual.getTotalSize(), position: 'relative' }}
          >
            {items.map((item) => (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 1}
                style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${item.start}px)` }}
              >
                <ObjectRow
                  object={itemAt(item.index)}
                  isChosen={together.has(itemAt(item.index)?.id ?? '')}
                  onToggle={together.toggle}
                  onShowEvidence={onShowEvidence}
                  onDecide={setSubject}
                />
              </div>
            ))}
          </div>
        </div>
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
