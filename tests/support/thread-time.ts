interface CpuUsage {
  readonly user: number;
  readonly system: number;
}

/**
 * Processor time (milliseconds) this thread has spent so far: other programs on a busy test machine do not count, nor does waiting.
 * `process.threadCpuUsage` came with Node 23.9; the tests run on 24.
 */
export function threadTime(): number {
  const usage: () => CpuUsage = Reflect.get(process, 'threadCpuUsage').bind(process);
  const { user, system } = usage();
  return (user + system) / 1000;
}
