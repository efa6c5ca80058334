import type { PilotComputers } from '../../../src-shared/model/evidence/directory';
import { present } from '../present';
import type { DirectoryEntry } from './directory-topic';
import { rawTextOf, textOf } from './entry-values';
import { buildOf } from './operating-system';

/** Real forests have some dozens; beyond the limit releases are counted as one without a name. */
const releaseLimit = 2000;

type Release = NonNullable<PilotComputers['releases']>[number];

/** Computers by operating system and build. */
export class ReleaseTally {
  readonly #releases = new Map<string, { operatingSystem: string; build: number | undefined; count: number }>();

  add(entry: DirectoryEntry): void {
    const operatingSystem = textOf(entry, 'operatingsystem') ?? '';
    const build = buildOf(rawTextOf(entry, 'operatingsystemversion'));
    const key = `${build ?? ''} ${operatingSystem}`;
    const known = this.#releases.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#releases.size < releaseLimit) this.#releases.set(key, { operatingSystem, build, count: 1 });
    else this.#countUnnamed();
  }

  #countUnnamed(): void {
    const unnamed = this.#releases.get('') ?? { operatingSystem: '', build: undefined, count: 0 };
    unnamed.count += 1;
    this.#releases.set('', unnamed);
  }

  finish(): readonly Release[] {
    return [...this.#releases.values()]
      .map(({ operatingSystem, build, count }) => ({ operatingSystem, count, ...present({ build }) }))
      .sort(
        (a, b) =>
          b.count - a.count ||
          a.operatingSystem.localeCompare(b.operatingSystem, 'en') ||
          (a.build ?? 0) - (b.build ?? 0),
      );
  }
}
