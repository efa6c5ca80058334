import type { EngagementDraft } from '../../../src-shared/model/engagement';

const mostPaths = 1000;

/** Adds files and folders to the list of imports; what is on it already stays as it is. */
export function withImports(draft: EngagementDraft, paths: readonly string[], now: string): EngagementDraft {
  const known = new Set(draft.imports.map((entry) => entry.path));
  const added = [...new Set(paths)].filter((path) => !known.has(path)).map((path) => ({ path, addedAt: now }));
  return { ...draft, imports: [...draft.imports, ...added].slice(0, mostPaths) };
}
