import type { EngagementDetails } from '../../src-shared/model/plan';
import { printable } from '../../src-shared/model/printable';
import { deltaTitle } from './delta/delta-words';

export interface TitledReport {
  readonly details: EngagementDetails;
  /** Absent for a report of one judgement. */
  readonly kind?: 'delta';
}

/** What a window or a reader shows as the name of the report or delta report. */
export const reportTitle = ({ details, kind }: TitledReport): string =>
  `${printable(details.customer)} – ${kind === 'delta' ? deltaTitle.toLowerCase() : 'readiness for Windows Hello for Business'}`;
