import { useEffect, useState } from 'react';

/** For a dialog that is mounted while it is open: gives the focus back to where it was, else to the heading of the screen. */
export function useReturnFocus(): void {
  const [origin] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (!isLost) return;
        const canReturn = origin instanceof HTMLElement && origin !== document.body && origin.isConnected;
        const target = canReturn ? origin : document.getElementById('page-title');
        target?.focus();
      });
    },
    [origin],
  );
}
