import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { quantity } from '../../../text/quantity';
import { FailureNotice } from '../../../ui/failure-notice';
import { ChangedBar, ChosenBar } from '../../reviews/chosen-bar';
import { ReviewDialog } from '../../reviews/review-dialog';
import type { ChosenOfFinding } from './use-chosen-objects';

/** The button that had the focus goes with what was chosen. */
const focusObjects = (): void =>
  document.querySelector<HTMLElement>('[role="grid"][aria-label="Affected objects"]')?.focus();

/** What can be done with the objects chosen together; after it was done, how to take it back. */
export function ObjectBar({ checkId, chosen }: { readonly checkId: string; readonly chosen: ChosenOfFinding }) {
  const [isDeciding, setIsDeciding] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const { count, objects, failure, clear } = chosen;
  if (failure !== undefined) return <FailureNotice title="The objects could not be chosen" failure={failure} />;
  const leave = (isDoneNow: boolean): void => {
    setIsDone(isDoneNow);
    clear();
    setTimeout(focusObjects);
  };
  if (count === 0) return isDone ? <ChangedBar onClose={() => leave(false)} /> : null;
  return (
    <ChosenBar label="Chosen objects" words={`${quantity(count, 'object')} chosen`} onClear={() => leave(false)}>
      <Button size="small" onClick={() => setIsDeciding(true)}>
        Decide on {quantity(count, 'object')}…
      </Button>
      {isDeciding ? (
        <ReviewDialog
          subjects={[{ checkId, many: { count, objects } }]}
          onSaved={() => leave(true)}
          onClose={() => setIsDeciding(false)}
        />
      ) : null}
    </ChosenBar>
  );
}
