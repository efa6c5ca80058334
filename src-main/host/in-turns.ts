/**
 * Does pieces of work in the order given, for at most `budget` milliseconds a turn of the event loop and one at least: a burst of messages then does not hold
 * up the window until the last of it is read.
 */
export function inTurns(budget = 8): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  const turn = (): void => {
    const start = performance.now();
    let done = 0;
    do {
      waiting[done]?.();
      done += 1;
    } while (done < waiting.length && performance.now() - start < budget);
    waiting = waiting.slice(done);
    if (waiting.length > 0) setImmediate(turn);
  };
  return (work) => {
    waiting.push(work);
    if (waiting.length === 1) setImmediate(turn);
  };
}
