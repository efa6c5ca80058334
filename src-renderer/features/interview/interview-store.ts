import { create } from 'zustand';
import type { GivenAnswer, KeptAnswer } from '../../../src-shared/interview/answer';
import type { Envelope } from '../../../src-shared/ipc/define';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';
import { judgeAgain } from './judge-again';

interface InterviewState {
  /** By question; `undefined` until they were asked for. */
  readonly answers: ReadonlyMap<string, KeptAnswer> | undefined;
  readonly failure: Failure | undefined;
  readonly load: () => Promise<void>;
  /** Stores an answer and has everything judged again; what went wrong, or nothing. */
  readonly save: (answer: GivenAnswer, keepsAttachment: boolean) => Promise<Failure | undefined>;
  readonly withdraw: (question: string) => Promise<Failure | undefined>;
}

type Answers = Envelope<{ readonly answers: KeptAnswer[] }>;

/** The answers of the open engagement; shared by the interview and the wizard. */
export const useInterview = create<InterviewState>()((set) => {
  const take = (answer: Answers): Failure | undefined => {
    if (!answer.ok) return answer.error;
    set({ answers: new Map(answer.value.answers.map((each) => [each.question, each])), failure: undefined });
    return undefined;
  };
  const change = async (request: Promise<Answers>): Promise<Failure | undefined> => {
    const failure = take(await answerOf(request));
    if (failure === undefined) void judgeAgain();
    return failure;
  };
  return {
    answers: undefined,
    failure: undefined,
    load: async () => {
      const failure = take(await answerOf(bridge.interview.list({})));
      if (failure !== undefined) set({ failure });
    },
    save: (answer, keepsAttachment) => change(bridge.interview.save({ answer, keepsAttachment })),
    withdraw: (question) => change(bridge.interview.withdraw({ question })),
  };
});

// Another engagement has other answers.
useEngagement.subscribe((state, before) => {
  if (state.engagement?.path !== before.engagement?.path)
    useInterview.setState({ answers: undefined, failure: undefined });
});
