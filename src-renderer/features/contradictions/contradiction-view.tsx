import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Contradiction, Witness } from '../../../src-shared/model/contradiction';
import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import { shortenMiddle } from '../../text/shorten-middle';
import { exactTime } from '../../text/time';
import { DataTable } from '../../ui/data-table';
import { Untrusted } from '../../ui/untrusted';
import { showFinding } from '../overview/show-findings';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingBottom: '14px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, overflowWrap: 'anywhere' },
  witnesses: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const checksShown = 12;

interface ContradictionViewProps {
  readonly contradiction: Contradiction;
  /** Before a finding is shown. */
  readonly onLeave: () => void;
}

/** Values side by side with the records that tell them; no side is taken. */
export function ContradictionView({ contradiction, onLeave }: ContradictionViewProps) {
  const styles = useStyles();
  const { title, values, consequence, whatToDo, checks } = contradiction;
  return (
    <section className={styles.root}>
      <Text as="h3" weight="semibold" className={styles.title}>
        <Untrusted>{title}</Untrusted>
      </Text>
      <DataTable
        label={`Values: ${title}`}
        columns={['Value', 'Told by']}
        rows={values.map(({ value, witnesses, total }) => ({
          key: value,
          cells: [
            <Untrusted key="value">{value}</Untrusted>,
            <ul key="witnesses" className={styles.witnesses}>
              {witnesses.map((witness) => (
                <WitnessLine key={witness.evidenceId} witness={witness} />
              ))}
              {total > witnesses.length ? <li className={styles.quiet}>and {total - witnesses.length} more</li> : null}
            </ul>,
          ],
        }))}
      />
      <Text>{consequence}</Text>
      <Text>
        <strong>What to do:</strong> {whatToDo}
      </Text>
      {checks.length === 0 ? null : (
        <span className={styles.quiet}>
          Bears on{' '}
          {checks.slice(0, checksShown).map((checkId, index) => (
            <span key={checkId}>
              {index === 0 ? '' : ', '}
              <Link
                as="button"
                inline
                onClick={() => {
                  onLeave();
                  showFinding(checkId);
                }}
              >
                {checkId}
              </Link>
            </span>
          ))}
          {checks.length > checksShown ? ` and ${checks.length - checksShown} more` : ''}
        </span>
      )}
    </section>
  );
}

function WitnessLine({ witness: { kind, target, source, collectedAt } }: { readonly witness: Witness }) {
  const styles = useStyles();
  return (
    <li>
      {evidenceKindTitles[kind]} · <Untrusted>{shortenMiddle(target, 60)}</Untrusted>
      <div className={styles.quiet}>
        <Untrusted>{shortenMiddle(source.location, 90)}</Untrusted>, {exactTime(collectedAt)}
      </div>
    </li>
  );
}
