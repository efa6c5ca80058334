import type { Migration } from '../migration';

/** Answers belong to the engagement and outlive runs; contradictions belong to the run that found them. */
export const migration: Migration = {
  version: 2,
  purpose: 'interview answers, contradictions',
  sql: `
    CREATE TABLE interview_answers (
      question TEXT PRIMARY KEY,
      answer TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE contradictions (
      run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      contradiction TEXT NOT NULL,
      PRIMARY KEY (run_id, ordinal)
    ) STRICT, WITHOUT ROWID;
  `,
};
