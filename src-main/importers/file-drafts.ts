import type { EvidenceDraft, EvidenceFailure, EvidenceKind, EvidenceSource } from '../../src-shared/model/evidence';
import type { ImportFile } from '../engine/importer';

/** Target of a failure that cannot be tied to a system; takes nothing away from what other files gave. */
export const unknownTarget = '*';

export const sourceOf = (importer: string, file: ImportFile): EvidenceSource => ({
  way: 'import',
  by: importer,
  location: file.location,
});

/** A sentence of what an error says, without its final stop. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '');

/** A file that is damaged or not what its name says. */
export const unreadableFile = (file: ImportFile, error: unknown, next: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'file-damaged',
  message: `${file.path} cannot be read. ${reasonOf(error)}.`,
  next,
});

/** One failed draft for each kind the file should have given. */
export const failedDrafts = (
  kinds: readonly EvidenceKind[],
  source: EvidenceSource,
  failure: EvidenceFailure,
  target: string = unknownTarget,
): readonly EvidenceDraft[] => kinds.map((kind) => ({ kind, target, source, status: 'failed', failure, facts: 0 }));

/** Whether a text is a web page: a sign-in or error page saved in place of a document. */
export const isWebPage = (text: string): boolean => /^\s*<(?:!doctype\s+html|html)\b/iu.test(text.slice(0, 500));

/** The base name without its last extension. */
export const nameWithoutExtension = (file: { readonly name: string }): string =>
  file.name.replace(/\.[^.]{1,10}$/u, '');

/** A DNS name in a text such as a file name: `dc03.contoso.com` of `dc03.contoso.com.cer`. */
export const dnsNameIn = (text: string): string | undefined =>
  /(?:^|[^\p{L}\p{N}.-])((?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24})$/u
    .exec(text)?.[1]
    ?.toLowerCase();
