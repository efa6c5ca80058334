const runLimit = 10_000;

interface Run {
  first: number;
  last: number;
  since: string;
  until: string;
}

/** A span of time of which a log was read without a gap; ISO 8601 UTC. */
export interface EventSpan {
  readonly since: string;
  readonly until: string;
}

/**
 * Which events of a log were read, by their numbers: Windows counts the events of a log up by one, so an export without gaps in the numbers leaves nothing out,
 * and one that was filtered shows it. Keeps runs of numbers, not the numbers.
 */
export class EventRuns {
  #runs: Run[] = [];
  #isUnsure = false;

  /** Events come in order of their numbers, up or down, as far as their export does. */
  add(record: number | undefined, time: string): void {
    if (this.#isUnsure) return;
    if (record === undefined) {
      this.#isUnsure = true;
      return;
    }
    const run = this.#runs.at(-1);
    if (run !== undefined && record >= run.first - 1 && record <= run.last + 1) extend(run, record, time);
    else {
      this.#runs.push({ first: record, last: record, since: time, until: time });
      if (this.#runs.length > runLimit) this.#join();
    }
  }

  /** An export of so many fragments is one that leaves events out. */
  #join(): void {
    this.#runs = joined(this.#runs);
    this.#isUnsure = this.#runs.length > runLimit / 2;
  }

  /** The span up to the newest event; undefined when the export does not number its events or is made of fragments. */
  newest(): EventSpan | undefined {
    if (this.#isUnsure) return undefined;
    const [first, ...others] = joined(this.#runs);
    if (first === undefined) return undefined;
    const { since, until } = others.reduce((newest, run) => (run.until > newest.until ? run : newest), first);
    return { since, until };
  }
}

function extend(run: Run, record: number, time: string): void {
  run.first = Math.min(run.first, record);
  run.last = Math.max(run.last, record);
  if (time < run.since) run.since = time;
  if (time > run.until) run.until = time;
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const last = result.at(-1);
    if (last === undefined || run.first > last.last + 1) result.push({ ...run });
    else {
      extend(last, run.last, run.until);
      extend(last, run.first, run.since);
    }
  }
  return result;
}
