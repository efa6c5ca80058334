import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interviewHandlers } from '../../../src-main/features/interview/interview-handlers';
import { recordAnswers } from '../../../src-main/features/interview/record-answers';
import { takeAnswer, takePlannedAnswers, withdrawAnswer } from '../../../src-main/features/interview/take-answer';
import { listEvidence, readEvidence } from '../../../src-main/store/evidence';
import { readAnswers } from '../../../src-main/store/interview-answers';
import { rawInputBytes, readRawInputInfo } from '../../../src-main/store/raw-inputs';
import type { GivenAnswer } from '../../../src-shared/interview/answer';
import { attachmentLimit } from '../../../src-shared/model/attachment';
import { appContext } from '../../support/app-context';
import { draft, newEngagement, newRun } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const collector = { user: 'ada', host: 'laptop', version: '0.1.0' };
const answer: GivenAnswer = { question: 'adfs-plan', answer: 'keep', saidBy: 'Imke Brandt', saidOn: '2026-11-20' };
const document = (content: string | Uint8Array): string => {
  const path = join(temporaryFolder(), 'plan of AD FS.txt');
  writeFileSync(path, content);
  return path;
};
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function engagement() {
  const file = await newEngagement();
  const record = async (): Promise<string> => {
    const run = newRun(file);
    await recordAnswers(file, run, collector);
    return run;
  };
  return { file, record };
}

describe('an answer as evidence', () => {
  test('says who said it, when, and that nothing was read', async () => {
    const { file, record } = await engagement();
    await takeAnswer(file, { ...answer, note: 'Until 2030' }, { keepsAttachment: false });
    await record();
    const [header] = await listEvidence(file);
    expect(header).toMatchObject({
      kind: 'interview.answer',
      target: 'adfs-plan',
      source: { way: 'attested', by: 'interview', location: 'said by Imke Brandt' },
      collectedAt: '2026-11-20T00:00:00.000Z',
      collector,
      status: 'complete',
    });
    const stored = await readEvidence(file, header?.id ?? '');
    expect(JSON.parse(stored?.dataJson ?? '')).toEqual({ ...answer, note: 'Until 2030' });
  });

  test('stays the same record while it is the same, is replaced when it changes, and goes when it is withdrawn', async () => {
    const { file, record } = await engagement();
    await takeAnswer(file, answer, { keepsAttachment: false });
    await record();
    const [first] = await listEvidence(file);
    await record();
    expect(await listEvidence(file)).toEqual([first]);

    await takeAnswer(file, { ...answer, answer: 'undecided' }, { keepsAttachment: false });
    expect(await listEvidence(file)).toEqual([first]); // what is shown is what was judged
    await record();
    const [second, ...others] = await listEvidence(file);
    expect(others).toEqual([]);
    expect(second?.id).not.toBe(first?.id);

    await withdrawAnswer(file, 'adfs-plan');
    await record();
    expect(await listEvidence(file)).toEqual([]);
  });
});

