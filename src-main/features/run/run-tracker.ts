import type { RunProgress } from '../../../src-shared/ipc/run';
import type { AppError } from '../../../src-shared/model/error';
import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import type { RunTarget } from '../../../src-shared/model/run';
import type { EngagementFile } from '../../store/engagement-file';
import { saveTargets } from '../../store/runs';

const isOpen = (target: RunTarget): boolean => target.state === 'waiting' || target.state === 'running';

/** Holds the rows of a run: stores their states, then shows them. What is shown as done is on the disk. */
export class RunTracker {
  readonly #targets: Map<string, RunTarget>;
  readonly #file: EngagementFile;
  readonly #runId: string;
  readonly #onProgress: (progress: RunProgress) => void;

  constructor(
    file: EngagementFile,
    runId: string,
    targets: readonly RunTarget[],
    onProgress: (progress: RunProgress) => void,
  ) {
    this.#file = file;
    this.#runId = runId;
    this.#onProgress = onProgress;
    this.#targets = new Map(targets.map((target) => [target.id, target]));
  }

  /** The first progress of a run: all rows known at the start. */
  start(): void {
    this.#show('collecting', 'Starting', [...this.#targets.values()]);
  }

  update(target: RunTarget): void {
    const isNews = this.#targets.get(target.id)?.state !== target.state;
    if (isNews) saveTargets(this.#file, this.#runId, [target]);
    this.#targets.set(target.id, target);
    this.#show('collecting', messageOf(target), [target]);
  }

  /** Rows still open when collection was cancelled. */
  cancelOpen(): void {
    this.#closeOpen((target) => ({ ...target, state: 'cancelled', phase: 'Cancelled; what was read is kept' }));
  }

  /** Rows still open when the assessment host stopped. */
  failOpen(error: AppError): void {
    const failure: EvidenceFailure = {
      reason: 'not-collected',
      code: error.code,
      message: error.message.slice(0, 2000),
      next: error.next.slice(0, 2000),
    };
    this.#closeOpen((target) => ({ ...target, state: 'failed', phase: failure.message.slice(0, 500), failure }));
  }

  show(phase: RunProgress['phase'], message: string): void {
    this.#show(phase, message, []);
  }

  #closeOpen(close: (target: RunTarget) => RunTarget): void {
    const endedAt = new Date().toISOString();
    const closed = [...this.#targets.values()].filter(isOpen).map((target) => ({ ...close(target), endedAt }));
    saveTargets(this.#file, this.#runId, closed);
    for (const target of closed) this.#targets.set(target.id, target);
    this.#show('collecting', 'Collection ended', closed);
  }

  #show(phase: RunProgress['phase'], message: string, targets: readonly RunTarget[]): void {
    const all = [...this.#targets.values()];
    const done = all.filter((target) => !isOpen(target)).length;
    this.#onProgress({ runId: this.#runId, phase, message, targets: [...targets], done, total: all.length });
  }
}

const messageOf = (target: RunTarget): string => `${target.title}: ${target.phase}`;
