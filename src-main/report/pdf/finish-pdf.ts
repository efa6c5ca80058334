import { describeLinks } from './describe-links';
import { markArtifacts } from './mark-artifacts';
import { type PdfFacts, setMetadata } from './metadata';
import { readPdf } from './read-pdf';
import { tidyStructure } from './tidy-structure';
import { writePdf } from './write-pdf';

/** Finishes a printed report, in this thread or another. */
export type FinishPdf = (printed: Uint8Array, facts: PdfFacts) => Promise<Uint8Array>;

/** Makes of a PDF that Chromium printed one that everybody can read (PDF/UA-1), of the same bytes for the same report, and a fraction of its size. */
export function finishPdf(printed: Uint8Array, facts: PdfFacts): Uint8Array {
  const file = readPdf(printed);
  markArtifacts(file);
  tidyStructure(file);
  describeLinks(file);
  setMetadata(file, facts);
  return writePdf(file);
}
