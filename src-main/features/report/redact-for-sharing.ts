import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Identities } from '../../report/redaction/identities';
import { type EvidenceText, NamesOfEvidence } from '../../report/redaction/names-of-evidence';
import { redactDocument } from '../../report/redaction/redact-document';
import { nextTurn } from '../../store/access';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidence, readEvidence } from '../../store/evidence';

/**
 * The report of an engagement without what names the customer; `key` is the engagement's, so that all its redacted reports have the same stand-ins. Seconds for
 * a report with tens of thousands of objects.
 */
export const redactForSharing = async (
  file: EngagementFile,
  document: ReportDocument,
  key: string,
): Promise<ReportDocument> => redactDocument(document, await identitiesOf([file], key));

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
