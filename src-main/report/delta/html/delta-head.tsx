import type { DeltaDocument } from '../../../../src-shared/report/delta-document';
import { consultantOf } from '../../consultant';
import { calendarDate } from '../../html/dates';
import { Facts } from '../../html/facts';
import { Logo } from '../../html/logo';
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
      <Logo branding={branding} />
      <p className="cover-kind">{details.customer} – Windows Hello for Business with hybrid certificate trust</p>
      <h1>{deltaTitle}</h1>
      <Facts rows={rows} />
    </header>
  );
}
