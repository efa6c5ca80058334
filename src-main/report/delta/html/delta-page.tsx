import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { NumberedSection } from '../../html/numbered-section';
import { PageFrame } from '../../html/page-frame';
import type { Paper } from '../../report-options';
import { reportTitle } from '../../report-title';
import { DeltaHead } from './delta-head';
import { deltaSections } from './delta-sections';
import { deltaStyles } from './delta-styles';

interface DeltaPageProps {
  readonly delta: DeltaDocument;
  readonly paper: Paper;
  readonly nonce: string;
}

/** The whole delta report; too short for a list of contents. */
export const DeltaPage = ({ delta, paper, nonce }: DeltaPageProps) => (
  <PageFrame title={reportTitle(delta)} styles={deltaStyles} paper={paper} branding={delta.branding} nonce={nonce}>
    <DeltaHead delta={delta} />
    <main>
      {deltaSections.map(({ id, title, Body, starts }, index) => (
        <NumberedSection key={id} id={id} number={index + 1} title={title} starts={starts}>
          <Body delta={delta} />
        </NumberedSection>
      ))}
    </main>
  </PageFrame>
);
