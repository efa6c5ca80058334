import type { Migration } from '../migration';

/** Decisions belong to the engagement and outlive runs. The history is only added to. */
export const migration: Migration = {
  version: 3,
  purpose: 'reviews and their history',
  sql: `
    CREATE TABLE reviews (
      check_id TEXT NOT NULL,
      object_id TEXT NOT NULL,
      review TEXT NOT NULL,
      PRIMARY KEY (check_id, object_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE review_history (
      ordinal INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      check_id TEXT NOT NULL,
      object_id TEXT NOT NULL,
      before TEXT,
      after TEXT
    ) STRICT;
  `,
};
