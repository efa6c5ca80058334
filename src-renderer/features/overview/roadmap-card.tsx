import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { effortTitles } from '../../../src-shared/model/effort';
import type { FindingRow } from '../../../src-shared/model/finding';
import { horizons, horizonTitles, type Roadmap } from '../../../src-shared/model/roadmap';
import { type RoadmapTask, roadmapTasks } from '../../../src-shared/model/roadmap-tasks';
import { decidedSentence, unblocksSentence } from '../../../src-shared/model/roadmap-words';
import { quantity } from '../../../src-shared/text/quantity';
import { Card } from '../../ui/card';
import { FindingLink } from '../../ui/finding-link';
import { showFinding } from './show-findings';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
    alignItems: 'start',
  },
  title: { margin: '0 0 4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: {
    display: 'block',
    padding: '0 10px 6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Points shown of each part; the report has all of them. */
const mostShown = 3;

interface RoadmapCardProps {
  readonly roadmap: Roadmap;
  readonly rows: readonly FindingRow[];
}

/** What to do now, next and later, by deployment step, urgency and effort. */
export function RoadmapCard({ roadmap, rows }: RoadmapCardProps) {
  const styles = useStyles();
  const { items, settled } = roadmap;
  const tasks = roadmapTasks(items);
  return (
    <Card title="Roadmap">
      {items.length === 0 ? <Text>Nothing is left to do among the checks that were judged.</Text> : null}
      <div className={styles.columns}>
        {horizons.map((horizon) => {
          const these = tasks.filter((task) => task.horizon === horizon);
          return (
            <div key={horizon} data-horizon={horizon}>
              <Text as="h3" weight="semibold" className={styles.title}>
                {horizonTitles[horizon]} ({these.length})
              </Text>
              <ol className={styles.list}>
                {these.slice(0, mostShown).map((task) => (
                  <Task key={task.number} task={task} rows={rows} />
                ))}
              </ol>
              {these.length > mostShown ? (
                <Text className={styles.quiet}>{these.length - mostShown} more in the report</Text>
              ) : null}
            </div>
          );
        })}
      </div>
      {settled.length === 0 ? null : (
        <Text className={styles.quiet}>{quantity(settled.length, 'finding')} left out by decision</Text>
      )}
    </Card>
  );
}

/** Leads to the first of its findings; the report names all of them. */
function Task({ task, rows }: { readonly task: RoadmapTask; readonly rows: readonly FindingRow[] }) {
  const styles = useStyles();
  const [first, ...others] = task.items;
  const row = rows.find(({ checkId }) => checkId === first.checkId);
  if (row === undefined) return null;
  const more = [
    `${effortTitles[task.effort]} effort.`,
    others.length === 0 ? '' : `Settles ${quantity(others.length, 'other finding')} as well.`,
    unblocksSentence(first),
    decidedSentence(first),
  ];
  return (
    <li>
      <FindingLink row={row} sentence={task.task} onOpen={() => showFinding(first.checkId)} />
      <span className={styles.quiet}>{more.filter((sentence) => sentence !== '').join(' ')}</span>
    </li>
  );
}
