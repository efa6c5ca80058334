import { makeStyles, Text } from '@fluentui/react-components';
import type { FindingRow } from '../../../src-shared/model/finding';
import { whatWouldChange } from '../../../src-shared/model/what-would-change';
import { Card } from '../../ui/card';
import { FindingLink } from '../../ui/finding-link';
import { showFinding } from './show-findings';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

/** The three things that would change the verdict most. */
export function LeverCard({ rows }: { readonly rows: readonly FindingRow[] }) {
  const styles = useStyles();
  const levers = whatWouldChange(rows);
  return (
    <Card title="What would change the verdict most">
      {levers.length === 0 ? <Text>Nothing is open among the checks that were judged.</Text> : null}
      <ol className={styles.list}>
        {levers.map(({ row, kind }) => (
          <li key={row.checkId}>
            <FindingLink row={row} lead={kind === 'fix' ? 'Fix' : 'Find out'} onOpen={() => showFinding(row.checkId)} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
