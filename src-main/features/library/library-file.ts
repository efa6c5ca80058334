import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { readJsonFile, writeJsonFile } from '../json-file';

const entrySchema = z.strictObject({
  path: z.string(),
  customer: z.string(),
  lastOpenedAt: z.iso.datetime(),
  /** Why it could not be opened last time. */
  problem: z.enum(['damaged', 'newer']).optional(),
  /** Put out of the way; absent = in the main list. */
  archived: z.literal(true).optional(),
});
const librarySchema = z.strictObject({ schema: z.literal(1), entries: z.array(entrySchema) });
type Entry = z.infer<typeof entrySchema>;

/** Engagements this user worked with: paths, customers and dates, nothing else. */
export interface Library {
  /** Newest first. */
  readonly list: () => LibraryEntry[];
  readonly opened: (path: string, customer: string) => void;
  readonly failed: (path: string, problem: 'damaged' | 'newer') => void;
  readonly forget: (path: string) => void;
  readonly setArchived: (path: string, archived: boolean) => void;
  /** A person chose this file in a system dialog. */
  readonly chosen: (path: string) => void;
  /** Whether a path came from the list or a system dialog, not from elsewhere. */
  readonly knows: (path: string) => boolean;
}

export function openLibrary(path: string): Library {
  let entries: readonly Entry[] = readJsonFile(path, librarySchema)?.entries ?? [];
  const save = (changed: readonly Entry[]): void => {
    writeJsonFile(path, { schema: 1, entries: changed });
    entries = changed;
  };
  const others = (file: string): readonly Entry[] => entries.filter((entry) => entry.path !== file);
  const known = (file: string): Entry | undefined => entries.find((entry) => entry.path === file);
  const chosen = new Set<string>();
  return {
    list: () => [...entries].sort((a, b) => b.lastOpenedAt.localeCompare(a.lastOpenedAt)).map(withState),
    opened: (file, customer) =>
      save([
        ...others(file),
        { path: file, customer, lastOpenedAt: new Date().toISOString(), ...archivedOf(known(file)) },
      ]),
    failed: (file, problem) => {
      const entry = known(file);
      if (entry !== undefined) save([...others(file), { ...entry, problem }]);
    },
    forget: (file) => save(others(file)),
    setArchived: (file, archived) => {
      const entry = known(file);
      if (entry === undefined) return;
      const { archived: _, ...rest } = entry;
      save([...others(file), archived ? { ...rest, archived } : rest]);
    },
    chosen: (file) => void chosen.add(resolve(file)),
    knows: (file) => chosen.has(resolve(file)) || known(resolve(file)) !== undefined,
  };
}

const archivedOf = (entry: Entry | undefined): Pick<Entry, 'archived'> =>
  entry?.archived === true ? { archived: true } : {};

function withState({ path, customer, lastOpenedAt, problem, archived }: Entry): LibraryEntry {
  const size = sizeOf(path);
  return {
    path,
    name: basename(path).replace(/\.preflight$/iu, ''),
    customer,
    lastOpenedAt,
    sizeBytes: size,
    archived: archived === true,
    state: size === null ? 'missing' : (problem ?? 'available'),
  };
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null; // gone, or its drive is not connected
  }
}
