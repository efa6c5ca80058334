import { landingPages } from './pages';
import { readPdf } from './read-pdf';

/** Finds the pages of a printed report, in this thread or another. */
export type FindPages = (printed: Uint8Array) => Promise<ReadonlyMap<string, number>>;

/** The page, from 1, on which each part of a printed report came to stand that something in it leads to. */
export const findPages = (printed: Uint8Array): ReadonlyMap<string, number> => landingPages(readPdf(printed));
