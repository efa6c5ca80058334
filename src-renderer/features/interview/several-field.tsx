import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { AnswerOption } from '../../../src-shared/interview/question';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

interface SeveralFieldProps {
  readonly label: string;
  readonly options: readonly AnswerOption[];
  /** Ids joined by a space, `none`, or empty. */
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** All that apply; "none" is an answer of its own, so that it cannot be mistaken for no answer. */
export function SeveralField({ label, options, value, problem, onChange }: SeveralFieldProps) {
  const styles = useStyles();
  const problemId = useId();
  const chosen = value === '' || value === 'none' ? [] : value.split(' ');
  const toggle = (id: string, isChosen: boolean): void =>
    onChange(
      options
        .map((option) => option.id)
        .filter((each) => (each === id ? isChosen : chosen.includes(each)))
        .join(' '),
    );
  return (
    <fieldset className={styles.group} {...(problem === undefined ? {} : { 'aria-describedby': problemId })}>
      <legend className={styles.legend}>{label} *</legend>
      <Text size={200} className={styles.hint}>
        Tick all that apply.
      </Text>
      {options.map(({ id, text }) => (
        <Checkbox
          key={id}
          label={text}
          checked={chosen.includes(id)}
          onChange={(_event, data) => toggle(id, data.checked === true)}
        />
      ))}
      <Checkbox
        label="None of these"
        checked={value === 'none'}
        onChange={(_event, data) => onChange(data.checked === true ? 'none' : '')}
      />
      {problem === undefined ? null : (
        <Text id={problemId} size={200} role="alert" className={styles.problem}>
          {problem}
        </Text>
      )}
    </fieldset>
  );
}
