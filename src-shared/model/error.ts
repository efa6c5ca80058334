import { z } from 'zod';

/** An expected failure as data: what happened, what was kept, what to do next. */
export const appErrorSchema = z.strictObject({
  code: z.string().max(100),
  message: z.string().max(4000),
  next: z.string().max(4000),
  /** Id in the log, for exceptions only. */
  logId: z.string().optional(),
});
export type AppErrorData = z.infer<typeof appErrorSchema>;

/** Throw for expected failures that end an operation; carries a sentence and the next step across every process edge. */
export class AppError extends Error {
  readonly code: string;
  readonly next: string;
  constructor(code: string, message: string, next: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.next = next;
  }
  toData(): AppErrorData {
    return { code: this.code, message: this.message, next: this.next };
  }
}
