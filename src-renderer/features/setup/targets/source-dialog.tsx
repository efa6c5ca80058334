import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { AppDialog } from '../../../ui/app-dialog';
import { showProblem } from './field-checks';

interface SourceDialogProps {
  /** What is added or edited, as in "Add domain controller". */
  readonly noun: string;
  readonly isNew: boolean;
  /** Sentence per field, undefined when it is in order. */
  readonly problems: Readonly<Record<string, string | undefined>>;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** The fields; problems are shown from the first attempt to save on. */
  readonly children: (shown: (problem: string | undefined) => ReturnType<typeof showProblem>) => ReactNode;
}

/** Frame of the dialogs that add or edit a live source: saves only when no field has a problem. */
export function SourceDialog({ noun, isNew, problems, onSave, onClose, children }: SourceDialogProps) {
  const [isAsked, setIsAsked] = useState(false);
  const submit = (): void => {
    setIsAsked(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    onSave();
    onClose();
  };
  return (
    <AppDialog
      title={`${isNew ? 'Add' : 'Edit'} ${noun}`}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button appearance="primary" type="submit">
            {isNew ? 'Add' : 'Save'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {children((problem) => showProblem(isAsked ? problem : undefined))}
    </AppDialog>
  );
}

/** The list with this source in place of the one with its id, or at the end. */
export function withSource<T extends { readonly id: string }>(sources: readonly T[], saved: T): T[] {
  const isKnown = sources.some(({ id }) => id === saved.id);
  return isKnown ? sources.map((other) => (other.id === saved.id ? saved : other)) : [...sources, saved];
}
