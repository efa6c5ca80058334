import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Contradiction } from '../../../src-shared/model/contradiction';
import { Card } from '../../ui/card';
import { OutcomeLabel } from '../../ui/outcome-label';
import { Untrusted } from '../../ui/untrusted';
import { ContradictionsDialog } from './contradictions-dialog';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: { display: 'flex', gap: '8px', overflowWrap: 'anywhere' },
});

const mostShown = 5;

/** On the overview: what the sources disagree in. Nothing when they agree. */
export function ContradictionsCard({ contradictions }: { readonly contradictions: readonly Contradiction[] }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (contradictions.length === 0) return null;
  return (
    <Card title={`Contradictions between sources (${contradictions.length})`}>
      <Text>These sources cannot all be right. Which one is wrong is for you to find out.</Text>
      <ul className={styles.list}>
        {contradictions.slice(0, mostShown).map(({ id, title }) => (
          <li key={id} className={styles.item}>
            <OutcomeLabel outcome="warning" word="" />
            <Untrusted>{title}</Untrusted>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => setIsOpen(true)}>Show the sources side by side</Button>
      </div>
      {isOpen ? <ContradictionsDialog contradictions={contradictions} onClose={() => setIsOpen(false)} /> : null}
    </Card>
  );
}
