import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingRow } from '../../src-shared/model/finding';
import { bareButton } from '../theme/bare-button';
import { AttestedLabel } from './attested-label';
import { OutcomeLabel } from './outcome-label';
import { SeverityTag } from './severity-tag';
import { Untrusted } from './untrusted';

const useStyles = makeStyles({
  link: {
    ...bareButton,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '2px 12px',
    width: '100%',
    padding: '8px 10px',
    lineHeight: tokens.lineHeightBase300,
  },
  sentence: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  second: {
    gridColumn: '1 / -1',
    display: 'flex',
    gap: '2px 10px',
    alignItems: 'center',
    flexWrap: 'wrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface FindingLinkProps {
  readonly row: FindingRow;
  readonly onOpen: () => void;
  /** Stands before the check's title, e.g. "Fix". */
  readonly lead?: string;
  /** Leads in place of the finding's summary. */
  readonly sentence?: string;
}

/** A finding by name, anywhere outside of the findings list. */
export function FindingLink({ row, onOpen, lead, sentence = row.summary }: FindingLinkProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.link} onClick={onOpen}>
      <span className={styles.sentence}>
        <Untrusted>{sentence}</Untrusted>
      </span>
      <SeverityTag severity={row.severity} />
      <span className={styles.second}>
        <OutcomeLabel outcome={row.outcome} />
        <span>
          {lead === undefined ? '' : `${lead} · `}
          {row.title} · {row.checkId}
        </span>
        {row.attested === undefined ? null : <AttestedLabel attested={row.attested} />}
      </span>
    </button>
  );
}
