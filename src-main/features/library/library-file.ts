import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { readJsonFile, writeJsonFile } from '../json-file';

const entrySchema = z.strictObject({
  path: z.string(),
  customer: z.string(),
  lastOpenedAt: z.iso.datetime(),
  /** Why it could not be opened last time. */
  problem: z.enum(['damaged', 'newer']).optional(),
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
}

export function openLibrary(path: string): Library {
  let entries: readonly Entry[] = readJsonFile(path, librarySchema)?.entries ?? [];
  const save = (changed: readonly Entry[]): void => {
    writeJsonFile(path, { schema: 1, entries: changed });
    entries = changed;
  };
  const others = (file: string): readonly Entry[] => entries.filter((entry) => entry.path !== file);
  return {
    list: () => [...entries].sort((a, b) => b.lastOpenedAt.localeCompare(a.lastOpenedAt)).map(withState),
    opened: (file, customer) =>
      save([...others(file), { path: file, customer, lastOpenedAt: new Date().toISOString() }]),
    failed: (file, problem) => {
      const known = entries.find((entry) => entry.path === file);
      if (known !== undefined) save([...others(file), { ...known, problem }]);
    },
    forget: (file) => save(others(file)),
  };
}

function withState({ path, customer, lastOpenedAt, problem }: Entry): LibraryEntry {
  const size = sizeOf(path);
  return {
    path,
    name: basename(path).replace(/\.preflight$/iu, ''),
    customer,
    lastOpenedAt,
    sizeBytes: size,
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