describe('an attachment', () => {
  test('is kept under its hash and named by the record; withdrawing removes its bytes', async () => {
    const { file, record } = await engagement();
    const sha256 = hashOf('AD FS stays.');
    await takeAnswer(file, { ...answer, attachment: document('AD FS stays.') }, { keepsAttachment: false });
    expect(readAnswers(file)[0]?.attachment).toEqual({ name: 'plan of AD FS.txt', sha256, size: 12 });
    await record();
    expect((await listEvidence(file))[0]?.sha256).toBe(sha256);
    const pieces: Uint8Array[] = [];
    for await (const piece of rawInputBytes(file, sha256)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('AD FS stays.');

    await withdrawAnswer(file, 'adfs-plan');
    expect(readRawInputInfo(file, sha256)).toBeDefined(); // the judged record still names it
    await record();
    expect(readRawInputInfo(file, sha256)).toBeUndefined();
    expect(file.database.prepare('SELECT count(*) AS n FROM blob_chunks').get()).toEqual({ n: 0 });
  });

  test('stays with an answer that is changed, and goes when another takes its place', async () => {
    const { file } = await engagement();
    await takeAnswer(file, { ...answer, attachment: document('one') }, { keepsAttachment: false });
    await takeAnswer(file, { ...answer, answer: 'undecided' }, { keepsAttachment: true });
    expect(readAnswers(file)[0]).toMatchObject({ answer: 'undecided', attachment: { sha256: hashOf('one') } });
    await takeAnswer(file, { ...answer, attachment: document('two') }, { keepsAttachment: true });
    expect(readAnswers(file)[0]?.attachment?.sha256).toBe(hashOf('two'));
    expect(readRawInputInfo(file, hashOf('one'))).toBeUndefined();
  });

  test('of two answers goes with the last of them', async () => {
    const { file } = await engagement();
    const attachment = document('both');
    await takeAnswer(file, { ...answer, attachment }, { keepsAttachment: false });
    await takeAnswer(
      file,
      { ...answer, question: 'adfs-design', answer: 'yes', attachment },
      { keepsAttachment: false },
    );
    await withdrawAnswer(file, 'adfs-plan');
    expect(readRawInputInfo(file, hashOf('both'))).toBeDefined();
    await withdrawAnswer(file, 'adfs-design');
    expect(readRawInputInfo(file, hashOf('both'))).toBeUndefined();
  });

  test('of 10 MiB is taken, one byte more is refused and changes nothing', async () => {
    const { file } = await engagement();
    const most = document(new Uint8Array(attachmentLimit));
    await takeAnswer(file, { ...answer, attachment: most }, { keepsAttachment: false });
    const before = readAnswers(file);
    const more = document(new Uint8Array(attachmentLimit + 1));
    await expect(takeAnswer(file, { ...answer, attachment: more }, { keepsAttachment: false })).rejects.toMatchObject({
      code: 'attachment-too-large',
    });
    expect(readAnswers(file)).toEqual(before);
  });

  test.each([
    ['a missing file', () => join(temporaryFolder(), 'none.pdf')],
    ['a folder', () => temporaryFolder()],
  ])('that is %s is refused', async (_what, path) => {
    const { file } = await engagement();
    await expect(takeAnswer(file, { ...answer, attachment: path() }, { keepsAttachment: false })).rejects.toMatchObject(
      {
        code: 'attachment-unreadable',
      },
    );
    expect(readAnswers(file)).toEqual([]);
  });
});

describe('a plan', () => {
  test('makes the answers its own; one that says nothing leaves them alone', async () => {
    const { file } = await engagement();
    await takeAnswer(file, answer, { keepsAttachment: false });
    await takePlannedAnswers(file, undefined);
    expect(readAnswers(file)).toHaveLength(1);
    await takePlannedAnswers(file, [{ ...answer, question: 'ca-sizing', answer: 'yes' }]);
    expect(readAnswers(file).map(({ question }) => question)).toEqual(['ca-sizing']);
    await takePlannedAnswers(file, []);
    expect(readAnswers(file)).toEqual([]);
  });
});

describe('the page', () => {
  const open = async (path?: string, own = draft) => {
    const file = await newEngagement(own);
    const context = appContext({ answers: { chooseAttachment: async () => path } });
    await context.session.use(file);
    return interviewHandlers(context);
  };
  test('attaches only what was chosen in the dialog', async () => {
    const path = document('proof');
    const handlers = await open(path);
    const request = { answer: { ...answer, attachment: path }, keepsAttachment: false };
    await expect(handlers.save(request)).rejects.toMatchObject({ code: 'attachment-not-chosen' });
    expect(await handlers.chooseAttachment({})).toEqual({ path });
    expect((await handlers.save(request)).answers[0]?.attachment?.sha256).toBe(hashOf('proof'));
    expect(await handlers.withdraw({ question: 'adfs-plan' })).toEqual({ answers: [] });
  });
  test('cannot answer after the instant that is judged at, whatever the clock says', async () => {
    const handlers = await open(undefined, { ...draft, assessAt: '2030-06-01T12:00:00Z' });
    const future = { answer: { ...answer, saidOn: '2030-06-01' }, keepsAttachment: false };
    expect((await handlers.save(future)).answers[0]?.saidOn).toBe('2030-06-01');
    const past = await open(undefined, { ...draft, assessAt: '2024-06-01T12:00:00Z' });
    await expect(past.save({ answer, keepsAttachment: false })).rejects.toMatchObject({ code: 'answer-in-future' });
  });
  test('cannot answer from the future', async () => {
    const handlers = await open();
    const request = { answer: { ...answer, saidOn: '9999-12-31' }, keepsAttachment: false };
    await expect(handlers.save(request)).rejects.toMatchObject({ code: 'answer-in-future' });
  });
});
