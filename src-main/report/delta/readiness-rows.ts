import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { DeltaDocument, ReadinessSide } from '../../../src-shared/report/delta-document';

interface ReadinessRow {
  readonly title: string;
  readonly before: ReadinessSide;
  readonly after: ReadinessSide;
}

/** Readiness then and now in one list for formats with one table of it: the areas, then the steps, which say that they are. */
export const readinessRows = ({ readiness: { areas, steps } }: DeltaDocument): readonly ReadinessRow[] => [
  ...areas.map(({ area, before, after }) => ({ title: areaTitles[area], before, after })),
  ...steps.map(({ step, before, after }) => ({ title: `Step: ${stepTitles[step]}`, before, after })),
];
