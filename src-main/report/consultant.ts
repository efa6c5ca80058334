import type { ReportDocument } from '../../src-shared/report/report-document';

/** Who made the report: name and company, as far as they are known. */
export const consultantOf = ({ details, branding }: ReportDocument): string =>
  [details.consultant, branding?.company ?? ''].filter((part) => part !== '').join(', ');
