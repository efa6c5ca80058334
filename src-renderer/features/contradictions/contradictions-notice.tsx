import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { quantity } from '../../text/quantity';
import { useShortWindow } from '../../ui/use-short-window';
import { ContradictionsDialog } from './contradictions-dialog';
import { useContradictions } from './use-contradictions';

// In a low window the lists scroll; this keeps its height.
const useStyles = makeStyles({ notice: { flexShrink: 0 } });

/** Above the findings: that some of them rest on sources that disagree. */
export function ContradictionsNotice() {
  const { value } = useContradictions();
  const styles = useStyles();
  const isShort = useShortWindow();
  const [isOpen, setIsOpen] = useState(false);
  const contradictions = value?.contradictions ?? [];
  if (contradictions.length === 0) return null;
  return (
    <>
      <MessageBar intent="warning" className={styles.notice}>
        <MessageBarBody>
          <MessageBarTitle>{quantity(contradictions.length, 'contradiction')} between sources</MessageBarTitle>
          {isShort ? null : 'Findings that rest on these sources may be wrong.'}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" aria-label="Show contradictions" onClick={() => setIsOpen(true)}>
            {isShort ? 'Show' : 'Show contradictions'}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {isOpen ? <ContradictionsDialog contradictions={contradictions} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
