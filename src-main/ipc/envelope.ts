import { randomUUID } from 'node:crypto';
import type { Envelope } from '../../src-shared/ipc/define';
import { AppError } from '../../src-shared/model/error';
import { log } from '../app/log';

export type Failure = Extract<Envelope<never>, { ok: false }>;

/** What the page is told about an exception: an expected one as it is, a bug by the id under which the log has it. */
export function failureOf(error: unknown, place: string): Failure {
  if (error instanceof AppError) return { ok: false, error: error.toData() };
  const logId = randomUUID().slice(0, 8);
  log('ipc').error(`${logId} ${place}`, error);
  return {
    ok: false,
    error: {
      code: 'internal',
      message: `Something went wrong inside the app (${logId}). What was stored before is kept.`,
      next: 'Try again. If it happens again, send the log to whoever looks after the app; the number leads to the details.',
      logId,
    },
  };
}
