import { reservedDigits } from '../pdf/reserved-digits';

interface PageNumberProps {
  /** Id of the element whose page is named. */
  readonly of: string;
}

/** Room for the number of a page, which is known when the report has been printed; empty on screen, which has no pages. */
export const PageNumber = ({ of }: PageNumberProps) => <span className="page-number" data-page-of={of} />;

/** A report to print, with figures in every room for a number of a page; the numbers take their place in the finished PDF. */
export interface NumberedReport {
  readonly html: string;
  /** Ids of what the numbers are of, in the order in which they stand in the report. */
  readonly places: readonly string[];
}

const room = /(<span class="page-number" data-page-of="([^"]*)">)(<\/span>)/gu;

/** Fills the rooms with figures for the time being. */
export function reservePageNumbers(html: string): NumberedReport {
  const places: string[] = [];
  const reserved = html.replace(room, (_whole, start: string, id: string, end: string) => {
    places.push(id);
    return `${start}${reservedDigits(places.length - 1)}${end}`;
  });
  return { html: reserved, places };
}
