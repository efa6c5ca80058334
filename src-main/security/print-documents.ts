import { randomUUID } from 'node:crypto';

interface PrintDocument {
  readonly html: string;
  /** The value of `nonce` on the document's style elements. */
  readonly nonce: string;
}

const documents = new Map<string, PrintDocument>();

/** Makes a document available at an address nobody can guess, until it is released. */
export function registerPrintDocument(document: PrintDocument): { readonly url: string; readonly release: () => void } {
  const id = randomUUID();
  documents.set(id, document);
  return { url: `app://print/${id}`, release: () => void documents.delete(id) };
}

export const printDocument = (path: string): PrintDocument | undefined => documents.get(path.slice(1));
