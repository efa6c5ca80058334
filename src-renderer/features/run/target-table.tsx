import { makeStyles, tokens } from '@fluentui/react-components';
import { printable } from '../../../src-shared/model/printable';
import type { RunTarget } from '../../../src-shared/model/run';
import { calendarDate, elapsed } from '../../text/time';
import { useNow } from '../../text/use-now';
import { Untrusted } from '../../ui/untrusted';
import { UntrustedPath } from '../../ui/untrusted-path';
import { TargetState } from './target-state';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    textAlign: 'start',
    padding: '6px 12px 6px 0',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
  cell: { padding: '8px 12px 8px 0', verticalAlign: 'top', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  wrap: { overflowWrap: 'anywhere', minWidth: '160px', width: '42%', userSelect: 'text' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  notes: { margin: '2px 0 0', paddingLeft: '18px' },
});

const mostNotes = 3;

/** One row per system or file of a run. */
export function TargetTable({ targets, isLive }: { readonly targets: readonly RunTarget[]; readonly isLive: boolean }) {
  const styles = useStyles();
  const now = useNow(isLive ? 1000 : 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard
    <section className={styles.scroll} aria-label="Targets" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['State', 'Target', isLive ? 'What happens' : 'What happened'].map((title) => (
              <th key={title} scope="col" className={styles.head}>
                {title}
              </th>
            ))}
            {['Facts', 'Time'].map((title) => (
              <th key={title} scope="col" className={`${styles.head} ${styles.number}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.id}>
              <td className={styles.cell}>
                <TargetState target={target} isLive={isLive} />
              </td>
              <th
                scope="row"
                className={`${styles.cell} ${styles.wrap}`}
                style={{ textAlign: 'start', fontWeight: 'normal' }}
              >
                <UntrustedPath>{target.title}</UntrustedPath>
              </th>
              <td className={`${styles.cell} ${styles.wrap}`}>
                <WhatHappens target={target} isLive={isLive} />
              </td>
              <td className={`${styles.cell} ${styles.number}`}>{target.facts.toLocaleString('en-GB')}</td>
              <td className={`${styles.cell} ${styles.number}`}>{timeTaken(target, isLive, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function timeTaken({ startedAt, endedAt }: RunTarget, isLive: boolean, now: number): string {
  if (startedAt === undefined) return '–';
  if (endedAt === undefined && !isLive) return '–';
  const end = endedAt === undefined ? now : Date.parse(endedAt);
  return elapsed(end - Date.parse(startedAt));
}

/** Beyond what the state says: empty for a target that was read to the end, or will not be read any more. */
function whatHappens({ state, phase, keptFrom }: RunTarget, isLive: boolean): string {
  if (keptFrom !== undefined) return `Kept from ${calendarDate(keptFrom)}; not read in this run`;
  return state === 'done' || (state === 'waiting' && !isLive) ? '' : phase;
}

function WhatHappens({ target, isLive }: { readonly target: RunTarget; readonly isLive: boolean }) {
  const styles = useStyles();
  const { failure } = target;
  const notes = target.notes.filter((note) => note !== failure?.message);
  const more = notes.length - mostNotes;
  return (
    <>
      {failure === undefined ? (
        <Untrusted>{whatHappens(target, isLive)}</Untrusted>
      ) : (
        <>
          <div>
            <Untrusted>{failure.message}</Untrusted>
          </div>
          <div className={styles.quiet}>
            <Untrusted>{failure.next}</Untrusted>
          </div>
        </>
      )}
      {notes.length === 0 ? null : (
        <ul className={`${styles.quiet} ${styles.notes}`}>
          {notes.slice(0, mostNotes).map((note) => (
            <li key={note}>
              <Untrusted>{note}</Untrusted>
            </li>
          ))}
          {more > 0 ? (
            <li
              title={notes
                .slice(mostNotes)
                .map((note) => printable(note))
                .join('\n')}
            >
              and {more} more remarks
            </li>
          ) : null}
        </ul>
      )}
    </>
  );
}
