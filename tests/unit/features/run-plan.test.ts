import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../src-main/features/library/new-draft';
import { planCollection, type RunMode } from '../../../src-main/features/run/run-plan';
import type { Run, RunTarget } from '../../../src-shared/model/run';

const target = (id: string, state: RunTarget['state']): RunTarget => ({
  id,
  by: 'directory',
  title: id,
  state,
  phase: '',
  facts: 0,
  notes: [],
});

const previous: Run = {
  id: '00000000-0000-4000-8000-000000000001',
  startedAt: '2026-11-22T14:00:00.000Z',
  state: 'interrupted',
  targets: [
    target('read', 'done'),
    target('refused', 'failed'),
    target('denied-partly', 'partial'),
    target('stopped', 'cancelled'),
    target('half', 'running'),
    target('next', 'waiting'),
  ],
  evidenceCount: 1,
  catalogueVersion: '1',
};
const addedAt = '2026-11-22T13:00:00.000Z';
const draft = {
  ...emptyDraft({ customer: 'Contoso', title: '', consultant: '', classification: 'Confidential' }),
  imports: [
    { path: '/a', addedAt },
    { path: '/b', addedAt },
  ],
};
const plan = (mode: RunMode, paths?: readonly string[]) => planCollection(mode, draft, previous, paths);

describe('what a run collects after one that stopped', () => {
  it('new: everything', () => {
    expect(plan('new')).toMatchObject({ imports: draft.imports, skip: [], carried: [] });
  });

  it('continue: all that is not done', () => {
    expect(plan('continue')).toMatchObject({ imports: draft.imports, skip: ['read'] });
  });

  it('incomplete: only what was not read to the end, and what may follow from it', () => {
    expect(plan('incomplete')).toMatchObject({ imports: draft.imports, skip: ['read', 'stopped', 'half', 'next'] });
  });

  it('import: only the files given, no system', () => {
    const { imports, live, skip } = plan('import', ['/b']);
    expect(imports.map(({ path }) => path)).toEqual(['/b']);
    expect(live.directory).toEqual([]);
    expect(skip).toEqual([]);
  });

  it('judge: nothing', () => {
    expect(plan('judge')).toMatchObject({ imports: [], skip: [] });
  });

  it('shows rows of the run before as settled', () => {
    expect(plan('judge').carried.map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'partial',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it('new with a choice: that part; rows of the rest stay, and say since when', () => {
    const read = { ...target('read', 'done'), endedAt: '2026-11-22T14:05:00.000Z' };
    const choice = { sources: [], imports: ['/b'], followUps: false };
    const live = { ...draft.live, dns: true };
    const { imports, carried, ...rest } = planCollection(
      'new',
      { ...draft, live },
      { ...previous, targets: [read, target('refused', 'failed')] },
      [],
      choice,
    );
    expect(imports.map(({ path }) => path)).toEqual(['/b']);
    expect(rest).toMatchObject({ skip: [], live: { dns: false } });
    expect(carried.map(({ id, keptFrom }) => [id, keptFrom])).toEqual([
      ['read', '2026-11-22T14:05:00.000Z'],
      ['refused', undefined],
    ]);
  });

  it('what was kept twice is as old as it was', () => {
    const row = {
      ...target('read', 'done'),
      endedAt: '2026-11-22T14:05:00.000Z',
      keptFrom: '2026-08-01T00:00:00.000Z',
    };
    const { carried } = planCollection('import', draft, { ...previous, targets: [row] });
    expect(carried[0]?.keptFrom).toBe('2026-08-01T00:00:00.000Z');
  });
});
