import { expect, test } from 'vitest';
import { askAhead, forgetAnswers, keepAnswer, keptAnswers } from '../../../src-renderer/api/kept-answers';

test('an answer that says the same as the one before is the one before, so that nothing is drawn anew', () => {
  const kept = keptAnswers<{ readonly rows: readonly string[] }>();
  const first = keepAnswer(kept, 'all', { rows: ['a'] });
  expect(keepAnswer(kept, 'all', { rows: ['a'] })).toBe(first);
  expect(keepAnswer(kept, 'all', { rows: ['b'] })).toEqual({ rows: ['b'] });
  expect(kept.get('all')).toEqual({ rows: ['b'] });
});

test('of many questions the latest are kept', () => {
  const kept = keptAnswers<number>();
  for (const key of [1, 2, 3, 4, 1, 5]) keepAnswer(kept, String(key), key);
  expect([...kept.keys()]).toEqual(['3', '4', '1', '5']);
});

test('what is asked ahead is asked once and kept, a failure is not', async () => {
  const kept = keptAnswers<number>();
  const error = { code: 'damaged', message: 'It is damaged.', next: 'Restore it.' } as const;
  let asked = 0;
  await askAhead(kept, 'a', async () => ({ ok: false, error }));
  expect(kept.size).toBe(0);
  for (let time = 0; time < 2; time += 1)
    await askAhead(kept, 'a', async () => {
      asked += 1;
      return { ok: true, value: 7 };
    });
  expect([asked, kept.get('a')]).toEqual([1, 7]);
});

test('nothing of an engagement stays when another is opened', () => {
  const [findings, clients] = [keptAnswers<number>(), keptAnswers<string>()];
  keepAnswer(findings, 'a', 1);
  keepAnswer(clients, 'b', 'x');
  forgetAnswers();
  expect([findings.size, clients.size]).toEqual([0, 0]);
});
