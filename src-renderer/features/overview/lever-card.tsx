import { makeStyles, Text } from '@fluentui/react-components';
import type { FindingRow } from '../../../src-shared/model/finding';
import type { ReadinessGroup } from '../../../src-shared/model/readiness';
import { whatWouldChange } from '../../../src-shared/model/what-would-change';
import { Card } from '../../ui/card';
import { FindingLink } from '../../ui/finding-link';
import { showFinding } from './show-findings';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

interface LeverCardProps {
  readonly overall: ReadinessGroup;
  readonly rows: readonly FindingRow[];
}

/** The three things that would change the verdict most. */
export function LeverCard({ overall, rows }: LeverCardProps) {
  const styles = useStyles();
  const levers = whatWouldChange(rows, overall);
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
