import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { assertNever } from '../../../../src-shared/model/assert-never';
import { type EvidenceHeader, evidenceKindTitles } from '../../../../src-shared/model/evidence';
import { printable } from '../../../../src-shared/model/printable';
import { shortenMiddle } from '../../../text/shorten-middle';
import { calendarDate } from '../../../text/time';
import { CodeValue } from '../../../ui/code-value';
import { OutcomeLabel } from '../../../ui/outcome-label';
import { TimeAgo } from '../../../ui/time-ago';
import { Untrusted } from '../../../ui/untrusted';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 12px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const shownAtFirst = 20;

/** How it came here, in words that never make what somebody said look like something read. */
function Provenance({ record: { source, collectedAt, collector } }: { readonly record: EvidenceHeader }) {
  switch (source.way) {
    case 'attested':
      return (
        <>
          <OutcomeLabel outcome="info" word="Attested" /> <Untrusted>{source.location}</Untrusted> on{' '}
          {calendarDate(collectedAt)}, noted by <Untrusted>{collector.user}</Untrusted>; nothing was read
        </>
      );
    case 'probe':
    case 'import':
      return (
        <>
          {source.way === 'probe' ? 'Read live from' : 'Imported from'}{' '}
          <Untrusted>{shortenMiddle(source.location, 90)}</Untrusted>, <TimeAgo at={collectedAt} />, by{' '}
          <Untrusted>{collector.user}</Untrusted>
        </>
      );
    default:
      return assertNever(source.way);
  }
}

/** Records a finding rests on, each with where it came from, when, and the hash of the raw input. */
export function EvidenceList({
  evidence,
  total,
  onShow,
}: {
  readonly evidence: readonly EvidenceHeader[];
  /** Records the finding names; the list may hold only the first. */
  readonly total: number;
  readonly onShow: (id: string) => void;
}) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (evidence.length === 0) return <Text>No evidence was at hand: nothing that this check needs was collected.</Text>;
  const shown = showsAll ? evidence : evidence.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((record) => (
          <li key={record.id} className={styles.item}>
            <div className={styles.text}>
              <Text weight="semibold">{evidenceKindTitles[record.kind]}</Text> ·{' '}
              <Untrusted>{shortenMiddle(record.target, 60)}</Untrusted>
              <div className={styles.quiet} title={printable(record.source.location, 4096)}>
                <Provenance record={record} />
              </div>
              {record.sha256 === undefined ? null : (
                <div className={styles.quiet}>
                  {record.source.way === 'attested' ? 'Attachment, ' : ''}SHA-256{' '}
                  <CodeValue value={record.sha256} what="SHA-256" length={20} />
                </div>
              )}
              {record.failure === undefined ? null : (
                <div className={styles.quiet}>
                  <OutcomeLabel outcome="unknown" word={record.status === 'partial' ? 'Partial' : 'Failed'} />{' '}
                  <Untrusted>{record.failure.message}</Untrusted>
                </div>
              )}
            </div>
            <Button
              size="small"
              icon={<DocumentSearch20Regular />}
              aria-label={`View ${evidenceKindTitles[record.kind]} of ${printable(record.target)}`}
              onClick={() => onShow(record.id)}
            >
              View
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < evidence.length ? (
        <div>
          <Button onClick={() => setShowsAll(true)}>
            {evidence.length < total ? `Show the first ${evidence.length}` : `Show all ${evidence.length}`}
          </Button>
        </div>
      ) : null}
      {evidence.length < total ? (
        <Text>
          The finding rests on {total} records. Each affected object leads to its own; the report lists them all.
        </Text>
      ) : null}
    </>
  );
}
