// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ClientMember } from '../../../src-shared/model/clients';
import { printable } from '../../../src-shared/model/printable';
import { answerOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { usePages } from '../../api/use-pages';
import { FailureNotice } from '../../ui/failure-notice';
import { ListSearch } from '../../ui/list-search';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { useListEnds } from '../../ui/use-list-ends';

const useStyles = makeStyles({
  box: {
    maxHeight: '280px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 32px',
    gap: '10px',
    padding: '3px 10px',
    alignItems: 'center',
    minHeight: '34px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

const searchFrom = 9;

interface MemberListProps {
  readonly group: string;
  readonly count: number;
  readonly version: number;
  readonly onShowEvidence: (evidenceId: string) => void;
}

/** Clients of a group by name, with the way to what they printed; reads pages as they are scrolled to. */
export function MemberList({ group, count, version, onShowEvidence }: MemberListProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const { total, failure, itemAt, need, retry } = usePages(
    JSON.stringify({ group, search, version }),
    async (range) => {
      const answer = await answerOf(bridge.clients.members({ group, search, ...range }));
      return answer.ok ? { ok: true, value: { items: answer.value.members, total: answer.value.total } } : answer;
    },
  );
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => 34,
    overscan: 8,
  });
  const ends = useListEnds(virtual);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) need(first, last);
  });
  return (
    <div data-list="" style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
      {count < searchFrom ? null : <ListSearch label="Search clients" value={search} onChange={setSearch} />}
      {failure === undefined ? null : (
        <FailureNotice title="The clients could not be read" failure={failure} onRetry={retry} />
      )}
      {total === 0 ? <Text role="status">No client matches.</Text> : null}
      {total === undefined || total === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div ref={scroll} className={styles.box} tabIndex={0} role="region" aria-label="Clients of the group" {...ends}>
          <div
            role="table"
            aria-label="Clients of the group"
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
                <MemberRow member={itemAt(item.index)} onShowEvidence={onShowEvidence} />
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function MemberRow({
  member,
  onShowEvidence,
}: {
  readonly member: ClientMember | undefined;
  readonly onShowEvidence: (evidenceId: string) => void;
}) {
  const styles = useStyles();
  if (member === undefined) {
    return (
      <div className={styles.row} role="cell">
        Reading…
      </div>
    );
  }
  return (
    <div className={styles.row} role="presentation">
      <div role="cell" className={styles.name}>
        <Untrusted>{member.name}</Untrusted>
      </div>
      <div role="cell" className={styles.quiet}>
        captured <TimeAgo at={member.collectedAt} />
      </div>
      <div role="cell">
        <Button
          appearance="subtle"
          size="small"
          icon={<DocumentSearch20Regular />}
          aria-label={`View evidence for ${printable(member.name)}`}
          title="View evidence"
          onClick={() => onShowEvidence(member.evidenceId)}
        />
      </div>
    </div>
  );
}
