import { describeLinks } from './describe-links';
import { fillPageNumbers } from './fill-page-numbers';
import { markArtifacts } from './mark-artifacts';
import { type PdfFacts, setMetadata } from './metadata';
import { readPdf } from './read-pdf';
import { tidyStructure } from './tidy-structure';
import { writePdf } from './write-pdf';

/** What a finished file says beyond what was printed. */
export interface PdfAdditions {
  readonly facts: PdfFacts;
  /** What the rooms in the contents name the pages of, in their order; none of a report without contents. */
  readonly places: readonly string[];
}

/** A PDF to hand over, or why it cannot be made of what was printed. */
export type FinishedPdf = { readonly pdf: Uint8Array } | { readonly problem: string };

/** Finishes a printed report, in this thread or another. */
export type FinishPdf = (printed: Uint8Array, additions: PdfAdditions) => Promise<FinishedPdf>;

/**
 * Makes of a PDF that Chromium printed one that everybody can read (PDF/UA-1), whose contents name their pages, of the same bytes for the same report, and a
 * fraction of its size. What another Chromium lays out in a way this version does not know is refused as a whole.
 */
export const finishPdf: FinishPdf = async (printed, additions) => {
  try {
    return { pdf: await finished(printed, additions) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

async function finished(printed: Uint8Array, { facts, places }: PdfAdditions): Promise<Uint8Array> {
  const file = readPdf(printed);
  tidyStructure(file);
  await fillPageNumbers(file, places);
  const marked = markArtifacts(file); // packs pages in other threads while this one goes on
  describeLinks(file);
  setMetadata(file, facts);
  await marked;
  return await writePdf(file);
}
