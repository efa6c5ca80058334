import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { FindingRow } from '../../../src-shared/model/finding';
import { Card } from '../../ui/card';
import { FindingLink } from '../../ui/finding-link';
import { showFinding, showFindings } from './show-findings';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

const mostShown = 8;

/** Blockers by name. */
export function BlockerCard({ ids, rows }: { readonly ids: readonly string[]; readonly rows: readonly FindingRow[] }) {
  const styles = useStyles();
  const blockers = ids.flatMap((id) => rows.find((row) => row.checkId === id) ?? []);
  return (
    <Card title={`Blockers (${ids.length})`}>
      {blockers.length === 0 ? <Text>No blocker was found among the checks that have an answer.</Text> : null}
      <ul className={styles.list}>
        {blockers.slice(0, mostShown).map((row) => (
          <li key={row.checkId}>
            <FindingLink row={row} onOpen={() => showFinding(row.checkId)} />
          </li>
        ))}
      </ul>
      {blockers.length > mostShown ? (
        <div>
          <Button onClick={() => showFindings({ countedAs: ['blocker'] })}>Show all {blockers.length}</Button>
        </div>
      ) : null}
    </Card>
  );
}
