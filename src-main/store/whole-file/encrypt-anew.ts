import type Database from 'better-sqlite3';
import { replaceKey } from '../cipher';
import { connect } from '../connection';
import type { OnProgress, WholeFileOrders } from './whole-file-work';

/**
 * Gives a private copy another key. What is left out is gone from the copy: its space is given back, so not even deleted pages hold it.
 * At the end the copy is on the disk, in one file, and was opened with its new key.
 */
export function encryptAnew(
  { path, from, to, leaveOutInputs }: WholeFileOrders['encrypt-anew'],
  onProgress: OnProgress,
): { readonly leftOut: number } {
  const database = connect(path, { ...from, readOnly: false });
  let leftOut = 0;
  try {
    database.pragma('journal_mode = DELETE'); // no log beside a file that will be renamed
    if (leaveOutInputs) {
      onProgress({ phase: 'Leaving out the received files', done: 0, total: 0 });
      leftOut = removeInputs(database);
      database.pragma('temp_store = MEMORY'); // a temporary file would not be encrypted
      database.exec('VACUUM');
    }
    onProgress({ phase: 'Encrypting with the new passphrase', done: 0, total: 0 });
    replaceKey(database, to.key, to.salt);
  } finally {
    database.close();
  }
  const opened = connect(path, { ...to, readOnly: true });
  try {
    opened.prepare('SELECT count(*) FROM runs').get();
  } finally {
    opened.close();
  }
  return { leftOut };
}

/** Where answers, decisions and pictures name a file of their own, by its SHA-256. */
const ownFiles = [
  ['interview_answers', "json_extract(answer, '$.attachment.sha256')"],
  ['review_history', "json_extract(after, '$.attachment.sha256')"],
  ['finding_pictures', "json_extract(picture, '$.sha256')"],
] as const;

/** Proofs of answers and decisions, and pictures, stay: they belong to them. Everything read from the other files is kept. */
function removeInputs(database: Database.Database): number {
  const kept = ownFiles.map(([table, sha256]) => `SELECT ${sha256} FROM ${table} WHERE ${sha256} IS NOT NULL`);
  const unneeded = `SELECT sha256 FROM raw_inputs WHERE sha256 NOT IN (${kept.join(' UNION ALL ')})`;
  database.pragma('foreign_keys = OFF'); // kept by hand below: a look through all evidence for each row would take minutes
  return database.transaction(() => {
    database.exec(`UPDATE evidence SET raw_sha256 = NULL WHERE raw_sha256 IN (${unneeded})`);
    const { changes } = database.prepare(`DELETE FROM raw_inputs WHERE sha256 IN (${unneeded})`).run();
    database.exec(`DELETE FROM blobs WHERE id NOT IN (SELECT blob_id FROM raw_inputs)
      AND id NOT IN (SELECT data_blob_id FROM evidence WHERE data_blob_id IS NOT NULL)`);
    database.exec('DELETE FROM blob_chunks WHERE blob_id NOT IN (SELECT id FROM blobs)');
    return changes;
  })();
}
