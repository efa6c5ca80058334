import type { EngagementFile } from '../../src-main/store/engagement-file';

/** Tables that each migration after the first brought, by its version. */
const tablesOf: Readonly<Record<number, readonly string[]>> = {
  2: ['interview_answers', 'contradictions'],
  3: ['reviews', 'review_history'],
  4: ['review_changes', 'finding_notes', 'finding_pictures', 'collector_requests'],
  5: ['review_set_objects', 'review_sets', 'redaction_key'],
};

/** Columns that later migrations added to tables of earlier ones. */
const columnsOf: Readonly<Record<number, readonly (readonly [table: string, column: string])[]>> = {
  5: [['review_history', 'set_number']],
};

/** Takes a file back to the schema of an older version, as a release of that time would have left it. */
export function asOlderSchema({ database }: EngagementFile, version: number): void {
  for (const [later, columns] of Object.entries(columnsOf))
    if (Number(later) > version)
      for (const [table, column] of columns) database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  for (const [later, tables] of Object.entries(tablesOf))
    if (Number(later) > version) for (const table of tables) database.exec(`DROP TABLE ${table}`);
  database.pragma(`user_version = ${version}`);
}
