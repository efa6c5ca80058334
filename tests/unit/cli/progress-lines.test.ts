import { expect, it } from 'vitest';
import { progressLines } from '../../../src-main/cli/progress-lines';
import type { RunTarget } from '../../../src-shared/model/run';
import { onlyProfile } from '../../../src-shared/report/report-profiles';

const target = (id: string, change: Partial<RunTarget>): RunTarget => ({
  id,
  by: 'ldif',
  title: id,
  state: 'running',
  phase: 'Reading',
  facts: 0,
  notes: [],
  ...change,
});

it('prints each change once, with remarks at the end, and nothing of earlier runs', () => {
  const lines: string[] = [];
  const io = {
    out: () => undefined,
    err: (line: string) => lines.push(line),
    readLine: async () => undefined,
    environment: {},
    savedProfiles: () => onlyProfile(),
  };
  const show = progressLines(io);
  const later = new Date(Date.now() + 60_000).toISOString();
  const progress = (targets: RunTarget[]) =>
    show({
      runId: '00000000-0000-4000-8000-000000000001',
      phase: 'collecting',
      message: '',
      targets,
      done: 0,
      total: 2,
    });
  progress([
    target('old', { state: 'done', endedAt: '2026-11-20T09:00:00.000Z' }),
    target('new', { state: 'waiting' }),
  ]);
  progress([target('new', {})]);
  progress([target('new', { phase: 'Reading on' })]);
  progress([target('new', { state: 'done', facts: 3, endedAt: later, notes: ['Seen at 127.0.0.10.'] })]);
  expect(lines).toEqual(['running   new', 'done      new (3 facts)', '          Seen at 127.0.0.10.']);
  lines.length = 0;
  const failure = {
    reason: 'access-denied',
    code: 'denied',
    message: 'One read was denied.',
    next: 'Ask for it.',
  } as const;
  progress([target('half', { state: 'partial', facts: 2, endedAt: later, failure })]);
  expect(lines).toEqual(['partial   half (2 facts): One read was denied. Ask for it.']);
});
