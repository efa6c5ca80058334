import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Population } from '../../../../src-shared/model/scope';
import { CheckedInput } from '../../../ui/checked-input';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  detail: { paddingLeft: '30px' },
});

const groupProblem = (text: string): string | undefined =>
  /^(S-1-[\d-]+|[A-Za-z]+=.+)$/u.test(text.trim())
    ? undefined
    : 'Enter the SID (S-1-…) or the distinguished name (CN=…) of the group.';
const unitProblem = (text: string): string | undefined =>
  /^(OU|CN|DC)=.+/iu.test(text.trim()) ? undefined : 'Enter the distinguished name (OU=…) of the unit.';

interface PopulationFieldProps {
  readonly label: string;
  readonly everybody: string;
  readonly value: Population;
  readonly onChange: (value: Population) => void;
}

/** Everybody, a group or an organisational unit. The kind chosen is shown at once; it is stored when its group or unit is entered. */
export function PopulationField({ label, everybody, value, onChange }: PopulationFieldProps) {
  const styles = useStyles();
  const [kind, setKind] = useState(value.kind);
  const choose = (chosen: string): void => {
    if (chosen !== 'all' && chosen !== 'group' && chosen !== 'unit') return;
    setKind(chosen);
    if (chosen === 'all') onChange({ kind: 'all' });
  };
  return (
    <div className={styles.root}>
      <Field label={label}>
        <RadioGroup value={kind} onChange={(_event, data) => choose(data.value)}>
          <Radio value="all" label={everybody} />
          <Radio value="group" label="Members of a group, nested ones included" />
          <Radio value="unit" label="An organisational unit" />
        </RadioGroup>
      </Field>
      {kind === 'group' ? (
        <div className={styles.detail}>
          <CheckedInput
            label={`Group of ${label.toLowerCase()}`}
            hint="SID or distinguished name. Until one is entered, the previous answer holds."
            monospace
            value={value.kind === 'group' ? value.group : ''}
            check={groupProblem}
            onValid={(text) => onChange({ kind: 'group', group: text.trim() })}
          />
        </div>
      ) : null}
      {kind === 'unit' ? (
        <div className={styles.detail}>
          <CheckedInput
            label={`Unit of ${label.toLowerCase()}`}
            hint="Distinguished name. Until one is entered, the previous answer holds."
            monospace
            value={value.kind === 'unit' ? value.unit : ''}
            check={unitProblem}
            onValid={(text) => onChange({ kind: 'unit', unit: text.trim() })}
          />
        </div>
      ) : null}
    </div>
  );
}
