import type { EvidenceFailure } from '../../src-shared/model/evidence';
import type { RunTarget } from '../../src-shared/model/run';

const interval = 200;

/** Reports the life of one run target; progress in between is held back to five reports a second, states never are. The last progress is never dropped. */
export class TargetReport {
  #target: RunTarget;
  #lastSent = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #send: (target: RunTarget) => void;

  constructor(send: (target: RunTarget) => void, id: string, by: string, title: string) {
    this.#send = send;
    this.#target = {
      id: id.slice(0, 4200),
      by,
      title,
      state: 'waiting',
      phase: 'Waiting for its turn',
      facts: 0,
      notes: [],
    };
    this.#flush();
  }

  get facts(): number {
    return this.#target.facts;
  }

  start(phase: string): void {
    this.#change({ state: 'running', phase, startedAt: new Date().toISOString() });
    this.#flush();
  }

  progress(phase: string, facts: number): void {
    this.#change({ phase: phase.slice(0, 500), facts });
    const wait = this.#lastSent + interval - Date.now();
    if (wait <= 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), wait);
  }

  note(note: string): void {
    const { notes } = this.#target;
    const text = note.slice(0, 2000);
    if (notes.length < 200 && !notes.includes(text)) this.#change({ notes: [...notes, text] });
  }

  done(facts: number): void {
    this.#end({ state: 'done', phase: 'Collected', facts });
  }

  /** Nothing was read: it is known since then (ISO 8601). */
  kept(from: string): void {
    this.#end({
      state: 'done',
      phase: 'Unchanged; what is known of it was kept',
      keptFrom: new Date(from).toISOString(),
    });
  }

  failed(failure: EvidenceFailure): void {
    this.#end({ state: 'failed', phase: failure.message.slice(0, 500), failure });
  }

  /** The end of a target that gave so many facts and these failures, the first of which the row shows; the others are remarks. */
  ended(facts: number, [first, ...others]: readonly EvidenceFailure[]): void {
    for (const { message } of others) if (message !== first?.message) this.note(message);
    if (first === undefined) this.done(facts);
    else if (facts === 0) this.failed(first);
    else this.#end({ state: 'partial', phase: first.message.slice(0, 500), facts, failure: first });
  }

  cancelled(): void {
    this.#end({ state: 'cancelled', phase: 'Cancelled; what was read is kept' });
  }

  #end(change: Partial<RunTarget>): void {
    this.#change({ ...change, endedAt: new Date().toISOString() });
    this.#flush();
  }

  #change(change: Partial<RunTarget>): void {
    this.#target = { ...this.#target, ...change };
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastSent = Date.now();
    this.#send(this.#target);
  }
}
