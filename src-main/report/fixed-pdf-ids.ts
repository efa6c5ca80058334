const structureId = /\/ID \((node\d{8})\)/gu;
const anyId = /\((node\d{8})\)/gu;
const entry = /\((node\d{8})\) \d+ 0 R/gu;
/** The one leaf of the tree of structure elements by id (ISO 32000-1, 7.9.6), as Skia writes it. */
const leaf = /\/Limits \[\((?:node\d{8})\) \((?:node\d{8})\)\]\n\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/u;

/**
 * Numbers the structure elements of a PDF that Chromium printed in the order in which they stand, in place and of the same length: Chromium takes the numbers of
 * its accessibility tree, which differ from print to print. A file of another layout is left as it is.
 */
export function fixPdfIds(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const [tree, names] = leaf.exec(text) ?? [];
  const fresh = new Map<string, string>();
  for (const [, id] of text.matchAll(structureId))
    if (id !== undefined && !fresh.has(id)) fresh.set(id, `node${String(fresh.size + 1).padStart(8, '0')}`);
  const known = [...(names ?? '').matchAll(entry)].map(([, id]) => id ?? '');
  if (tree === undefined || names === undefined || known.length !== fresh.size || !known.every((id) => fresh.has(id)))
    return;
  const renamed = (source: string): string =>
    source.replace(anyId, (whole, id: string) => `(${fresh.get(id) ?? whole.slice(1, -1)})`);
  const entries = [...renamed(names).matchAll(entry)].map(([whole]) => whole).sort();
  const limits = [...fresh.values()];
  const sorted = `/Limits [(${limits.at(0) ?? ''}) (${limits.at(-1) ?? ''})]\n/Names [${entries.join(' ')}]`;
  if (sorted.length !== tree.length) return; // or every offset behind it would be wrong
  bytes.write(text.split(tree).map(renamed).join(sorted), 'latin1');
}
