import { landingPages, pagesOf } from './pages';
import { arrayAt, dictionaryAt, isName, isString, type PdfFile, textOf, textString } from './pdf-object';

/** Says of each link where it leads, and that its page is walked through in the order in which it is read (ISO 14289-1, 7.18). */
export function describeLinks(file: PdfFile): void {
  const landings = landingPages(file);
  for (const { page } of pagesOf(file)) {
    page.set('/Tabs', '/S');
    for (const reference of arrayAt(file, page.get('/Annots'))) {
      const annotation = dictionaryAt(file, reference);
      if (annotation?.get('/Subtype') !== '/Link') continue;
      const target = annotation.get('/Dest');
      const address = dictionaryAt(file, annotation.get('/A'))?.get('/URI');
      const page = isName(target) ? landings.get(target.slice(1)) : undefined;
      if (isString(address)) annotation.set('/Contents', textString(`Opens ${textOf(address)}`));
      else
        annotation.set(
          '/Contents',
          textString(page === undefined ? 'Leads to another place' : `Leads to page ${page}`),
        );
    }
  }
}
