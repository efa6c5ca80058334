import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { quantity } from '../../text/quantity';
import { ContradictionsDialog } from './contradictions-dialog';
import { useContradictions } from './use-contradictions';

/** Above the findings: that some of them rest on sources that disagree. */
export function ContradictionsNotice() {
  const { value } = useContradictions();
  const [isOpen, setIsOpen] = useState(false);
  const contradictions = value?.contradictions ?? [];
  if (contradictions.length === 0) return null;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{quantity(contradictions.length, 'contradiction')} between sources</MessageBarTitle>
          Findings that rest on them may describe something else than this organisation as it is now.
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => setIsOpen(true)}>
            Show contradictions
          </Button>
        </MessageBarActions>
      </MessageBar>
      {isOpen ? <ContradictionsDialog contradictions={contradictions} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
