import type { EngagementFile } from '../../src-main/store/engagement-file';

/** Tables that each migration after the first brought, by its version. */
const tablesOf: Readonly<Record<number, readonly string[]>> = {
  2: ['interview_answers', 'contradictions'],
  3: ['reviews', 'review_history'],
  4: ['review_changes', 'finding_notes', 'finding_pictures', 'collector_requests'],
};

/** Takes a file back to the schema of an older version, as a release of that time would have left it. */
export function asOlderSchema({ database }: EngagementFile, version: number): void {
  for (const [later, tables] of Object.entries(tablesOf))
    if (Number(later) > version) for (const table of tables) database.exec(`DROP TABLE ${table}`);
  database.pragma(`user_version = ${version}`);
}
