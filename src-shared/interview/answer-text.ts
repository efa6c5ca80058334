import { enumerate } from '../text/quantity';
import type { InterviewQuestion } from './question';

/** The answer in words: what people chose, not its id. Ids that this version does not know stay as they are. */
export function answerText({ answer: kind }: Pick<InterviewQuestion, 'answer'>, answer: string): string {
  if (kind.kind === 'number') return `${answer} ${answer === '1' ? kind.unitOfOne : kind.unit}`;
  if (kind.kind === 'text') return answer;
  if (kind.kind === 'several' && answer === 'none') return 'None of these';
  const texts = new Map(kind.options.map(({ id, text }) => [id, text]));
  return enumerate(answer.split(' ').map((id) => texts.get(id) ?? id));
}
