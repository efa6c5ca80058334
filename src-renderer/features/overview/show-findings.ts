import type { FindingFilter } from '../../../src-shared/ipc/findings';
import { go } from '../../shell/navigation-store';
import { emptyFilter, useFindings } from '../findings/findings-store';

/** Opens the findings list with only this filter. */
export function showFindings(filter: Partial<FindingFilter>): void {
  useFindings.getState().setFilter({ ...emptyFilter, ...filter });
  go({ screen: 'findings' });
}

/** Opens one finding; a filter that would hide it is dropped. */
export function showFinding(checkId: string): void {
  useFindings.getState().setFilter(emptyFilter);
  go({ screen: 'findings', checkId });
}
