import type { ReactNode } from 'react';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Paper } from '../report-options';

interface PageFrameProps {
  readonly title: string;
  readonly styles: string;
  readonly paper: Paper;
  readonly branding: ReportDocument['branding'];
  /** Goes on the style element; the content policy of the page allows no other style. */
  readonly nonce: string;
  readonly children: ReactNode;
}

/** What a report stands in, whatever it tells. Its content policy travels with it: a saved file runs and loads nothing either. */
export const PageFrame = ({ title, styles, paper, branding, nonce, children }: PageFrameProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta
        httpEquiv="Content-Security-Policy"
        content={`default-src 'none'; style-src 'nonce-${nonce}'; img-src data:`}
      />
      <meta name="viewport" content="width=device-width" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
      <style nonce={nonce}>{`${styles}\n@page { size: ${paper}; }${accentRule(branding)}`}</style>
    </head>
    <body className={paper === 'A4' ? 'a4' : 'letter'}>{children}</body>
  </html>
);

/** The schema of the colour leaves no room for more than a colour. */
const accentRule = (branding: ReportDocument['branding']): string =>
  branding?.accent === undefined ? '' : `\n:root { --accent: ${branding.accent}; }`;
