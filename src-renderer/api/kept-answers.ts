import type { Envelope } from '../../src-shared/ipc/define';
import { answerOf } from './answer';

/** The latest answers to a question by its key, so that a screen that is opened again shows at once what it showed; it asks anew all the same. */
export type KeptAnswers<T> = Map<string, T>;

/** A list as it is filtered and as it is whole, and some room for coming and going. */
const longest = 4;
const all: Pick<KeptAnswers<unknown>, 'clear'>[] = [];

/** Once for each question, where it is asked. */
export function keptAnswers<T>(): KeptAnswers<T> {
  const kept: KeptAnswers<T> = new Map();
  all.push(kept);
  return kept;
}

/** Gives the answer that is kept: the former one where the new one says the same, so that nothing is drawn anew. */
export function keepAnswer<T>(kept: KeptAnswers<T>, key: string, answer: T): T {
  const former = kept.get(key);
  const value = former !== undefined && JSON.stringify(former) === JSON.stringify(answer) ? former : answer;
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) if (kept.size > longest) kept.delete(oldest);
  return value;
}

/** Asks for what a screen will show before it is opened. A failure is left to the screen, which asks anew. */
export async function askAhead<T>(kept: KeptAnswers<T>, key: string, load: () => Promise<Envelope<T>>): Promise<void> {
  if (kept.has(key)) return;
  const answer = await answerOf(load());
  if (answer.ok) keepAnswer(kept, key, answer.value);
}

/** Another engagement was opened: nothing of the former one stays. */
export function forgetAnswers(): void {
  for (const kept of all) kept.clear();
}
