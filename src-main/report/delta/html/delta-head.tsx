import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { consultantOf } from '../../consultant';
import { calendarDate } from '../../html/dates';
import { deltaTitle } from '../delta-words';

/** Above the summary: a delta report is short and has no page of its own for this. */
export function DeltaHead({ delta }: { readonly delta: DeltaDocument }) {
  const { details, branding, product, createdAt } = delta;
  const rows = [
    ['Engagement', details.title],
    ['Date', calendarDate(createdAt)],
    ['Classification', details.classification],
    ['Consultant', consultantOf(delta)],
    ['Made with', `${product.name} ${product.version}`],
  ] as const;
  return (
    <header className="delta-head">
      {branding?.logo === undefined ? null : (
        <img
          className="cover-logo"
          src={branding.logo}
          alt={branding.company === '' ? 'Logo of the consultancy' : `Logo of ${branding.company}`}
        />
      )}
      <p className="cover-kind">{details.customer} – Windows Hello for Business with hybrid certificate trust</p>
      <h1>{deltaTitle}</h1>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}
