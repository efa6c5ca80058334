import { setImmediate as nextTurn } from 'node:timers/promises';

/** Takes items one by one and works them off in portions, in the order given. After a failure nothing more is done. */
export interface PortionQueue<T> {
  readonly add: (item: T) => void;
  /** Resolves when all items given so far are done; rejects with the first failure. */
  readonly drained: () => Promise<void>;
}

interface PortionWork<T> {
  readonly work: (portion: readonly T[]) => Promise<void>;
  readonly sizeOf: (item: T) => number;
  /** Size at which a portion ends; a larger item is one by itself. */
  readonly limit: number;
  readonly onFailure: () => void;
}

export function portionQueue<T>({ work, sizeOf, limit, onFailure }: PortionWork<T>): PortionQueue<T> {
  let waiting: T[] = [];
  let running: Promise<void> | undefined;
  let hasFailed = false;

  const takePortion = (): readonly T[] => {
    let size = 0;
    const end = waiting.findIndex((item, index) => {
      size += sizeOf(item);
      return index > 0 && size > limit;
    });
    const portion = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return portion;
  };
  const workOff = async (): Promise<void> => {
    while (waiting.length > 0) {
      await work(takePortion());
      await nextTurn(); // what arrived meanwhile is taken in, and the window is served
    }
    running = undefined;
  };
  return {
    add: (item) => {
      if (hasFailed) return;
      waiting.push(item);
      if (running !== undefined) return;
      running = nextTurn().then(workOff);
      running.catch(() => {
        hasFailed = true;
        waiting = [];
        onFailure();
      });
    },
    drained: () => running ?? Promise.resolve(),
  };
}
