import type Database from 'better-sqlite3';

/** What can no longer be used, because a part of it is missing; in this order, as each makes others unusable. */
const torn: readonly (readonly [table: string, where: string])[] = [
  [
    'blobs',
    'complete = 0 OR stored_size <> (SELECT coalesce(sum(length(bytes)), 0) FROM blob_chunks WHERE blob_id = blobs.id)',
  ],
  ['blob_chunks', 'blob_id NOT IN (SELECT id FROM blobs)'],
  ['raw_inputs', 'blob_id NOT IN (SELECT id FROM blobs)'],
  [
    'evidence',
    'run_id NOT IN (SELECT id FROM runs) OR (data_blob_id IS NOT NULL AND data_blob_id NOT IN (SELECT id FROM blobs))',
  ],
  ['run_targets', 'run_id NOT IN (SELECT id FROM runs)'],
  ['findings', 'run_id NOT IN (SELECT id FROM runs)'],
  ['finding_objects', 'finding_id NOT IN (SELECT id FROM findings)'],
  ['contradictions', 'run_id NOT IN (SELECT id FROM runs)'],
  [
    'review_sets',
    `json_extract(review, '$.set.count') IS NOT
     (SELECT sum(json_array_length(objects)) FROM review_set_objects WHERE set_number = review_sets.number)`,
  ],
  ['review_set_objects', 'set_number NOT IN (SELECT number FROM review_sets)'],
];

/** Removes rows that refer to what was lost and says how many of each table. Evidence outlives the file it was read from. */
export function dropTornRows(database: Database.Database): ReadonlyMap<string, number> {
  const present = new Set(
    database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  );
  return database.transaction(() => {
    const dropped = new Map<string, number>();
    for (const [table, where] of torn) {
      if (table === 'evidence')
        database.exec('UPDATE evidence SET raw_sha256 = NULL WHERE raw_sha256 NOT IN (SELECT sha256 FROM raw_inputs)');
      if (present.has(table)) dropped.set(table, database.prepare(`DELETE FROM ${table} WHERE ${where}`).run().changes);
    }
    return dropped;
  })();
}
