import { randomUUID } from 'node:crypto';
import type { StoredRecord } from '../../../src-shared/host/messages';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import type { Collector } from '../../../src-shared/model/evidence';
import type { InterviewAnswer } from '../../../src-shared/model/evidence/interview';
import { replaceAttested } from '../../store/attested-evidence';
import type { EngagementFile } from '../../store/engagement-file';
import { readAnswers } from '../../store/interview-answers';
import { dropUnusedRawInput } from '../../store/raw-inputs';

/** Makes the evidence say what the answers say now: one record an answer, none for what was withdrawn. Done before every judging. */
export async function recordAnswers(file: EngagementFile, runId: string, collector: Collector): Promise<void> {
  const records = readAnswers(file).map((answer) => attestedRecord(answer, collector));
  for (const sha256 of replaceAttested(file, runId, records)) await dropUnusedRawInput(file, sha256);
}

/** What somebody said, as a record of evidence. */
export function attestedRecord({ attachment, note, ...said }: KeptAnswer, collector: Collector): StoredRecord {
  const data: InterviewAnswer = {
    ...said,
    ...(note === undefined ? {} : { note }),
    ...(attachment === undefined ? {} : { attachment: attachment.name }),
  };
  return {
    header: {
      id: randomUUID(),
      kind: 'interview.answer',
      target: said.question,
      source: { way: 'attested', by: 'interview', location: `said by ${said.saidBy}` },
      collectedAt: `${said.saidOn}T00:00:00.000Z`,
      collector,
      ...(attachment === undefined ? {} : { sha256: attachment.sha256 }),
      status: 'complete',
      facts: 1,
      notes: [],
    },
    dataJson: JSON.stringify(data),
  };
}
