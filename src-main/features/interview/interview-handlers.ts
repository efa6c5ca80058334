import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { interviewContract } from '../../../src-shared/ipc/interview';
import { readAnswers } from '../../store/interview-answers';
import type { AppContext } from '../app-context';
import { chosenAttachments } from '../attachments/chosen-attachments';
import { takeAnswer, withdrawAnswer } from './take-answer';

export function interviewHandlers({ session, desktop }: AppContext): HandlersOf<typeof interviewContract> {
  const attachments = chosenAttachments(desktop);
  return {
    list: () => ({ answers: readAnswers(session.file) }),
    chooseAttachment: async () => ({ path: await attachments.choose() }),
    save: async ({ answer, keepsAttachment }) => {
      const { file } = session;
      attachments.refuseOthers(answer.attachment);
      await takeAnswer(file, answer, { keepsAttachment });
      return { answers: readAnswers(file) };
    },
    withdraw: async ({ question }) => {
      const { file } = session;
      await withdrawAnswer(file, question);
      return { answers: readAnswers(file) };
    },
  };
}
