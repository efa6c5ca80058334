import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { interviewContract } from '../../../src-shared/ipc/interview';
import { AppError } from '../../../src-shared/model/error';
import { readAnswers } from '../../store/interview-answers';
import type { AppContext } from '../app-context';
import { takeAnswer, withdrawAnswer } from './take-answer';

export function interviewHandlers({ session, desktop }: AppContext): HandlersOf<typeof interviewContract> {
  /** Files a person chose in the system's dialog: the page cannot have any other read. */
  const chosen = new Set<string>();

  return {
    list: () => ({ answers: readAnswers(session.file) }),
    chooseAttachment: async () => {
      const path = await desktop.chooseAttachment();
      if (path !== undefined) chosen.add(path);
      return { path: path ?? null };
    },
    save: async ({ answer, keepsAttachment }) => {
      const { file } = session;
      if (answer.attachment !== undefined && !chosen.has(answer.attachment)) throw notChosen();
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

const notChosen = (): AppError =>
  new AppError(
    'attachment-not-chosen',
    'The attachment was not chosen in the system’s dialog; the answer was not changed.',
    'Choose the file again.',
  );
