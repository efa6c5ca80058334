import type { ReactElement } from 'react';
import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { Changes } from './changes';
import { ComparedSides } from './compared-sides';
import { DecisionFates } from './decision-fates';
import { DeltaReadiness } from './delta-readiness';
import { DeltaSummary } from './delta-summary';
import { RuleChanges } from './rule-changes';
import { StillOpen } from './still-open';

/** A numbered part of the delta report, as contents and body name it. */
interface DeltaSection {
  readonly id: string;
  readonly title: string;
  readonly Body: (props: { readonly delta: DeltaDocument }) => ReactElement;
  /** `page`: starts a new page. */
  readonly starts: 'page' | 'flow';
}

export const deltaSections: readonly DeltaSection[] = [
  { id: 'summary', title: 'Summary', Body: DeltaSummary, starts: 'flow' },
  { id: 'readiness', title: 'Readiness then and now', Body: DeltaReadiness, starts: 'page' },
  { id: 'changes', title: 'What changed', Body: Changes, starts: 'flow' },
  { id: 'open', title: 'Open as before', Body: StillOpen, starts: 'flow' },
  { id: 'rules', title: 'Changes of the catalogue', Body: RuleChanges, starts: 'flow' },
  { id: 'decisions', title: 'Decisions since', Body: DecisionFates, starts: 'flow' },
  { id: 'compared', title: 'What was compared', Body: ComparedSides, starts: 'flow' },
];
