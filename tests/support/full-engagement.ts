import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { EngagementFile } from '../../src-main/store/engagement-file';
import { storeEvidence } from '../../src-main/store/evidence';
import { storeFindings } from '../../src-main/store/findings';
import { saveAnswer } from '../../src-main/store/interview-answers';
import { type RawInputUpload, storeRawInput } from '../../src-main/store/raw-inputs';
import { endRun, startJudging } from '../../src-main/store/runs';
import { affectedObject, draft, finding, newEngagement, newRun, record } from './engagement';

export function rawInput(name: string, bytes: Buffer): RawInputUpload {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, name, mediaType: 'text/plain', size: bytes.length, gzip: gzipSync(bytes) };
}

/** Text that is in the export and nowhere else. */
export const exportText = 'dn: CN=Secret Of The Export,DC=contoso,DC=com\n';

/** A judged engagement with received files, a file that proves an answer, long evidence and more findings than fit on a page. */
export async function fullEngagement(): Promise<{ readonly file: EngagementFile; readonly runId: string }> {
  const file = await newEngagement({ ...draft, wizardStep: 'finished' });
  const runId = newRun(file);
  const received = rawInput('forest.ldf', Buffer.concat([Buffer.from(exportText), randomBytes(600_000)]));
  const proof = rawInput('minutes.txt', Buffer.from('Decided on Monday.'));
  await storeRawInput(file, received);
  await storeRawInput(file, proof);
  await storeEvidence(file, runId, record({ sha256: received.sha256 }, { text: 'short' }));
  await storeEvidence(file, runId, record({ target: 'dc2' }, { text: randomBytes(200_000).toString('hex') }));
  const attachment = { name: proof.name, sha256: proof.sha256, size: proof.size };
  saveAnswer(file, {
    ...{ question: 'entra-joined-need', answer: 'yes', saidBy: 'Ada', saidOn: '2026-11-20', attachment },
    note: 'The works council agrees.',
  });
  startJudging(file, runId);
  const objects = Array.from({ length: 1500 }, (_, index) => affectedObject(index));
  await storeFindings(file, runId, [finding('DIR-020', objects), finding('PKI-010', [])]);
  endRun(file, runId, { state: 'done', judgedAsOf: '2026-11-22T15:00:00.000Z' });
  return { file, runId };
}
