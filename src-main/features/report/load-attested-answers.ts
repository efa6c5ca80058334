import { z } from 'zod';
import { answerText } from '../../../src-shared/interview/answer-text';
import { findQuestion } from '../../../src-shared/interview/questions';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import type { Finding } from '../../../src-shared/model/finding';
import type { AttestedAnswer } from '../../../src-shared/report/attested-answer';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidence, readEvidence } from '../../store/evidence';

const dataSchema = z.object({
  question: z.string(),
  answer: z.string(),
  note: z.string().optional(),
  saidBy: z.string(),
  saidOn: z.string(),
  attachment: z.string().optional(),
});

/** What was said, as it was judged: answers given since then count with the next judging. */
export async function loadAttestedAnswers(
  file: EngagementFile,
  findings: readonly Finding[],
): Promise<AttestedAnswer[]> {
  const answers: AttestedAnswer[] = [];
  for (const header of (await listEvidence(file)).filter(({ kind }) => kind === 'interview.answer')) {
    const record = await readEvidence(file, header.id);
    if (record?.dataJson !== undefined && record.dataJson !== null)
      answers.push(toAnswer(header, record.dataJson, findings));
  }
  return answers;
}

function toAnswer(header: EvidenceHeader, dataJson: string, findings: readonly Finding[]): AttestedAnswer {
  const { question: id, answer, note, saidBy, saidOn, attachment } = dataSchema.parse(JSON.parse(dataJson));
  const question = findQuestion(id);
  return {
    evidenceId: header.id,
    question: id,
    ...(question === undefined ? {} : { area: question.area }),
    questionText: question?.text ?? id,
    answer,
    answerText: question === undefined ? answer : answerText(question, answer),
    ...(note === undefined ? {} : { note }),
    saidBy,
    saidOn,
    ...(attachment === undefined || header.sha256 === undefined
      ? {}
      : { attachment: { name: attachment, sha256: header.sha256 } }),
    checks: findings
      .filter(({ attested }) => attested?.some((each) => each.question === id) === true)
      .map(({ checkId }) => checkId),
  };
}
