import type { Migration } from '../migration';

/**
 * Changes of decisions made together are undone together: each is a stretch of the history, and an undo names the change it took back. Notes, pictures and
 * requests belong to the engagement and outlive runs.
 */
export const migration: Migration = {
  version: 4,
  purpose: 'undo of decisions, notes and pictures, requested collectors',
  sql: `
    CREATE TABLE review_changes (
      number INTEGER PRIMARY KEY,
      first_ordinal INTEGER NOT NULL,
      last_ordinal INTEGER NOT NULL,
      undoes INTEGER REFERENCES review_changes (number)
    ) STRICT;

    CREATE TABLE finding_notes (
      check_id TEXT PRIMARY KEY,
      note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding_pictures (
      id TEXT PRIMARY KEY,
      check_id TEXT NOT NULL,
      picture TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collector_requests (
      id TEXT PRIMARY KEY,
      request TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
