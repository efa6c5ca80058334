import { answerText } from '../../../src-shared/interview/answer-text';
import { findQuestion } from '../../../src-shared/interview/questions';
import { hitsShown, type SearchHit } from '../../../src-shared/ipc/search';
import { nextTurn } from '../../store/access';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { listFindingObjects } from '../../store/finding-objects';
import { readAnswers } from '../../store/interview-answers';
import { latestRunId } from '../../store/runs';
import { judgedRows } from '../findings/listed-findings';

/** Objects of a finding that are named in a hit. */
const objectsNamed = 3;

/** Words of a search, lower case; at most as many as the list of objects takes. */
export const searchWords = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8);

/**
 * Customer, findings of the latest judgement with their objects, and answers that hold every word; the order of the screens. Stops at the signal.
 * One hit more than `hitsShown` tells that there are more.
 */
export async function searchEngagement(
  file: EngagementFile,
  words: readonly string[],
  signal: AbortSignal,
): Promise<SearchHit[]> {
  const { customer, title, consultant } = readDraft(file).details;
  const place = { path: file.path, customer };
  const holds = (...texts: readonly string[]): boolean => {
    const text = texts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const hits: SearchHit[] = [];
  if (holds(customer, title, consultant))
    hits.push({ ...place, what: 'engagement', title: title || customer, text: consultant });
  const runId = latestRunId(file);
  for (const row of runId === undefined ? [] : await judgedRows(file)) {
    if (signal.aborted || hits.length > hitsShown) return hits;
    const at = { ...place, checkId: row.checkId, title: row.title };
    if (holds(row.checkId, row.title, row.summary)) hits.push({ ...at, what: 'finding', text: row.summary });
    if (row.objectCount > 0) hits.push(...(await objectsHit(file, runId ?? '', at, words)));
  }
  await nextTurn();
  for (const { question, answer, note, saidBy } of readAnswers(file)) {
    const asked = findQuestion(question);
    const [title, said] = asked === undefined ? [question, answer] : [asked.text, answerText(asked, answer)];
    const text = [said, note, `said by ${saidBy}`].filter(Boolean).join(' · ');
    if (holds(title, text)) hits.push({ ...place, what: 'answer', title, text });
  }
  return hits;
}

async function objectsHit(
  file: EngagementFile,
  runId: string,
  at: Pick<SearchHit, 'path' | 'customer' | 'title'> & { readonly checkId: string },
  words: readonly string[],
): Promise<SearchHit[]> {
  const query = { search: words.join(' '), outcomes: [], offset: 0, limit: objectsNamed };
  const { objects, total } = await listFindingObjects(file, runId, at.checkId, query);
  if (total === 0) return [];
  const more = total > objects.length ? ` and ${total - objects.length} more` : '';
  return [{ ...at, what: 'objects', text: objects.map((object) => object.name).join(', ') + more }];
}
