import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appArguments } from '../../../src-main/app/app-arguments';
import { readWindowState } from '../../../src-main/app/window-state';
import { writeJsonFile } from '../../../src-main/features/json-file';
import { temporaryFolder } from '../../support/temporary-folder';

test.each([
  [['app.exe', 'assess', '--plan', 'p.json'], true, ['assess', '--plan', 'p.json']],
  [['app.exe', '--no-sandbox', 'catalogue', '--json'], true, ['catalogue', '--json']],
  [['app.exe'], true, []],
  [['electron', '/src', 'catalogue', '--json'], false, ['catalogue', '--json']],
  [['electron', '--no-sandbox', '/src', '--user-data-dir=/x', 'report', '--pdf', 'x'], false, ['report', '--pdf', 'x']],
  [['electron', '--inspect=0', '/src', '--user-data-dir=/x'], false, ['--user-data-dir=/x']],
])('%j (packaged: %s)', (argv, packaged, expected) => {
  expect(appArguments(argv, packaged)).toEqual(expected);
});

test('a window is put back where it was only when it can be seen there', () => {
  const path = join(temporaryFolder(), 'window.json');
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const state = { x: 100, y: 50, width: 1200, height: 800, maximized: false };
  expect(readWindowState(path, screens)).toBeUndefined();
  writeJsonFile(path, state);
  expect(readWindowState(path, screens)).toEqual(state);
  expect(readWindowState(path, [{ x: 3000, y: 0, width: 1920, height: 1080 }])).toBeUndefined();
  writeJsonFile(path, { ...state, x: 'here' });
  expect(readWindowState(path, screens)).toBeUndefined();
});
