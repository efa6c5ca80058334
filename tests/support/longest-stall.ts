interface CpuUsage {
  readonly user: number;
  readonly system: number;
}

/**
 * Runs work and measures the most processor time (milliseconds) this thread spent in one turn of the event loop. Processor time, not time on the clock:
 * other programs on a busy test machine do not count, nor does waiting for the disk.
 */
export async function longestStall<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly stall: number }> {
  let isOver = false;
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
  return { value, stall };
}

/** `process.threadCpuUsage` came with Node 23.9; the tests run on 24. */
function threadTime(): number {
  const usage: () => CpuUsage = Reflect.get(process, 'threadCpuUsage').bind(process);
  const { user, system } = usage();
  return (user + system) / 1000;
}
