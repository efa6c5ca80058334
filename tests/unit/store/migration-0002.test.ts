import { expect, test } from 'vitest';
import { readDraft } from '../../../src-main/store/draft';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence, storeEvidence } from '../../../src-main/store/evidence';
import { readAnswers, saveAnswer } from '../../../src-main/store/interview-answers';
import { draft, newEngagement, newRun, passphrase, record } from '../../support/engagement';
import { asOlderSchema } from '../../support/older-schema';

const answer = { question: 'ca-sizing', answer: 'yes', saidBy: 'Imke Brandt', saidOn: '2026-11-20' };

test('an engagement of the first schema keeps what it holds and can be interviewed', async () => {
  const old = await newEngagement();
  await storeEvidence(old, newRun(old), record());
  const evidence = await listEvidence(old);
  asOlderSchema(old, 1);
  closeEngagement(old);

  const file = await openEngagement(old.path, passphrase);
  expect(file.database.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(2);
  expect(readDraft(file)).toEqual(draft);
  expect(await listEvidence(file)).toEqual(evidence);
  saveAnswer(file, answer);
  expect(readAnswers(file)).toEqual([answer]);
  closeEngagement(file);
});
