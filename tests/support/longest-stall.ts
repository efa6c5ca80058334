import { threadTime } from './thread-time';

interface Stall<T> {
  readonly value: T;
  /** The most processor time (milliseconds) this thread spent in one turn of the event loop. */
  readonly stall: number;
  /** Processor time (milliseconds) of the whole work, worker threads included: what a stall is held against, as both grow on a slow or busy machine. */
  readonly whole: number;
}

/** Runs work and measures how long it keeps the event loop from going on. */
export async function longestStall<T>(work: () => Promise<T>): Promise<Stall<T>> {
  let isOver = false;
  const before = process.cpuUsage();
  let last = threadTime();
  let stall = 0;
  const turn = (): void => {
    const now = threadTime();
    stall = Math.max(stall, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const value = await work();
  isOver = true;
  turn();
  const { user, system } = process.cpuUsage(before);
  return { value, stall, whole: (user + system) / 1000 };
}
