import { resolve } from 'node:path';
import { closeEngagement, type EngagementFile, openEngagement } from '../../store/engagement-file';

/** Past engagements that a person unlocked to search them. They stay open, and nothing of them is kept elsewhere. */
export class Unlocked {
  readonly #files = new Map<string, EngagementFile>();

  get files(): readonly EngagementFile[] {
    return [...this.#files.values()];
  }

  /** @throws AppError of `openEngagement` */
  async unlock(path: string, passphrase: string): Promise<void> {
    const file = await openEngagement(resolve(path), passphrase);
    this.lock(file.path);
    this.#files.set(file.path, file);
  }

  /** Closes it, if it is unlocked. */
  lock(path: string): void {
    const file = this.take(path);
    if (file !== undefined) closeEngagement(file);
  }

  /** Gives an unlocked engagement away; whoever takes it closes it. */
  take(path: string): EngagementFile | undefined {
    const file = this.#files.get(resolve(path));
    this.#files.delete(resolve(path));
    return file;
  }

  lockAll(): void {
    for (const path of [...this.#files.keys()]) this.lock(path);
  }
}
