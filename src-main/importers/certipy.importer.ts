import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import { authorityHost } from '../evidence/certipy/authority';
import { type CertipyDocument, certipyDocument } from '../evidence/certipy/document';
import { toldByCertipy } from '../evidence/certipy/told-by-certipy';
import { isBelow, normalHostName } from '../evidence/derived/forest-scope';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, sourceOf, unreadableFile } from './file-drafts';

const id = 'certipy';
const kinds: readonly EvidenceKind[] = [
  'ad.certificate-templates',
  'ad.certification-authorities',
  'ca.settings',
  'pki.enrolment-endpoints',
];
const next =
  'Export the directory with ldifde, or add a domain controller as a live source: both give every attribute that is judged.';

/**
 * Output of `certipy find -json`. It prints bits of flags by number or name, key usages by the English names of a table of its own, and people by the names the domain
 * has for them: bits and usages are read, people are not. What it leaves out is marked in the evidence, and nothing rests on it.
 */
const certipyImporter: Importer = {
  id,
  title: 'Output of Certipy',
  gives: kinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ text }) =>
    /^\s*\{\s*"Certificate (?:Authorities|Templates)"\s*:\s*[{"]/u.test(text) &&
    /"(?:CA Name|Template Name|Certificate Templates)"\s*:/u.test(text),

  async *read([file], { scope }) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const document = certipyDocument(decodeText(await file.bytesOf()));
      const forest = forestOf(document, scope.forests);
      if (document.templates.length + document.authorities.length === 0 || forest === undefined)
        for (const draft of failedDrafts(kinds, source, withoutForest(file, document)))
          yield { ...draft, isInherent: true } as EvidenceDraft;
      else
        for (const fact of toldByCertipy(document, forest))
          yield {
            ...fact,
            source,
            ...(document.isWhole || fact.kind !== 'ad.certificate-templates'
              ? { status: 'complete' }
              : { status: 'partial', isInherent: true, failure: someOnly(file) }),
          } as EvidenceDraft;
    } catch (error) {
      yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
    }
  },
};

export default certipyImporter;

/** The forest, which the output does not name: the one in scope above the hosts of its CAs, the only one in scope, or else the domain of the first host. */
function forestOf({ authorities }: CertipyDocument, inScope: readonly string[]): string | undefined {
  const domains = authorities
    .map((authority) => authorityHost(authority).split('.').slice(1).join('.'))
    .filter((name) => name !== '');
  const above = inScope
    .filter((forest) => domains.some((domain) => isBelow(domain, forest)))
    .sort((one, other) => other.length - one.length);
  const forest = above[0] ?? (inScope.length === 1 ? inScope[0] : domains[0]);
  return forest === undefined ? undefined : normalHostName(forest);
}

const withoutForest = (file: ImportFile, { templates, authorities }: CertipyDocument): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certipy-output',
  message: `${file.path} is output of Certipy (templates: ${templates.length}, CAs: ${authorities.length}) that names neither a CA with its host nor, with it, a forest; nothing is judged by it.`,
  next,
});

const someOnly = (file: ImportFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'certipy-some',
  message: `${file.path} may list only some templates: all of them are published, or all have a weakness, as with the options -enabled and -vulnerable. So they are shown and not judged.`,
  next: 'Run certipy find -json without -enabled and -vulnerable, or export the directory with ldifde.',
});
