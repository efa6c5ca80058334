import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../../src-main/cli/cli';
import { exitCode } from '../../../src-main/cli/exit-code';
import { spawnNodeHost } from '../../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../../src-main/host/supervisor';
import { onlyProfile } from '../../../src-shared/report/report-profiles';
import { bundleInto } from '../../support/bundle-into';
import { passphrase } from '../../support/engagement';

mkdirSync(resolve('out'), { recursive: true });
const folder = mkdtempSync(resolve('out/quiet-'));
let hostEntry: string;
beforeAll(async () => {
  hostEntry = await bundleInto(folder, 'src-main/host/host.ts');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(argv, {
    io: {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      readLine: async () => undefined,
      savedProfiles: () => onlyProfile(),
      environment: { HELLO_PREFLIGHT_PASSPHRASE: passphrase },
    },
    startHost: () => createHostSupervisor({ spawn: spawnNodeHost(hostEntry), log: (line) => err.push(line) }),
    collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
    signal: new AbortController().signal,
    logError: (error) => String(error),
  });
  return { code, out, err };
}

const demo = resolve('assets/demo/tailspin');
const silence = { code: exitCode.done, out: [], err: [] };

it('with --quiet every command does its work and says nothing; without, what it writes', async () => {
  const at = (name: string) => join(folder, name);
  const engagement = ['--engagement', at('one.preflight')];
  const assess = ['assess', '--plan', join(demo, 'plan.json'), ...engagement, '--json', at('assess.json')];
  expect(await cli(...assess, '--quiet')).toEqual(silence);
  expect(await cli('import', ...engagement, join(demo, 'directory'), '--quiet')).toEqual(silence);
  const written = ['--json', at('report.json'), '--html', at('report.html'), '--csv', at('csv')];
  expect(await cli('report', ...engagement, ...written, '--quiet')).toEqual(silence);
  const compare = ['compare', ...engagement, '--with', at('one.preflight')];
  expect(await cli(...compare, '--json', at('delta.json'), '--quiet')).toEqual(silence);
  for (const name of ['assess.json', 'report.json', 'report.html', 'csv', 'delta.json'])
    expect(existsSync(at(name))).toBe(true);

  const loud = await cli('report', ...engagement, '--json', at('loud.json'));
  expect(loud).toEqual({ ...silence, err: [`Writing ${at('loud.json')}`] });
  expect((await cli(...assess)).err).toContain(`Writing ${at('assess.json')}`);
});

it('with --quiet errors and what was asked for on the console are told', async () => {
  const engagement = ['--engagement', join(folder, 'two.preflight')];
  const missing = await cli('report', ...engagement, '--json', join(folder, 'never.json'), '--quiet');
  expect(missing).toMatchObject({ code: exitCode.badUsage, out: [], err: [expect.stringContaining('two.preflight')] });
  expect(await cli('assess', '--plan', join(demo, 'plan.json'), ...engagement, '--quiet')).toEqual(silence);
  const compared = await cli('compare', ...engagement, '--with', join(folder, 'two.preflight'), '--quiet');
  expect(compared).toMatchObject({ code: exitCode.done, err: [] });
  expect(compared.out.join('\n')).toContain('Before');
});
