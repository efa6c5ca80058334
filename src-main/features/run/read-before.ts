import { lastPartOf, type ReadFile } from '../../../src-shared/host/messages';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';

/**
 * Files that need no second reading: everything an importer of this version made of them is complete and is what counts today. A file whose facts another one
 * has replaced since is read again, and so is one that could not be read in full.
 * @param inForce ids of the records that are judged
 */
export function readBefore(
  headers: readonly EvidenceHeader[],
  inForce: ReadonlySet<string>,
  version: string,
): ReadFile[] {
  const files = new Map<string, { readonly file: ReadFile; isCurrent: boolean }>();
  for (const { id, source, sha256, status, collectedAt, collector } of headers) {
    if (source.way !== 'import' || sha256 === undefined) continue;
    const name = lastPartOf(source.location);
    const key = `${source.by} ${sha256} ${name}`;
    const isCurrent = status === 'complete' && inForce.has(id) && collector.version === version;
    const known = files.get(key);
    if (known === undefined) files.set(key, { file: { by: source.by, name, sha256, collectedAt }, isCurrent });
    else known.isCurrent &&= isCurrent;
  }
  return [...files.values()].filter(({ isCurrent }) => isCurrent).map(({ file }) => file);
}
