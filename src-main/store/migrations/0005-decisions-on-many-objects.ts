import type { Migration } from '../migration';

/**
 * A decision on many objects is one decision with the identities of the objects, several hundred a row as JSON: it is always read as a whole, and tens of
 * thousands of rows a decision would take seconds to write.
 */
export const migration: Migration = {
  version: 5,
  purpose: 'decisions on many objects at once, key of redacted reports',
  sql: `
    CREATE TABLE review_sets (
      number INTEGER PRIMARY KEY,
      check_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('begun', 'taken', 'withdrawn')),
      review TEXT NOT NULL
    ) STRICT;

    CREATE TABLE review_set_objects (
      set_number INTEGER NOT NULL REFERENCES review_sets (number) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      objects TEXT NOT NULL,
      UNIQUE (set_number, ordinal)
    ) STRICT;

    CREATE TABLE redaction_key (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      key TEXT NOT NULL
    ) STRICT;

    ALTER TABLE review_history ADD COLUMN set_number INTEGER REFERENCES review_sets (number);
  `,
};
