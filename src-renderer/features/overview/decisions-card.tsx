import { Button, Text } from '@fluentui/react-components';
import { undecided } from '../../../src-shared/model/decision-standing';
import { quantity } from '../../text/quantity';
import { Card } from '../../ui/card';
import { showFindings } from './show-findings';

interface DecisionsCardProps {
  /** Findings that wait for a decision. */
  readonly waiting: number;
  /** Decisions that do not hold any more. */
  readonly raisedAgain: number;
}

/** What people have to decide, with those decisions first that do not hold any more. */
export function DecisionsCard({ waiting, raisedAgain }: DecisionsCardProps) {
  const aside = (
    <Button size="small" onClick={() => showFindings({ standings: [...undecided] })}>
      Show them
    </Button>
  );
  return (
    <Card title="Decisions" {...(waiting === 0 ? {} : { aside })}>
      {raisedAgain === 0 ? null : (
        <Text weight="semibold">
          {raisedAgain === 1
            ? '1 decision has to be taken again: it has expired, or what it was about has changed.'
            : `${quantity(raisedAgain, 'decision')} have to be taken again: they have expired, or what they were about has changed.`}
        </Text>
      )}
      <Text>
        {waiting === 0
          ? 'Nothing waits for a decision.'
          : `${quantity(waiting, 'finding')} ${waiting === 1 ? 'waits' : 'wait'} for a decision: mend it, plan it, or say why it stays.`}
      </Text>
    </Card>
  );
}
