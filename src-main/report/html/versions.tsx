import type { ReportFacts } from '../report-facts';
import { ColumnHeads } from './column-heads';
import { calendarDate, dateAndTime } from './dates';

/** How old the rules are, apart from the program. */
export function Versions({ facts: { document } }: { readonly facts: ReportFacts }) {
  const { product, catalogue, knowledge, createdAt, judgedAt } = document;
  const rows = [
    ['Report', `made ${dateAndTime(createdAt)}, evidence judged as of ${dateAndTime(judgedAt)}`],
    [product.name, `version ${product.version}`],
    [
      'Catalogue of checks',
      `version ${catalogue.version} of ${calendarDate(catalogue.date)}, ${catalogue.implemented} of ${catalogue.total} checks judged by this version`,
    ],
    ...knowledge.map(({ name, date }) => [`Knowledge: ${name}`, `as of ${calendarDate(date)}`] as const),
  ] as const;
  return (
    <table className="versions">
      <ColumnHeads names={['What', 'Version and date']} />
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
