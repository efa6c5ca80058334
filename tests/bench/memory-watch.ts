import { readFileSync } from 'node:fs';

const interval = 200;

/** Watches the resident memory of another process (Linux) until it is stopped. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #samples: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#sample(), interval);
  }

  stop(): void {
    this.#sample();
    clearInterval(this.#timer);
  }

  /** Megabytes: the most in the first half of the time, and in the second. */
  get figures(): { readonly firstHalf: number; readonly secondHalf: number } {
    const middle = Math.ceil(this.#samples.length / 2);
    return {
      firstHalf: Math.max(...this.#samples.slice(0, middle)),
      secondHalf: Math.max(...this.#samples.slice(middle)),
    };
  }

  #sample(): void {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1];
    if (kilobytes === undefined) throw new Error(`No memory is told for process ${this.#pid}`);
    this.#samples.push((Number(kilobytes) * 1024) / 1e6);
  }
}
