import Database from 'better-sqlite3';
import { applyKey, type FileKey } from './cipher';

/** `HPFL`: marks a database as an engagement of this product. */
export const applicationId = 0x4850464c;

/** Pages (of 4 KiB) after which SQLite moves the log into the file: small steps keep a single write below 50 ms. */
export const checkpointPages = 250;

/** Kibibytes of pages kept decrypted, as far as they are used: the 50,000 objects of one finding are searched at every key press, and decrypting takes longer. */
const pageCache = 32 * 1024;

/**
 * Opens one keyed connection with the settings every engagement has. Throws SqliteError `SQLITE_NOTADB` when the key does not fit.
 * The log (WAL) lets a second process read while this one writes; `FULL` makes every commit survive a power cut.
 */
export function connect(path: string, options: FileKey & { readonly readOnly: boolean }): Database.Database {
  const database = new Database(path, { readonly: options.readOnly, fileMustExist: true, timeout: 2000 });
  try {
    applyKey(database, options.key, options.salt);
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    database.pragma(`cache_size = -${pageCache}`);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (!options.readOnly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
      database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    }
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export const readPragma = (database: Database.Database, name: 'user_version' | 'application_id'): number =>
  Number(database.pragma(name, { simple: true }));
