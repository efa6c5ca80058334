import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { answerOf } from '../api/answer';
import { bridge } from '../api/bridge';

type State = 'idle' | 'copied' | 'failed';

const icons = { idle: <Copy16Regular />, copied: <Checkmark16Regular />, failed: <Warning16Regular /> } as const;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the accessible name: "Copy thumbprint". */
  readonly what: string;
  readonly withWord?: boolean;
}

export function CopyButton({ text, what, withWord = false }: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: `Copy ${what}`, copied: 'Copied', failed: 'Could not copy' } as const;
  const copy = async (): Promise<void> => {
    const answer = await answerOf(bridge.app.copyText({ text }));
    setState(answer.ok ? 'copied' : 'failed');
  };
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icons[state]}
      aria-label={words[state]}
      title={words[state]}
      onClick={() => void copy()}
    >
      {withWord ? (state === 'idle' ? 'Copy' : words[state]) : null}
    </Button>
  );
}
