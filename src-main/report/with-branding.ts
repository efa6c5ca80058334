import type { ReportBranding } from '../../src-shared/report/report-branding';
import type { ReportDocument } from '../../src-shared/report/report-document';

type Brandable = Pick<ReportDocument, 'details' | 'branding'>;

/** The report in a consultancy's clothes; what it says of the customer stays as it is. */
export function withBranding<D extends Brandable>(document: D, branding: ReportBranding): D {
  const { company, classification, accent, logo } = branding;
  if (company === '' && classification === '' && accent === undefined && logo === undefined) return document;
  return {
    ...document,
    details: { ...document.details, ...(classification === '' ? {} : { classification }) },
    branding: {
      company,
      ...(accent === undefined ? {} : { accent }),
      ...(logo === undefined ? {} : { logo }),
    },
  };
}
