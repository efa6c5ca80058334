/** Jobs of the window that go on, by the id the preload gave them. */
export class RunningJobs {
  readonly #jobs = new Map<string, AbortController>();

  /** The signal for a new job; undefined when the id is in use. */
  start(id: string): AbortSignal | undefined {
    if (this.#jobs.has(id)) return undefined;
    const controller = new AbortController();
    this.#jobs.set(id, controller);
    return controller.signal;
  }

  end(id: string): void {
    this.#jobs.delete(id);
  }

  cancel(id: string): void {
    this.#jobs.get(id)?.abort();
  }

  cancelAll(): void {
    for (const controller of this.#jobs.values()) controller.abort();
  }
}
