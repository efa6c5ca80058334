import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

interface DrawnAheadProps {
  /** False while what is shown is not complete: that goes first. */
  readonly when: boolean;
  readonly children: ReactNode;
}

/**
 * Draws something once where nobody sees it, in small steps while the window is idle. The screen that shows the like is then drawn by code that has run before,
 * with styles the window has. What is drawn must do nothing beyond its own elements.
 */
export function DrawnAhead({ when, children }: DrawnAheadProps) {
  const [place] = useState(() => document.createElement('div'));
  const [stage, setStage] = useState<'waiting' | 'drawn' | 'over'>('waiting');
  useEffect(() => {
    if (!when || stage === 'over') return undefined;
    // A transition gives way to clicks and keys.
    const next = () => startTransition(() => setStage(stage === 'waiting' ? 'drawn' : 'over'));
    const idle = requestIdleCallback(next);
    return () => cancelIdleCallback(idle);
  }, [when, stage]);
  return stage === 'drawn' ? createPortal(children, place) : null;
}
