import type { EngagementFile } from '../store/engagement-file';

/**
 * Reads something of an engagement once for each of its states and gives the same answer until the state is another one; forgets what could not be read. `stateOf`
 * is asked each time and must name all that the reading depends on.
 */
export function rememberRead<T>(
  stateOf: (file: EngagementFile) => string,
  read: (file: EngagementFile) => Promise<T>,
): (file: EngagementFile) => Promise<T> {
  const known = new WeakMap<EngagementFile, { readonly state: string; readonly value: Promise<T> }>();
  return (file) => {
    const state = stateOf(file);
    const last = known.get(file);
    if (last?.state === state) return last.value;
    const value = read(file);
    known.set(file, { state, value });
    value.catch(() => known.delete(file));
    return value;
  };
}
