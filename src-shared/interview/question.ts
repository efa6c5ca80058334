import type { Area } from '../model/area';

export interface AnswerOption {
  readonly id: string;
  /** As a person says it. */
  readonly text: string;
}

/** How a question is answered, and so what `InterviewAnswer.answer` holds. */
export type AnswerKind =
  /** Id of one option. */
  | { readonly kind: 'choice'; readonly options: readonly AnswerOption[] }
  /** Ids of all that apply, joined by a space; `none` when none does. */
  | { readonly kind: 'several'; readonly options: readonly AnswerOption[] }
  /** A whole number. */
  | {
      readonly kind: 'number';
      readonly minimum: number;
      readonly maximum: number;
      readonly unit: string;
      readonly unitOfOne: string;
    }
  /** One line that matches `pattern`. */
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly example: string };

/** A question of the interview: what no technical evidence can say (channel A of the catalogue). */
export interface InterviewQuestion {
  readonly id: string;
  readonly area: Area;
  readonly text: string;
  /** What the answer decides, in a sentence. */
  readonly why: string;
  readonly answer: AnswerKind;
  /** Who usually knows. */
  readonly askWhom: string;
}
