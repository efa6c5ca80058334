import { renderToStaticMarkup } from 'react-dom/server';
import { printable } from '../../../src-shared/model/printable';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { pageMargins } from '../page-margins';
import { calendarDate } from './dates';

/** Chromium shows these lines outside the page: its styles do not reach them, and without a font size they are invisible. */
const line = {
  boxSizing: 'border-box',
  width: '100%',
  padding: `0 ${pageMargins.right}in 0 ${pageMargins.left}in`,
  display: 'flex',
  justifyContent: 'space-between',
  gap: '12pt',
  fontFamily: "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  fontSize: '7.5pt',
  color: '#555',
} as const;
const clipped = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const whole = { flexShrink: 0, whiteSpace: 'nowrap' } as const;

/** Customer and classification at the top of each page. */
export function pageHeader({ details }: Pick<ReportDocument, 'details'>): string {
  return renderToStaticMarkup(
    <div style={line}>
      <span style={clipped}>{printable(details.customer)}</span>
      <span style={whole}>{printable(details.classification)}</span>
    </div>,
  );
}

/** Product, date, customer and classification, and the page number at the bottom. Chromium fills the two classes in. */
export function pageFooter({
  details,
  product,
  createdAt,
}: Pick<ReportDocument, 'details' | 'product' | 'createdAt'>): string {
  const facts = [
    `${product.name} ${product.version}`,
    calendarDate(createdAt),
    printable(details.customer),
    printable(details.classification),
  ];
  return renderToStaticMarkup(
    <div style={line}>
      <span style={clipped}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <span style={whole}>
        Page <span className="pageNumber" /> of <span className="totalPages" />
      </span>
    </div>,
  );
}
