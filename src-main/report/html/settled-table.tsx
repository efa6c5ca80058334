import { areaTitles } from '../../../src-shared/model/area';
import type { Finding } from '../../../src-shared/model/finding';
import type { ReportFacts } from '../report-facts';
import { findingAnchor } from './anchors';
import { AttestedMark } from './attested-mark';
import { ColumnHeads } from './column-heads';
import { EvidenceLinks } from './links';
import { Prose } from './prose';

interface SettledTableProps {
  readonly findings: readonly Finding[];
  readonly facts: ReportFacts;
}

/** Findings of one outcome that ask for nothing: one row each. */
export const SettledTable = ({ findings, facts }: SettledTableProps) => (
  <table className="settled">
    <ColumnHeads names={['Check', 'Verdict', 'Evidence']} />
    <tbody>
      {findings.map((finding) => (
        <tr key={finding.checkId} id={findingAnchor(finding.checkId)}>
          <th scope="row">
            <Prose text={finding.title} />{' '}
            <span className="quiet">
              <span className="id">{finding.checkId}</span> · {areaTitles[finding.area]}
            </span>
          </th>
          <td>
            <Prose text={finding.summary} />
            <AttestedMark attested={finding.attested} />
          </td>
          <td>
            <EvidenceLinks ids={finding.evidenceIds} facts={facts} most={6} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
