import { ProbeFailure } from '../../engine/probe';
import { abortFailure, NetworkError } from './network-failure';

/**
 * Waits for `work` at most `milliseconds`, then rejects with a {@link NetworkError} of the given code; rejects with ProbeFailure as soon as `signal` fires. The
 * work itself is not stopped: for calls that cannot be (name look-ups).
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  code: string,
  signal: AbortSignal,
): Promise<T> {
  const cleanUp: (() => void)[] = [];
  const stop = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new NetworkError(code, 'No answer in time')), milliseconds);
    const onAbort = (): void => reject(new ProbeFailure(abortFailure(signal)));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    cleanUp.push(
      () => clearTimeout(timer),
      () => signal.removeEventListener('abort', onAbort),
    );
  });
  try {
    return await Promise.race([work, stop]);
  } finally {
    for (const undo of cleanUp) undo();
  }
}
