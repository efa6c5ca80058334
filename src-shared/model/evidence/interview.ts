/** An attested answer (channel A): what somebody says, with who, when and what for a proof. */
export interface InterviewAnswer {
  /** Id of the question in the interview catalogue. */
  readonly question: string;
  /** Id of the chosen option, or a number or text as the question asks. */
  readonly answer: string;
  readonly note?: string;
  /** Who said it. */
  readonly saidBy: string;
  /** ISO 8601 date. */
  readonly saidOn: string;
  /** Document named as proof; the file itself is kept as raw input. */
  readonly attachment?: string;
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface InterviewKinds {
  /** question id */
  'interview.answer': InterviewAnswer;
}

export const interviewKindTitles: Readonly<Record<keyof InterviewKinds, string>> = {
  'interview.answer': 'Attested answer',
};
