import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { assertNever } from '../../../src-shared/model/assert-never';
import { showProblem } from '../setup/targets/field-checks';
import { SeveralField } from './several-field';

interface AnswerFieldProps {
  readonly question: InterviewQuestion;
  /** As it will be stored; empty while nothing is chosen. */
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Where a question is answered, in the form it asks for. */
export function AnswerField({ question: { text, answer: kind }, value, problem, onChange }: AnswerFieldProps) {
  const shown = showProblem(problem);
  switch (kind.kind) {
    case 'choice':
      return (
        <Field label={text} required {...shown}>
          <RadioGroup value={value} onChange={(_event, data) => onChange(data.value)}>
            {kind.options.map((option) => (
              <Radio key={option.id} value={option.id} label={option.text} />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'several':
      return <SeveralField label={text} options={kind.options} value={value} problem={problem} onChange={onChange} />;
    case 'number':
      return (
        <Field label={text} required hint={`${kind.minimum} to ${kind.maximum} ${kind.unit}`} {...shown}>
          <Input
            value={value}
            inputMode="numeric"
            maxLength={9}
            contentAfter={kind.unit}
            onChange={(_event, data) => onChange(data.value.trim())}
          />
        </Field>
      );
    case 'text':
      return (
        <Field label={text} required hint={`For example ${kind.example}`} {...shown}>
          <Input value={value} maxLength={500} onChange={(_event, data) => onChange(data.value.trim())} />
        </Field>
      );
    default:
      return assertNever(kind);
  }
}
