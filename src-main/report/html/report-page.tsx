import type { ReportFacts } from '../report-facts';
import type { ReportOptions } from '../report-options';
import { reportTitle } from '../report-title';
import { Contents } from './contents';
import { Cover } from './cover';
import { Legend } from './legend';
import { sectionsOf } from './sections';
import { styles } from './styles/styles';

interface ReportPageProps extends ReportOptions {
  readonly facts: ReportFacts;
  readonly nonce: string;
}

/** The whole document. Its content policy travels with it: a saved file runs and loads nothing either. */
export function ReportPage({ facts, profile, paper, nonce }: ReportPageProps) {
  const sections = sectionsOf(profile);
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
        <title>{reportTitle(facts.document)}</title>
        <style nonce={nonce}>{`${styles}\n@page { size: ${paper}; }${accentRule(facts)}`}</style>
      </head>
      <body className={paper === 'A4' ? 'a4' : 'letter'}>
        <Cover facts={facts} profile={profile} />
        <main>
          {profile === 'finding' ? null : (
            <>
              <Contents
                entries={sections.map(({ id, title, parts }) => ({ id, title, parts: parts?.(facts) ?? [] }))}
              />
              <Legend />
            </>
          )}
          {sections.map(({ id, title, Body, starts }, index) => (
            <section
              key={id}
              id={id}
              className={starts === 'page' ? 'new-page' : undefined}
              aria-labelledby={`${id}-title`}
            >
              <h2 id={`${id}-title`}>
                {index + 1} {title}
              </h2>
              <Body facts={facts} />
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

/** The schema of the colour leaves no room for more than a colour. */
const accentRule = ({ document: { branding } }: ReportFacts): string =>
  branding?.accent === undefined ? '' : `\n:root { --accent: ${branding.accent}; }`;
