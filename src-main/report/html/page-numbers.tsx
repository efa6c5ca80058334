interface PageNumberProps {
  /** Id of the element whose page is named. */
  readonly of: string;
}

/** Room for the number of a page, which is known when the report has been printed once; empty on screen, which has no pages. */
export const PageNumber = ({ of }: PageNumberProps) => <span className="page-number" data-page-of={of} />;

const room = /(<span class="page-number" data-page-of="([^"]*)">)(<\/span>)/gu;

export const hasPageNumbers = (html: string): boolean => html.search(room) !== -1;

/** Writes the numbers of the pages into a report, by the id of what stands on them. */
export const fillPageNumbers = (html: string, pages: ReadonlyMap<string, number>): string =>
  html.replace(room, (_whole, start: string, id: string, end: string) => `${start}${pages.get(id) ?? ''}${end}`);
