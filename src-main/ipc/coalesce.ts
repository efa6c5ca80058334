export interface Coalesced<T> {
  readonly push: (value: T) => void;
  /** Sends what is held back, now. */
  readonly flush: () => void;
}

/**
 * Lets at most one value through every `interval` milliseconds: the first at once, then the latest. With `merge`, values that would be lost are combined
 * into the next one instead.
 */
export function coalesce<T>(
  send: (value: T) => void,
  interval: number,
  merge?: (earlier: T, later: T) => T,
): Coalesced<T> {
  let held: { readonly value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const sendHeld = (): void => {
    const current = held;
    held = undefined;
    if (current !== undefined) send(current.value);
  };
  const tick = (): void => {
    timer = held === undefined ? undefined : setTimeout(tick, interval);
    sendHeld();
  };
  return {
    push: (value) => {
      held = { value: held === undefined || merge === undefined ? value : merge(held.value, value) };
      if (timer === undefined) tick();
    },
    flush: () => {
      clearTimeout(timer);
      timer = undefined;
      sendHeld();
    },
  };
}
