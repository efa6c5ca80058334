import { makeStyles } from '@fluentui/react-components';
import type { EngagementDetails } from '../../../../src-shared/model/plan';
import { Card } from '../../../ui/card';
import { CheckedInput } from '../../../ui/checked-input';
import type { StepProps } from '../setup-screen';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
});

const atMost =
  (length: number) =>
  (text: string): string | undefined =>
    text.trim().length > length ? `At most ${length} characters.` : undefined;
const customerName = (text: string): string | undefined =>
  text.trim() === '' ? 'A report needs the name of the customer.' : atMost(200)(text);

export function CustomerStep({ draft, change }: StepProps) {
  const styles = useStyles();
  const { customer, title, consultant, classification } = draft.details;
  const set = (part: Partial<EngagementDetails>): void =>
    change((current) => ({ ...current, details: { ...current.details, ...part } }));
  return (
    <Card title="Engagement">
      <div className={styles.grid}>
        <CheckedInput
          label="Customer"
          required
          value={customer}
          check={customerName}
          onValid={(text) => set({ customer: text })}
        />
        <CheckedInput
          label="Title"
          hint="Stands on the cover of the report."
          value={title}
          check={atMost(200)}
          onValid={(text) => set({ title: text })}
        />
        <CheckedInput
          label="Consultant"
          value={consultant}
          check={atMost(200)}
          onValid={(text) => set({ consultant: text })}
        />
        <CheckedInput
          label="Classification"
          hint="Printed on every page."
          value={classification}
          check={atMost(100)}
          onValid={(text) => set({ classification: text })}
        />
      </div>
    </Card>
  );
}
