import { renderToStaticMarkup } from 'react-dom/server';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { ReportPage } from './html/report-page';
import { reportFacts } from './report-facts';
import type { ReportOptions } from './report-options';
import { visibleDocument } from './visible-document';

interface RenderOptions extends ReportOptions {
  /** Goes on the style element; the content policy of the page allows no other style. */
  readonly nonce: string;
}

/** The report as one HTML document that needs nothing else and runs nothing: for a browser, the preview and the print window. */
export const renderReportHtml = (document: ReportDocument, options: RenderOptions): string =>
  `<!doctype html>${renderToStaticMarkup(<ReportPage facts={reportFacts(visibleDocument(document), options.profile)} {...options} />)}`;
