// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
import type { ClientMember } from '../../../src-shared/model/clients';
import { printable } from '../../../src-shared/model/printable';
import { answerOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { usePages } from '../../api/use-pages';
import { FailureNotice } from '../../ui/failure-notice';
import { ListSearch } from '../../ui/list-search';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { useSteady } from '../../ui/use-steady';
import { VirtualRows } from '../../ui/virtual-rows';

const useStyles = makeStyles({
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
  const [search, setSearch] = useState('');
  const { total, failure, itemAt, need, retry } = usePages(
    JSON.stringify({ group, search, version }),
    async (range) => {
      const answer = await answerOf(bridge.clients.members({ group, search, ...range }));
      return answer.ok ? { ok: true, value: { items: answer.value.members, total: answer.value.total } } : answer;
    },
  );
  const show = useSteady(onShowEvidence);
  return (
    <div data-list="" style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
      {count < searchFrom ? null : <ListSearch label="Search clients" value={search} onChange={setSearch} />}
      {failure === undefined ? null : (
        <FailureNotice title="The clients could not be read" failure={failure} onRetry={retry} />
      )}
      {total === 0 ? <Text role="status">No client matches.</Text> : null}
      {total === undefined || total === 0 ? null : (
        <VirtualRows
          key={search}
          label="Clients of the group"
          rowHeight={34}
          maxHeight={280}
          {...{ total, itemAt, need }}
          cells={(member) => <MemberRow member={member} onShowEvidence={show} />}
          onOpen={({ evidenceId }) => show(evidenceId)}
        />
      )}
    </div>
  );
}

interface MemberRowProps {
  readonly member: ClientMember | undefined;
  readonly onShowEvidence: (evidenceId: string) => void;
}

const MemberRow = memo(function MemberRow({ member, onShowEvidence }: MemberRowProps) {
  const styles = useStyles();
  if (member === undefined) {
    return (
      <div className={styles.row} role="gridcell">
        Reading…
      </div>
    );
  }
  return (
    <div className={styles.row} role="presentation">
      <div role="gridcell" className={styles.name}>
        <Untrusted>{member.name}</Untrusted>
      </div>
      <div role="gridcell" className={styles.quiet}>
        captured <TimeAgo at={member.collectedAt} />
      </div>
      <div role="gridcell">
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
});
