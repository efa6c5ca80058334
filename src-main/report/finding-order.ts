import { steps } from '../../src-shared/model/area';
import type { Finding } from '../../src-shared/model/finding';
import { outcomeRank, severityRank } from '../../src-shared/model/outcome';

/** Report order: failed blockers first, then by outcome, severity and deployment step; equal ones by id. */
export const compareFindings = (a: Finding, b: Finding): number =>
  outcomeRank(a.outcome) - outcomeRank(b.outcome) ||
  severityRank(a.severity) - severityRank(b.severity) ||
  steps.indexOf(a.step) - steps.indexOf(b.step) ||
  a.checkId.localeCompare(b.checkId, 'en');
