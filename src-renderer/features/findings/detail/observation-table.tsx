import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Observation } from '../../../../src-shared/model/finding';
import { printableLines } from '../../../text/printable-lines';
import { statusColor } from '../../../theme/status-colors';
import { StatusIcon } from '../../../ui/status-icon';
import { Untrusted } from '../../../ui/untrusted';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'start',
    padding: '4px 8px',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '6px 8px',
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: 'normal',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    userSelect: 'text',
  },
  label: { color: tokens.colorNeutralForeground2 },
  differs: { backgroundColor: statusColor('fail').fill, boxShadow: `inset 3px 0 0 ${statusColor('fail').ink}` },
  mark: { display: 'inline-flex', gap: '6px', alignItems: 'flex-start' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Observed and expected side by side; a difference is marked by icon, colour and words. */
export function ObservationTable({ observations }: { readonly observations: readonly Observation[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {['What', 'Observed', 'Expected'].map((title) => (
            <th key={title} scope="col" className={styles.head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {observations.map(({ label, observed, expected, matches }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: observations have no identity of their own and never move
          <tr key={index}>
            <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
              <Untrusted>{label}</Untrusted>
            </th>
            <td className={mergeClasses(styles.cell, matches === false && styles.differs)}>
              {matches === undefined ? (
                <bdi>{printableLines(observed)}</bdi>
              ) : (
                <span className={styles.mark}>
                  <StatusIcon outcome={matches ? 'pass' : 'fail'} />
                  <span className={styles.hidden}>{matches ? 'As expected: ' : 'Differs: '}</span>
                  <bdi>{printableLines(observed)}</bdi>
                </span>
              )}
            </td>
            <td className={styles.cell}>{expected === undefined ? '–' : <bdi>{printableLines(expected)}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
