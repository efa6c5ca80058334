import type { EngagementSummary } from '../../src-shared/model/engagement';
import { AppError } from '../../src-shared/model/error';
import { readDraft } from '../store/draft';
import { closeEngagement, type EngagementFile } from '../store/engagement-file';
import { countEvidence } from '../store/evidence';
import { latestRun } from '../store/runs';

/** The one engagement open in the window, and the run that goes on in it. */
export class Session {
  #file: EngagementFile | undefined;
  #running: { readonly controller: AbortController; readonly end: Promise<unknown> } | undefined;

  get path(): string | undefined {
    return this.#file?.path;
  }

  /** @throws AppError `no-engagement` */
  get file(): EngagementFile {
    if (this.#file !== undefined) return this.#file;
    throw noEngagement();
  }

  /** Takes over an opened file; what was open before is closed. */
  async use(file: EngagementFile): Promise<void> {
    await this.close();
    this.#file = file;
  }

  /** Stops a run that goes on, waits for it to end, then closes the file. */
  async close(): Promise<void> {
    this.#running?.controller.abort();
    await this.#running?.end.catch(() => undefined); // told to whoever started it
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeEngagement(file);
  }

  /**
   * Does one run at a time; `signal` aborts it, and so does closing the engagement.
   * @throws AppError `run-in-progress`
   */
  async runAlone<T>(signal: AbortSignal, work: (file: EngagementFile, signal: AbortSignal) => Promise<T>): Promise<T> {
    const { file } = this;
    if (this.#running !== undefined) throw runInProgress();
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const end = work(file, controller.signal);
    this.#running = { controller, end };
    try {
      return await end;
    } finally {
      this.#running = undefined;
      signal.removeEventListener('abort', abort);
    }
  }

  /**
   * Lets `work` put another file in the place of the open one; nothing is open while it does. What `work` gives back is open afterwards.
   * @throws AppError `no-engagement` when `expected` is not open any more, `run-in-progress`; what `work` throws leaves nothing open
   */
  async exchange<T extends { readonly file: EngagementFile }>(
    expected: EngagementFile,
    work: (file: EngagementFile) => Promise<T>,
  ): Promise<T> {
    if (this.file !== expected) throw noEngagement();
    if (this.#running !== undefined) throw runInProgress();
    this.#file = undefined;
    const done = await work(expected);
    await this.use(done.file);
    return done;
  }

  summary(): EngagementSummary | undefined {
    return this.#file === undefined ? undefined : summaryOf(this.#file);
  }
}

const noEngagement = (): AppError =>
  new AppError('no-engagement', 'No engagement is open.', 'Open one from the library.');

const runInProgress = (): AppError =>
  new AppError(
    'run-in-progress',
    'A run, or work on the whole file, is going on in this engagement.',
    'Wait for it to end, or cancel it first.',
  );

export function summaryOf(file: EngagementFile): EngagementSummary {
  const run = latestRun(file);
  const { path, createdAt, readOnly, readOnlyReason } = file;
  const base = { path, draft: readDraft(file), createdAt, readOnly, evidenceCount: countEvidence(file) };
  return {
    ...base,
    ...(readOnlyReason === undefined ? {} : { readOnlyReason }),
    ...(run === undefined
      ? {}
      : {
          lastRun: {
            id: run.id,
            state: run.state,
            startedAt: run.startedAt,
            targetsDone: run.targets.filter((target) => target.state === 'done').length,
            targetsTotal: run.targets.length,
          },
        }),
  };
}
