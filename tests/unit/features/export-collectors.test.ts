import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportCollectors } from '../../../src-main/features/sources/export-collectors';
import { sourcesHandlers } from '../../../src-main/features/sources/sources-handlers';
import { appContext } from '../../support/app-context';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes every collector word by word, with the line ends of Windows', async () => {
  const paths = await exportCollectors(join(folder, 'new', 'place'));
  const names = readdirSync('assets/collectors').sort();
  expect(paths).toEqual(names.map((name) => join(folder, 'new', 'place', name)));
  for (const [index, name] of names.entries()) {
    const text = readFileSync(paths[index] ?? '', 'utf8');
    expect(text.replaceAll('\r\n', '\n')).toBe(readFileSync(join('assets/collectors', name), 'utf8'));
    expect(text).not.toMatch(/[^\r]\n/u);
  }
});

it('says so when the folder cannot be written to', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(exportCollectors(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-written' });
});

it('is asked for a folder, and writes nothing when that is cancelled', async () => {
  expect(await sourcesHandlers(appContext()).exportCollectors({})).toEqual({ written: null });
  const answers = { chooseCollectorFolder: async () => join(folder, 'chosen') };
  const answer = await sourcesHandlers(appContext({ answers })).exportCollectors({});
  expect(answer).toEqual({ written: { folder: join(folder, 'chosen'), count: 6 } });
  expect(readdirSync(join(folder, 'chosen'))).toHaveLength(6);
});
