import { useSyncExternalStore } from 'react';

/** As at 200 % zoom in a small window: a list and all that can stand above it have no room together. */
export const shortWindow = '(max-height: 519px)';

function watch(onChange: () => void): () => void {
  const query = matchMedia(shortWindow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export const useShortWindow = (): boolean => useSyncExternalStore(watch, () => matchMedia(shortWindow).matches);
