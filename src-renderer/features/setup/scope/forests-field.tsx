import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { parseForests } from './parse-forests';

export function ForestsField({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (forests: string[]) => void;
}) {
  const [text, setText] = useState(value.join('\n'));
  const { wrong } = parseForests(text);
  return (
    <Field
      label="Forest root domains"
      hint="One DNS name a line, such as corp.contoso.com. Leave empty for every forest in the evidence."
      {...(wrong === undefined
        ? {}
        : { validationMessage: `“${wrong}” is not a DNS name.`, validationState: 'error' as const })}
    >
      <Textarea
        value={text}
        rows={2}
        maxLength={4000}
        onChange={(_event, data) => {
          setText(data.value);
          const parsed = parseForests(data.value);
          if (parsed.wrong === undefined) onChange(parsed.forests);
        }}
      />
    </Field>
  );
}
