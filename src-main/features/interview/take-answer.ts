import type { GivenAnswer, KeptAnswer } from '../../../src-shared/interview/answer';
import { dateProblem } from '../../../src-shared/interview/answer-problem';
import { instantOf } from '../../../src-shared/model/assess-instant';
import { AppError } from '../../../src-shared/model/error';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { readAnswers, removeAnswer, replaceAnswers, saveAnswer } from '../../store/interview-answers';
import { dropUnusedRawInput } from '../../store/raw-inputs';
import { keepAttachment } from '../attachments/keep-attachment';

/**
 * Stores an answer in place of the one before. Without an attachment of its own it keeps the earlier one when told so.
 * @throws AppError `answer-in-future`, `attachment-unreadable`, `attachment-too-large`, and those of the store
 */
export async function takeAnswer(
  file: EngagementFile,
  given: GivenAnswer,
  { keepsAttachment }: { readonly keepsAttachment: boolean },
): Promise<void> {
  const before = answerTo(file, given.question)?.attachment;
  const answer = await toKept(file, given);
  const attachment = answer.attachment ?? (keepsAttachment ? before : undefined);
  saveAnswer(file, { ...answer, ...(attachment === undefined ? {} : { attachment }) });
  if (before !== undefined) await dropUnusedRawInput(file, before.sha256);
}

/** Forgets an answer; its record goes with the next judging. */
export async function withdrawAnswer(file: EngagementFile, question: string): Promise<void> {
  const before = answerTo(file, question)?.attachment;
  removeAnswer(file, question);
  if (before !== undefined) await dropUnusedRawInput(file, before.sha256);
}

/** Makes the answers those of a plan, whose paths are absolute. A plan that says nothing of the interview leaves it alone. */
export async function takePlannedAnswers(
  file: EngagementFile,
  planned: readonly GivenAnswer[] | undefined,
): Promise<void> {
  if (planned === undefined) return;
  const before = readAnswers(file);
  const answers: KeptAnswer[] = [];
  for (const given of planned) answers.push(await toKept(file, given));
  replaceAnswers(file, answers);
  for (const { attachment } of before) if (attachment !== undefined) await dropUnusedRawInput(file, attachment.sha256);
}

const answerTo = (file: EngagementFile, question: string): KeptAnswer | undefined =>
  readAnswers(file).find((answer) => answer.question === question);

async function toKept(file: EngagementFile, { attachment: path, ...said }: GivenAnswer): Promise<KeptAnswer> {
  const problem = dateProblem(said.saidOn, instantOf(readDraft(file)));
  if (problem !== undefined) throw new AppError('answer-in-future', problem, 'Correct the day and save it again.');
  return path === undefined ? said : { ...said, attachment: await keepAttachment(file, path) };
}
