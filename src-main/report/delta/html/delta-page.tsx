import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import type { Paper } from '../../report-options';
import { reportTitle } from '../../report-title';
import { DeltaHead } from './delta-head';
import { deltaSections } from './delta-sections';
import { deltaStyles } from './delta-styles';

interface DeltaPageProps {
  readonly delta: DeltaDocument;
  readonly paper: Paper;
  /** Goes on the style element; the content policy of the page allows no other style. */
  readonly nonce: string;
}

/** The whole delta report; too short for a list of contents. Its content policy travels with it: a saved file runs and loads nothing either. */
export function DeltaPage({ delta, paper, nonce }: DeltaPageProps) {
  const { branding } = delta;
  const accent = branding?.accent === undefined ? '' : `\n:root { --accent: ${branding.accent}; }`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content={`default-src 'none'; style-src 'nonce-${nonce}'; img-src data:`}
        />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>{reportTitle(delta)}</title>
        <style nonce={nonce}>{`${deltaStyles}\n@page { size: ${paper}; }${accent}`}</style>
      </head>
      <body className={paper === 'A4' ? 'a4' : 'letter'}>
        <DeltaHead delta={delta} />
        <main>
          {deltaSections.map(({ id, title, Body, starts }, index) => (
            <section
              key={id}
              id={id}
              className={starts === 'page' ? 'new-page' : undefined}
              aria-labelledby={`${id}-title`}
            >
              <h2 id={`${id}-title`}>
                {index + 1} {title}
              </h2>
              <Body delta={delta} />
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
