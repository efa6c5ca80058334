import { Button } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Failure } from '../../api/answer';
import { announce } from '../../shell/announcer';
import { quantity } from '../../text/quantity';
import { FailureNotice } from '../../ui/failure-notice';
import { useReviews } from './reviews-store';
import { useAuthor } from './use-author';

/** Takes back the change made last, of one decision or of many; absent when there is none, or none that touched `checkId`. */
export function UndoButton({ checkId, onUndone }: { readonly checkId?: string; readonly onUndone?: () => void }) {
  const last = useReviews((state) => state.lastChange);
  const undo = useReviews((state) => state.undo);
  const author = useAuthor();
  const [failure, setFailure] = useState<Failure>();
  if (last === null || (checkId !== undefined && !last.checkIds.includes(checkId))) return null;
  const takeBack = async (): Promise<void> => {
    const wrong = await undo(author === '' ? last.author : author);
    setFailure(wrong);
    if (wrong !== undefined) return;
    onUndone?.();
    announce(`The last change of ${quantity(last.count, 'decision')} was undone.`);
  };
  return (
    <>
      <Button size="small" appearance="subtle" icon={<ArrowUndo16Regular />} onClick={() => void takeBack()}>
        Undo the last change{last.count === 1 ? '' : ` (${quantity(last.count, 'decision')})`}
      </Button>
      {failure === undefined ? null : <FailureNotice title="The change was not undone" failure={failure} />}
    </>
  );
}
