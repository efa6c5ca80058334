import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReadinessGroup } from '../../../src-shared/model/readiness';
import { openWords } from '../../../src-shared/model/readiness-words';
import { partOf } from '../../text/quantity';
import { statusColor } from '../../theme/status-colors';
import { surface } from '../../theme/surfaces';
import { ShareBar } from '../../ui/share-bar';
import { VerdictLabel, verdictOutcome } from '../../ui/verdict-label';

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '6px',
    padding: '10px 12px',
    height: '100%',
    width: '100%',
    minWidth: 0,
    overflowWrap: 'anywhere',
    textAlign: 'start',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTopWidth: '3px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300, flex: 1 },
  number: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counts: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  /** Six tiles side by side are narrower than the longest verdict. */
  verdict: { '& > *': { whiteSpace: 'normal' } },
});

interface PathTileProps {
  readonly title: string;
  /** Position in the path, for steps. */
  readonly number?: number;
  readonly group: ReadinessGroup;
  readonly onShow: () => void;
}

/** One area or step: verdict, coverage, blockers; leads to its findings. */
export function PathTile({ title, number, group, onShow }: PathTileProps) {
  const styles = useStyles();
  const { verdict, conclusive, total, implemented, applicable } = group;
  const outcome = verdictOutcome[verdict];
  return (
    <button
      type="button"
      className={styles.tile}
      style={{ borderTopColor: statusColor(outcome).ink, borderTopStyle: outcome === 'unknown' ? 'dashed' : 'solid' }}
      onClick={onShow}
    >
      {number === undefined ? null : <span className={styles.number}>Step {number}</span>}
      <span className={styles.title}>{title}</span>
      <span className={styles.verdict}>
        <VerdictLabel verdict={verdict} />
      </span>
      <span className={styles.counts}>
        {openWords(group).join(' · ') ||
          (implemented === 0
            ? 'Not judged by this version'
            : applicable === 0
              ? `None of its ${total} checks applies`
              : 'Nothing open')}
      </span>
      <ShareBar part={conclusive} whole={applicable} color={statusColor(outcome).ink} />
      {applicable === 0 ? null : (
        <span className={styles.quiet}>{partOf(conclusive, applicable)} applicable checks conclusive</span>
      )}
    </button>
  );
}
