import type { Envelope } from '../../src-shared/ipc/define';
import type { AppErrorData } from '../../src-shared/model/error';

/** What a failed call leaves behind: what happened and what to do next, in sentences. */
export type Failure = Pick<AppErrorData, 'code' | 'message' | 'next'> & { readonly logId?: string | undefined };

/** What a call of the bridge answers with when it succeeds. */
export type ValueOf<Call extends (input: never) => Promise<Envelope<unknown>>> =
  Awaited<ReturnType<Call>> extends Envelope<infer Value> ? Value : never;

/** Waits for an envelope; a broken channel becomes a failure like any other, so that callers handle one shape. */
export async function answerOf<T>(request: Promise<Envelope<T>>): Promise<Envelope<T>> {
  try {
    return await request;
  } catch (reason) {
    return { ok: false, error: channelFailure(reason) };
  }
}

function channelFailure(reason: unknown): Failure {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return {
    code: 'no-answer',
    message: `The app did not answer (${detail}). What was collected so far is stored.`,
    next: 'Try again; if it happens again, close the app and open it anew.',
  };
}
