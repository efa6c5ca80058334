import type { ReportDocument } from '../../../src-shared/report/report-document';

/** The mark of the consultancy, where there is one. */
export const Logo = ({ branding }: { readonly branding: ReportDocument['branding'] }) =>
  branding?.logo === undefined ? null : (
    <img
      className="cover-logo"
      src={branding.logo}
      alt={branding.company === '' ? 'Logo of the consultancy' : `Logo of ${branding.company}`}
    />
  );
