import type { CheckChange } from '../../../src-shared/model/comparison';
import { outcomeRank, severityRank } from '../../../src-shared/model/outcome';
import { isOpen } from '../../../src-shared/model/review';
import type { DeltaDocument } from '../../../src-shared/report/delta-document';

/** Checks whose outcome is what it was and asks for something, the worst outcome and then severity first; conclusions drawn from them stand at the end. */
export const stillOpen = ({ comparison: { checks, conclusions } }: DeltaDocument): readonly CheckChange[] => [
  ...openAsBefore(checks),
  ...openAsBefore(conclusions),
];

const openAsBefore = (checks: readonly CheckChange[]): readonly CheckChange[] =>
  checks
    .filter(({ change, after }) => change === 'unchanged' && after !== undefined && isOpen(after))
    .sort((a, b) => rankOf(a) - rankOf(b) || severityRank(a.severity) - severityRank(b.severity));

const rankOf = ({ after }: CheckChange): number => (after === undefined ? 0 : outcomeRank(after));
