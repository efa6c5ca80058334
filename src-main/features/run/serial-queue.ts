/** Does one piece of work after the other, in the order given. After a failure nothing more is done. */
export interface SerialQueue {
  readonly add: (work: () => Promise<void> | void) => void;
  /** Resolves when all work given so far is done; rejects with the first failure. */
  readonly drained: () => Promise<void>;
}

export function serialQueue(onFailure: () => void): SerialQueue {
  let tail: Promise<void> = Promise.resolve();
  return {
    add: (work) => {
      tail = tail.then(work);
      tail.catch(onFailure);
    },
    drained: () => tail,
  };
}
