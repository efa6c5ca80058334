interface Waiting {
  readonly hosts: readonly string[];
  readonly start: () => void;
}

/** Bounds how many tasks run at once, in all and per host, so that no system is hurried. First come, first served where a place is free. */
export class HostLimiter {
  readonly #limits: { readonly total: number; readonly perHost: number };
  readonly #running = new Map<string, number>();
  #total = 0;
  #waiting: Waiting[] = [];

  constructor(limits: { readonly total: number; readonly perHost: number }) {
    this.#limits = limits;
  }

  /** Runs `task` when a place is free for all its hosts; settles as the task does. */
  async run<T>(hosts: readonly string[], task: () => Promise<T>): Promise<T> {
    const keys = [...new Set(hosts.map((host) => host.toLowerCase()))];
    await new Promise<void>((start) => {
      this.#waiting.push({ hosts: keys, start });
      this.#startWaiting();
    });
    try {
      return await task();
    } finally {
      this.#total -= 1;
      for (const host of keys) this.#running.set(host, (this.#running.get(host) ?? 1) - 1);
      this.#startWaiting();
    }
  }

  #startWaiting(): void {
    const still: Waiting[] = [];
    for (const entry of this.#waiting) {
      if (this.#hasPlace(entry.hosts)) {
        this.#total += 1;
        for (const host of entry.hosts) this.#running.set(host, (this.#running.get(host) ?? 0) + 1);
        entry.start();
      } else still.push(entry);
    }
    this.#waiting = still;
  }

  #hasPlace(hosts: readonly string[]): boolean {
    return (
      this.#total < this.#limits.total && hosts.every((host) => (this.#running.get(host) ?? 0) < this.#limits.perHost)
    );
  }
}
