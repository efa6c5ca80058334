import { Button, Field, Input } from '@fluentui/react-components';
import { Eye16Regular, EyeOff16Regular } from '@fluentui/react-icons';
import { useState } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it; shown below the field. */
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly autoComplete?: 'new-password' | 'off';
}

/** A secret with a button that shows it. */
export function PassphraseField({
  label,
  value,
  onChange,
  hint,
  problem,
  autoFocus = false,
  autoComplete = 'off',
}: PassphraseFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      <Input
        type={isShown ? 'text' : 'password'}
        value={value}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        maxLength={1024}
        onChange={(_event, data) => onChange(data.value)}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            icon={isShown ? <EyeOff16Regular /> : <Eye16Regular />}
            aria-label={`${isShown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
        }
      />
    </Field>
  );
}
