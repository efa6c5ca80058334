import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { FileKey } from './cipher';
import { storeErrors, toStoreError } from './store-errors';

/** An open engagement as the repositories see it; made by `engagement-file.ts`. */
export interface EngagementFile {
  readonly path: string;
  /** True when another process holds the file: everything can be read, nothing changed. */
  readonly readOnly: boolean;
  readonly readOnlyReason: string | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** For `store/` only. */
  readonly database: Database.Database;
  /** For `store/` only: work on the whole file opens it a second time. Wiped when the file is closed. */
  readonly fileKey: FileKey;
  /** Gives the advisory lock back; `closeEngagement` calls it. */
  readonly releaseLock: () => void;
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The prepared statement for a constant SQL text, made once a connection. `Row` is what the columns of the text give. */
export function prepared<Row = never>(database: Database.Database, sql: string): Database.Statement<unknown[], Row> {
  const known = statements.get(database) ?? new Map<string, Database.Statement>();
  statements.set(database, known);
  const statement = known.get(sql) ?? database.prepare(sql);
  known.set(sql, statement);
  return statement as Database.Statement<unknown[], Row>;
}

/** Runs a reading function; failures of disk and file come out as AppError. */
export function readFrom<T>(file: EngagementFile, work: (database: Database.Database) => T): T {
  try {
    return work(file.database);
  } catch (error) {
    throw toStoreError(error, file.path);
  }
}

/**
 * Runs a writing function in one transaction: all of it is on the disk when this returns, or none.
 * @throws AppError `read-only-engagement`, `disk-full`, `damaged` …
 */
export function writeTo<T>(file: EngagementFile, work: (database: Database.Database) => T): T {
  if (file.readOnly) throw storeErrors.readOnlyEngagement(file.path, file.readOnlyReason);
  try {
    return file.database.transaction(() => work(file.database)).immediate();
  } catch (error) {
    throw toStoreError(error, file.path);
  }
}

/** What is left of a write when its long parts are on the disk: short, and to be called inside a transaction. */
export type BegunWrite = (database: Database.Database) => void;

/** A JSON column as its schema describes it; anything else means the file was damaged or tampered with. */
export function fromJson<S extends z.ZodType>(file: EngagementFile, schema: S, text: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw storeErrors.damaged(file.path);
  }
}

/** Lets the event loop serve the window between two portions of work. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Milliseconds of work between two turns: a frame of the window is 17. */
const worth = 10;

/**
 * For work in portions that are short beside the way through the event loop, thousands of records or tens of thousands of objects: gives way only where the work
 * since the last turn has taken some milliseconds. Call it after each portion.
 */
export function turnsBetween(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < worth) return undefined;
    return nextTurn().then(() => {
      began = performance.now();
    });
  };
}
