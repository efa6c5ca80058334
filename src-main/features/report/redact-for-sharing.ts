import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Identities } from '../../report/redaction/identities';
import { type EvidenceText, NamesOfEvidence, type RedactReport } from '../../report/redaction/redact-report';
import { nextTurn } from '../../store/access';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidence, readEvidence } from '../../store/evidence';
import { redactionKey } from '../../store/redaction-key';

/** The report of an engagement without what names the customer, with the stand-ins that all redacted reports of this engagement have. */
export const redactForSharing = (
  file: EngagementFile,
  document: ReportDocument,
  redact: RedactReport,
): Promise<ReportDocument> => redact(document, redactionKey(file), evidenceOf(file));

/** What the evidence of several engagements names, for one report of all of them. */
export async function identitiesOf(files: readonly EngagementFile[], key: string): Promise<Identities> {
  const names = new NamesOfEvidence();
  for (const file of files) for await (const record of evidenceOf(file)) names.add(record);
  return { key, names: names.all() };
}

async function* evidenceOf(file: EngagementFile): AsyncGenerator<EvidenceText> {
  for (const { id, kind, status } of await listEvidence(file)) {
    if (status === 'failed') continue;
    const json = (await readEvidence(file, id))?.dataJson;
    if (json !== undefined && json !== null) yield { kind, json };
    await nextTurn();
  }
}
