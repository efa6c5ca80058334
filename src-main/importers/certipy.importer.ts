import type { EvidenceFailure } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import { isObject, objectOf, parseJson } from '../evidence/json';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, sourceOf, unreadableFile } from './file-drafts';

const id = 'certipy';
const kinds = ['ad.certificate-templates', 'ad.certification-authorities'] as const;
const next =
  'Export the directory with ldifde, or add a domain controller as a live source: both give every attribute that is judged.';

/**
 * Output of `certipy find -json`. It gives key usages, flags and people by the names of the tool instead of object identifiers, numbers and SIDs, and leaves out
 * certificates, superseded templates and signature policies; so it is recognised and said to be not enough.
 */
const certipyImporter: Importer = {
  id,
  title: 'Output of Certipy',
  gives: kinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ text }) =>
    /^\s*\{\s*"Certificate (?:Authorities|Templates)"\s*:\s*[{"]/u.test(text) &&
    /"(?:CA Name|Template Name|Certificate Templates)"\s*:/u.test(text),

  async *read([file]) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const document = parseJson(decodeText(await file.bytesOf()));
      if (!isObject(document)) throw new Error('It holds a list in place of the output of Certipy');
      const count = (name: string): number => Object.keys(objectOf(document, name)).length;
      yield* failedDrafts(
        kinds,
        source,
        lackOf(file, count('Certificate Templates'), count('Certificate Authorities')),
      );
    } catch (error) {
      yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
    }
  },
};

export default certipyImporter;

const lackOf = (file: ImportFile, templates: number, authorities: number): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certipy-output',
  message: `${file.path} is output of Certipy (templates: ${templates}, CAs: ${authorities}). It names usages, flags and people in words of its own and leaves out the certificates of CAs, superseded templates and signature policies, so nothing is judged by it.`,
  next,
});
