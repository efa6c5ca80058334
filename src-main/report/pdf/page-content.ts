import { deflate, inflateSync } from 'node:zlib';
import { isDictionary, isReference, type PdfDictionary, type PdfFile, type PdfValue } from './pdf-object';

const compressed = '/FlateDecode';

/** The unpacked stream that a value leads to, a character a byte; undefined for what is none, or packed in another way. @throws Error for bytes that cannot be unpacked */
export function streamText({ objects }: PdfFile, value: PdfValue | undefined): string | undefined {
  const object = isReference(value) ? objects.get(value.object) : undefined;
  if (object?.stream === undefined || !isDictionary(object.value)) return undefined;
  if (object.value.get('/Filter') !== compressed) return undefined;
  return inflateSync(object.stream).toString('latin1');
}

/** What is drawn on a page, as operators (ISO 32000-1, 7.8.2). @throws as {@link streamText} */
export const pageContent = (file: PdfFile, page: PdfDictionary): string | undefined =>
  streamText(file, page.get('/Contents'));

/** Draws something else on a page; packed outside of this thread, so that several pages may be at once. */
export async function setPageContent(file: PdfFile, page: PdfDictionary, content: string): Promise<void> {
  const reference = page.get('/Contents');
  const value = isReference(reference) ? file.objects.get(reference.object)?.value : undefined;
  if (!isReference(reference) || !isDictionary(value)) throw new Error('A page of the PDF has no content.');
  file.objects.set(reference.object, { value, stream: await packed(content) });
}

/** Packs bytes, or a character a byte, outside of this thread. The best level would need three times as long for three per cent less. */
export function packed(content: string | Buffer): Promise<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return new Promise((resolve, reject) => {
    deflate(bytes, { level: 6 }, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });
}
