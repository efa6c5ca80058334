import type { ReportFacts } from '../report-facts';
import type { ReportOptions } from '../report-options';
import { reportTitle } from '../report-title';
import { Contents } from './contents';
import { Cover } from './cover';
import { Legend } from './legend';
import { NumberedSection } from './numbered-section';
import { PageFrame } from './page-frame';
import { sectionsOf } from './sections';
import { styles } from './styles/styles';

interface ReportPageProps extends ReportOptions {
  readonly facts: ReportFacts;
  readonly nonce: string;
}

/** The whole document. */
export function ReportPage({ facts, profile, paper, nonce }: ReportPageProps) {
  const { document } = facts;
  const sections = sectionsOf(profile);
  return (
    <PageFrame title={reportTitle(document)} styles={styles} paper={paper} branding={document.branding} nonce={nonce}>
      <Cover facts={facts} profile={profile} />
      <main>
        {profile === 'finding' ? null : (
          <>
            <Contents entries={sections.map(({ id, title, parts }) => ({ id, title, parts: parts?.(facts) ?? [] }))} />
            <Legend />
          </>
        )}
        {sections.map(({ id, title, Body, starts }, index) => (
          <NumberedSection key={id} id={id} number={index + 1} title={title} starts={starts}>
            <Body facts={facts} />
          </NumberedSection>
        ))}
      </main>
    </PageFrame>
  );
}
