import { consultantOf } from '../consultant';
import type { ReportFacts } from '../report-facts';
import type { ReportProfile } from '../report-options';
import { calendarDate, dateAndTime } from './dates';
import { Facts } from './facts';
import { Logo } from './logo';

const editions: Readonly<Record<ReportProfile, string>> = {
  executive: 'For management',
  technical: 'Technical',
  finding: 'One finding',
};

interface CoverProps {
  readonly facts: ReportFacts;
  readonly profile: ReportProfile;
}

export function Cover({ facts: { document }, profile }: CoverProps) {
  const { details, branding, product, catalogue, createdAt, judgedAt } = document;
  const rows = [
    ['Engagement', details.title],
    ['Date', calendarDate(createdAt)],
    ['Judged as of', dateAndTime(judgedAt)],
    ['Classification', details.classification],
    ['Consultant', consultantOf(document)],
    ['Edition', editions[profile]],
    [
      'Made with',
      `${product.name} ${product.version}, catalogue ${catalogue.version} of ${calendarDate(catalogue.date)}`,
    ],
  ] as const;
  return (
    <header className="cover">
      <Logo branding={branding} />
      <p className="cover-kind">Readiness assessment</p>
      <h1>Windows Hello for Business with hybrid certificate trust</h1>
      <p className="cover-customer">{details.customer}</p>
      <Facts rows={rows} />
    </header>
  );
}
