import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FindingRow } from '../../../src-shared/model/finding';
import { horizons, horizonTitles, type Roadmap, type RoadmapItem } from '../../../src-shared/model/roadmap';
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

/** What to do now, next and later, by deployment step and urgency. */
export function RoadmapCard({ roadmap, rows }: RoadmapCardProps) {
  const styles = useStyles();
  const { items, settled } = roadmap;
  return (
    <Card title="Roadmap">
      {items.length === 0 ? <Text>Nothing is left to do among the checks that were judged.</Text> : null}
      <div className={styles.columns}>
        {horizons.map((horizon) => {
          const these = items.filter((item) => item.horizon === horizon);
          return (
            <div key={horizon} data-horizon={horizon}>
              <Text as="h3" weight="semibold" className={styles.title}>
                {horizonTitles[horizon]} ({these.length})
              </Text>
              <ol className={styles.list}>
                {these.slice(0, mostShown).map((item) => (
                  <Item key={item.checkId} item={item} rows={rows} />
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

function Item({ item, rows }: { readonly item: RoadmapItem; readonly rows: readonly FindingRow[] }) {
  const styles = useStyles();
  const row = rows.find(({ checkId }) => checkId === item.checkId);
  if (row === undefined) return null;
  const more = [unblocksSentence(item), decidedSentence(item)].filter((sentence) => sentence !== '').join(' ');
  return (
    <li>
      <FindingLink row={row} lead={item.kind === 'fix' ? 'Fix' : 'Find out'} onOpen={() => showFinding(item.checkId)} />
      {more === '' ? null : <span className={styles.quiet}>{more}</span>}
    </li>
  );
}
