import { evidenceKindTitles } from '../../../src-shared/model/evidence';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { columns, type Sheet } from './sheet';

/** Where each fact comes from. */
export const evidenceSheet = ({ evidence }: ReportDocument): Sheet => ({
  name: 'Evidence',
  columns: columns({
    ...{ Evidence: 34, Target: 40, Status: 12, Facts: 10, 'Collected at': 24, By: 24, 'On computer': 20, Way: 12 },
    ...{ Source: 70, 'SHA-256': 66, Remark: 60 },
  }),
  rows: evidence.map((record) => [
    evidenceKindTitles[record.kind],
    record.target,
    record.status,
    record.facts,
    record.collectedAt,
    record.collector.user,
    record.collector.host,
    record.source.way,
    record.source.location,
    record.sha256 ?? '',
    record.failure?.message ?? record.notes.join(' '),
  ]),
});
