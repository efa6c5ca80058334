import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFiles } from '../../../src-main/engine/import-files';
import { planImports } from '../../../src-main/engine/import-plan';
import { importers } from '../../../src-main/importers';
import type { EvidenceDraft, EvidenceKind } from '../../../src-shared/model/evidence';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';

export interface DropResult {
  readonly drafts: readonly EvidenceDraft[];
  /** Importer id by file path. */
  readonly recognised: Readonly<Record<string, string>>;
  readonly unrecognised: readonly string[];
}

/** Imports a folder as the engine does: finds files, sorts them by importer, reads them. */
export async function importFolder(path: string, scope: Scope = defaultScope): Promise<DropResult> {
  const signal = new AbortController().signal;
  const { files } = await findFiles([{ path }], signal);
  const { groups, unrecognised } = planImports(importers, files);
  const siblings = files.map(({ file }) => file);
  const drafts: EvidenceDraft[] = [];
  for (const group of groups) {
    const own = group.files.map(({ file }) => file);
    for await (const draft of group.importer.read(own, { scope, signal, progress: () => undefined, siblings }))
      drafts.push(draft);
  }
  const recognised = Object.fromEntries(
    groups.flatMap((group) =>
      group.files.map(({ file }) => [file.path.split('/').slice(1).join('/'), group.importer.id]),
    ),
  );
  return { drafts, recognised, unrecognised: unrecognised.map(({ file }) => file.path.split('/').slice(1).join('/')) };
}

/** Writes files into a new folder, imports it and removes it. */
export async function importFiles(
  files: Readonly<Record<string, string | Buffer>>,
  scope?: Scope,
): Promise<DropResult> {
  const folder = mkdtempSync(join(tmpdir(), 'drop-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await importFolder(folder, scope);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The draft of a kind; throws when there is none or more than one. */
export function only<K extends EvidenceKind>({ drafts }: DropResult, kind: K): EvidenceDraft<K> {
  const found = drafts.filter((draft): draft is EvidenceDraft<K> & EvidenceDraft => draft.kind === kind);
  const [draft] = found;
  if (draft === undefined || found.length > 1)
    throw new Error(
      `${found.length} drafts of ${kind}: ${JSON.stringify(found.map(({ target, status }) => [target, status]))}`,
    );
  return draft;
}
