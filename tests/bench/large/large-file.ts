import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { electronArguments, electronExecutable } from '../../../scripts/setup/runtime.mjs';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { enlargeEngagement } from '../../support/enlarge-engagement';
import { writeFleet } from '../../support/fleet-files';

export const passphrase = 'correct horse battery staple';

/** What a large customer brings: more findings than the catalogue has checks, so that there is room to grow. */
export const largeSize = { findings: 400, objects: 50_000, clients: 5000 } as const;

const demo = path.resolve('assets/demo/contoso');

/**
 * Makes the engagement of a large customer in `folder` and gives its path: the command line imports and judges the demo's files and the dsregcmd output of
 * 5,000 clients; then findings and objects are added in the store. Needs the built app and a display.
 */
export async function makeLargeFile(folder: string): Promise<string> {
  const engagement = path.join(folder, 'Large.preflight');
  const fleet = path.join(folder, 'fleet');
  await writeFleet(fleet, largeSize.clients, new Date());
  await assess(await writePlan(folder, fleet), engagement);
  const file = await openEngagement(engagement, passphrase);
  try {
    await enlargeEngagement(file, largeSize);
  } finally {
    closeEngagement(file);
  }
  return engagement;
}

/** The demo's plan with whole paths, judged now, and the fleet. */
async function writePlan(folder: string, fleet: string): Promise<string> {
  const {
    assessAt: _,
    evidence,
    interview,
    ...plan
  } = JSON.parse(await readFile(path.join(demo, 'plan.json'), 'utf8'));
  const own = evidence.map((entry: { readonly path: string }) => ({ ...entry, path: path.join(demo, entry.path) }));
  const said = interview.map(({ attachment, ...answer }: { readonly attachment?: string }) =>
    attachment === undefined ? answer : { ...answer, attachment: path.join(demo, attachment) },
  );
  const file = path.join(folder, 'plan.json');
  await writeFile(file, JSON.stringify({ ...plan, interview: said, evidence: [...own, { path: fleet }] }));
  return file;
}

async function assess(plan: string, engagement: string): Promise<void> {
  const command = spawn(
    electronExecutable(),
    ['--log-level=3', ...electronArguments('assess', '--plan', plan, '--engagement', engagement, '--quiet')],
    { env: { ...process.env, HELLO_PREFLIGHT_PASSPHRASE: passphrase }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(command, 'exit');
  if (code !== 0) throw new Error(`The command line ended with ${String(code)}`);
}
