import type { ReportDocument } from '../../src-shared/report/report-document';

/** Who made the report: name and company, as far as they are known. */
export const consultantOf = ({ details, branding }: Pick<ReportDocument, 'details' | 'branding'>): string =>
  [details.consultant, branding?.company ?? ''].filter((part) => part !== '').join(', ');
