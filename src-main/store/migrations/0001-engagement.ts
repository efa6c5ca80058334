import type { Migration } from '../migration';

/** JSON columns hold exactly what the schemas of `src-shared` describe; columns beside them exist to be searched. */
export const migration: Migration = {
  version: 1,
  purpose: 'engagement, runs, evidence, findings',
  sql: `
    CREATE TABLE engagement (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      created_at TEXT NOT NULL,
      draft TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE runs (
      ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('collecting', 'judging', 'done', 'cancelled', 'interrupted', 'failed')),
      started_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      ended_at TEXT,
      catalogue_version TEXT NOT NULL,
      plan TEXT NOT NULL,
      judged_as_of TEXT,
      judged_at TEXT
    ) STRICT;

    CREATE TABLE run_targets (
      run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      target_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      state TEXT NOT NULL,
      target TEXT NOT NULL,
      PRIMARY KEY (run_id, target_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE blobs (
      id INTEGER PRIMARY KEY,
      stored_size INTEGER NOT NULL,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1))
    ) STRICT;

    CREATE TABLE blob_chunks (
      blob_id INTEGER NOT NULL REFERENCES blobs (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (blob_id, ordinal)
    ) STRICT;

    CREATE TABLE raw_inputs (
      sha256 TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL,
      blob_id INTEGER NOT NULL REFERENCES blobs (id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence (
      ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      run_id TEXT NOT NULL REFERENCES runs (id),
      kind TEXT NOT NULL,
      target_key TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'failed')),
      collected_at TEXT NOT NULL,
      raw_sha256 TEXT REFERENCES raw_inputs (sha256),
      header TEXT NOT NULL,
      data TEXT,
      data_blob_id INTEGER REFERENCES blobs (id),
      CHECK (data IS NULL OR data_blob_id IS NULL)
    ) STRICT;
    CREATE INDEX evidence_by_target ON evidence (kind, target_key, status, collected_at);
    CREATE INDEX evidence_by_run ON evidence (run_id);

    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      check_id TEXT NOT NULL,
      object_count INTEGER NOT NULL,
      affected_count INTEGER NOT NULL,
      finding TEXT NOT NULL,
      UNIQUE (run_id, check_id)
    ) STRICT;

    CREATE TABLE finding_objects (
      finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      urgency INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      note TEXT NOT NULL,
      evidence_id TEXT,
      locate TEXT,
      search_text TEXT NOT NULL,
      PRIMARY KEY (finding_id, urgency, ordinal)
    ) STRICT, WITHOUT ROWID;
  `,
};
