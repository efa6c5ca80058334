import { describe, expect, test } from 'vitest';
import { progressAnnouncement } from '../../../src-renderer/features/run/progress-announcement';
import { isCutShort, runSentence } from '../../../src-renderer/features/run/run-summary';
import type { Run, RunTarget } from '../../../src-shared/model/run';

const target = (id: string, state: RunTarget['state']): RunTarget => ({
  id,
  by: 'x',
  title: id,
  state,
  phase: '',
  facts: 0,
  notes: [],
});
const run = (state: Run['state'], states: readonly RunTarget['state'][]): Run => ({
  id: '5b1c9c5e-6f0e-4a53-9d8e-0d2f9c0e8d11',
  startedAt: '2026-11-22T10:00:00Z',
  state,
  targets: states.map((entry, index) => target(`t${index}`, entry)),
  evidenceCount: 3,
  catalogueVersion: '1',
});

describe('runSentence', () => {
  test('a whole run', () => {
    expect(runSentence(run('done', ['done', 'done']))).toBe(
      'All 2 targets were read and judged. 0 facts stored, in 3 records of evidence.',
    );
  });
  test('a run with failures never says all', () => {
    expect(runSentence(run('done', ['done', 'failed']))).toMatch(
      /^1 of 2 targets were read and judged; 1 could not be read/u,
    );
  });
  test('what was read in part is neither read nor lost', () => {
    expect(runSentence(run('done', ['done', 'partial', 'failed']))).toMatch(
      /^1 of 3 targets were read and judged; 1 in part; 1 could not be read\. 0 facts stored, in 3 records/u,
    );
    expect(runSentence(run('done', ['done', 'partial']))).toMatch(/^1 of 2 targets were read and judged; 1 in part\./u);
  });
  test('a run cut short says how far it came', () => {
    const cut = run('interrupted', ['done', 'running', 'waiting']);
    expect(runSentence(cut)).toMatch(/^1 of 3 targets were collected before the app stopped at \d\d:\d\d/u);
    expect(isCutShort(cut)).toBe(true);
  });
  test('judging alone does not claim to have read anything', () => {
    expect(runSentence(run('done', []))).toContain('nothing was read');
  });
  test('a cancelled run keeps what it had', () => {
    expect(runSentence(run('cancelled', ['done', 'cancelled']))).toContain('Nothing is lost');
    expect(isCutShort(run('cancelled', []))).toBe(false);
  });
});

describe('progressAnnouncement', () => {
  const at = (done: number, total = 8, phase: 'collecting' | 'judging' | 'done' = 'collecting') => ({
    phase,
    done,
    total,
  });
  test('each quarter once, nothing between', () => {
    const spoken = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((done, index, all) =>
      progressAnnouncement(at(all[index - 1] ?? 0), at(done)),
    );
    expect(spoken.filter((words) => words !== undefined)).toEqual([
      'A quarter of the targets done: 2 of 8.',
      'Half of the targets done: 4 of 8.',
      'Three quarters of the targets done: 6 of 8.',
      'All of the targets done: 8 of 8.',
    ]);
  });
  test('new targets on the way never take a quarter back', () =>
    expect(progressAnnouncement(at(4, 8), at(4, 20))).toBeUndefined());
  test('the start of judging is said', () =>
    expect(progressAnnouncement(at(8), at(8, 8, 'judging'))).toMatch(/Judging/u));
});
