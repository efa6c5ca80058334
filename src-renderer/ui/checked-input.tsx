import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';

interface CheckedInputProps {
  readonly label: string;
  /** The stored value the field starts with. */
  readonly value: string;
  /** What is wrong with a text, or undefined. */
  readonly check: (text: string) => string | undefined;
  /** Called with every text that is right; wrong ones stay in the field only. */
  readonly onValid: (text: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly monospace?: boolean;
}

/** A text field that passes on only what may be stored and says at once why something may not. */
export function CheckedInput({
  label,
  value,
  check,
  onValid,
  hint,
  placeholder,
  required = false,
  monospace = false,
}: CheckedInputProps) {
  const [text, setText] = useState(value);
  const [isTouched, setIsTouched] = useState(value !== '');
  const problem = isTouched ? check(text) : undefined;
  return (
    <Field
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      <Input
        value={text}
        maxLength={1024}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(monospace ? { style: { fontFamily: 'var(--fontFamilyMonospace)' } } : {})}
        onBlur={() => setIsTouched(true)}
        onChange={(_event, data) => {
          setText(data.value);
          if (check(data.value) === undefined) onValid(data.value);
        }}
      />
    </Field>
  );
}
