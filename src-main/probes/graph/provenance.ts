import type { EvidenceDraft, RawInput } from '../../../src-shared/model/evidence';

/** Where it came from and what was received: one answer as it is, several as a JSON list of them. */
export function provenance(
  url: URL,
  pages: readonly Buffer[],
): Pick<EvidenceDraft, 'source'> & { readonly raw?: RawInput } {
  const source = { way: 'probe', by: 'entra', location: url.href } as const;
  const [first] = pages;
  if (first === undefined) return { source };
  const joined = pages.flatMap((page, index) => [Buffer.from(index === 0 ? '[' : ',\n'), page]);
  const bytes = pages.length === 1 ? first : Buffer.concat([...joined, Buffer.from(']')]);
  const name = `${url.pathname.split('/').slice(2).join('-')}.json`;
  return { source, raw: { name, mediaType: 'application/json', bytes } };
}
