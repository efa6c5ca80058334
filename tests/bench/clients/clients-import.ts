import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronArguments, electronExecutable } from '../../../scripts/setup/runtime.mjs';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence } from '../../../src-main/store/evidence';
import { defaultScope } from '../../../src-shared/model/scope';
import { writeFleet } from '../../support/fleet-files';
import { median } from '../alternate';
import { type Measured, rounded } from '../measurement';

const [clients, runs] = [5000, 3];
const passphrase = 'correct horse battery staple';

/** The command line with a new engagement and the dsregcmd output of 5,000 clients: from its start to the end of the process, everything stored and judged. */
export async function measureClientsImport(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'preflight-fleet-'));
  try {
    const files = path.join(folder, 'fleet');
    const bytes = await writeFleet(files, clients, new Date());
    const plan = path.join(folder, 'plan.json');
    await writeFile(plan, JSON.stringify({ schema: 1, details, scope: defaultScope, evidence: [{ path: files }] }));
    const durations: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const engagement = path.join(folder, `fleet-${run}.preflight`);
      durations.push(await assess(plan, engagement));
      await expectWhole(engagement);
    }
    const seconds = median(durations) / 1000;
    const reading = (await readAndHash(files)) / 1000;
    return [
      {
        measurement: {
          name: `Import and judging of ${clients} dsregcmd files by the command line`,
          value: rounded(seconds),
          unit: 's',
          goal: 10,
          better: 'lower',
        },
        details: `${(bytes / 1e6).toFixed(0)} MB in four encodings, median of ${runs} runs; only reading and hashing them takes ${reading.toFixed(2)} s`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const details = { customer: 'Contoso', title: 'Fleet', consultant: 'Ada', classification: 'Confidential' };

async function assess(plan: string, engagement: string): Promise<number> {
  const start = performance.now();
  const command = spawn(
    electronExecutable(),
    ['--log-level=3', ...electronArguments('assess', '--plan', plan, '--engagement', engagement, '--quiet')],
    { env: { ...process.env, HELLO_PREFLIGHT_PASSPHRASE: passphrase }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(command, 'exit');
  if (code !== 0) throw new Error(`The command line ended with ${String(code)}`);
  return performance.now() - start;
}

/** Every client has its record, and each record the file it was made from. */
async function expectWhole(engagement: string): Promise<void> {
  const file = await openEngagement(engagement, passphrase);
  try {
    const records = (await listEvidence(file)).filter(
      ({ kind, status }) => kind === 'client.dsregcmd' && status === 'complete',
    );
    const hashes = new Set(records.map(({ sha256 }) => sha256));
    if (records.length !== clients || hashes.size !== clients)
      throw new Error(`${records.length} records and ${hashes.size} files were kept of ${clients}`);
  } finally {
    closeEngagement(file);
  }
}

async function readAndHash(folder: string): Promise<number> {
  const start = performance.now();
  for (const name of await readdir(folder))
    createHash('sha256')
      .update(await readFile(path.join(folder, name)))
      .digest('hex');
  return performance.now() - start;
}
