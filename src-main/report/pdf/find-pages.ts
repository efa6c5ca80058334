import { landingPages } from './pages';
import { readPdf } from './read-pdf';

/** Finds the pages of a printed report, in this thread or another. */
export type FindPages = (printed: Uint8Array) => Promise<ReadonlyMap<string, number>>;

/**
 * The page, from 1, on which each part of a printed report came to stand that something in it leads to; none of a layout that this version does not know, so that
 * the contents name no pages.
 */
export function findPages(printed: Uint8Array): ReadonlyMap<string, number> {
  try {
    return landingPages(readPdf(printed));
  } catch {
    return new Map();
  }
}
