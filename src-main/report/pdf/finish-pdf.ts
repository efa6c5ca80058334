import { describeLinks } from './describe-links';
import { markArtifacts } from './mark-artifacts';
import { type PdfFacts, setMetadata } from './metadata';
import { readPdf } from './read-pdf';
import { tidyStructure } from './tidy-structure';
import { writePdf } from './write-pdf';

/** A PDF to hand over, and what a reader of it should be told before; `undefined` where there is nothing to tell. */
export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly remark?: string;
}

/** Finishes a printed report, in this thread or another. */
export type FinishPdf = (printed: Uint8Array, facts: PdfFacts) => Promise<FinishedPdf>;

/**
 * Makes of a PDF that Chromium printed one that everybody can read (PDF/UA-1), of the same bytes for the same report, and a fraction of its size. What another
 * Chromium lays out in a way this version does not know stays as it was printed: a report that is harder to read aloud is worth more than none.
 */
export function finishPdf(printed: Uint8Array, facts: PdfFacts): FinishedPdf {
  try {
    return { pdf: finished(printed, facts) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      pdf: printed,
      remark: `The PDF was kept as it was printed (${reason}). It is complete, but larger, and not checked for readers that read it aloud; HTML and Word hold the same report.`,
    };
  }
}

function finished(printed: Uint8Array, facts: PdfFacts): Uint8Array {
  const file = readPdf(printed);
  markArtifacts(file);
  tidyStructure(file);
  describeLinks(file);
  setMetadata(file, facts);
  return writePdf(file);
}
