import type { ElectronApplication } from 'playwright';

/** Milliseconds of the main process. */
export interface TurnFigures {
  /** How late the event loop came to its turn, with the millisecond between two samples. */
  readonly delay: { readonly p99: number; readonly max: number };
  /** Most processor time between two turns: what other programs take on a busy machine does not count. Absent where the system does not tell it (not Linux). */
  readonly longestTurn?: number;
}

/** Switched on from outside: the product itself holds nothing of it. */
export const watchTurns = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    const place = '/proc/self/schedstat'; // of the main thread; its first number is nanoseconds on a processor
    const onProcessor = (): number => Number(readFileSync(place, 'utf8').split(' ')[0]) / 1e6;
    const watch = { monitor, longestTurn: 0, timer: undefined as NodeJS.Timeout | undefined };
    if (existsSync(place)) {
      let last = onProcessor();
      watch.timer = setInterval(() => {
        const now = onProcessor();
        watch.longestTurn = Math.max(watch.longestTurn, now - last);
        last = now;
      }, 1);
    }
    Reflect.set(globalThis, 'turnsOfMain', watch);
  });

/** What was seen since {@link watchTurns}; ends the watch. */
export const readTurns = (electron: ElectronApplication): Promise<TurnFigures> =>
  electron.evaluate(() => {
    const { monitor, longestTurn, timer } = Reflect.get(globalThis, 'turnsOfMain');
    monitor.disable();
    clearInterval(timer);
    const delay = { p99: monitor.percentile(99) / 1e6, max: monitor.max / 1e6 };
    return timer === undefined ? { delay } : { delay, longestTurn };
  });
