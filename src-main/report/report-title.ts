import type { EngagementDetails } from '../../src-shared/model/plan';
import { printable } from '../../src-shared/model/printable';

/** What a window or a reader shows as the name of the report. */
export const reportTitle = ({ customer }: EngagementDetails): string =>
  `${printable(customer)} – readiness for Windows Hello for Business`;
