import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { spawnNodeHost } from '../../../src-main/host/spawn-node-host';
import { createHostSupervisor, type HostRequest, type JobMessage } from '../../../src-main/host/supervisor';
import { noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';
import { record } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const unruly = resolve('tests/support/programs/unruly-host.mjs');

const collect = (path: string): HostRequest => ({
  ...{
    type: 'collect',
    readBefore: [],
    scope: defaultScope,
    live: noLiveSources,
    imports: [{ path }],
    credentials: [],
    skip: [],
  },
  collector: { user: 'ada', host: 'laptop', version: '1' },
});

function supervisor(entry = unruly, cancelLimit?: number) {
  const lines: string[] = [];
  let started = 0;
  const spawn = spawnNodeHost(entry);
  const host = createHostSupervisor({
    spawn: () => {
      started += 1;
      return spawn();
    },
    log: (level, message) => lines.push(`${level} ${message}`),
    ...(cancelLimit === undefined ? {} : { cancelLimit }),
  });
  onTestFinished(() => host.close());
  const run = async (path: string) => {
    const messages: JobMessage[] = [];
    const end = await host.start(collect(path), (message) => messages.push(message)).promise;
    return { messages, end };
  };
  return { host, run, lines, started: () => started };
}

test('messages arrive in order, and the process is kept for the next job', async () => {
  const { run, started } = supervisor();
  const first = await run('/answer');
  expect(first.messages).toMatchObject([{ type: 'target', target: { id: 'one', state: 'done' } }]);
  expect(first.end).toEqual({ cancelled: false });
  await run('/answer');
  expect(started()).toBe(1);
});

test('a crash fails the job with what is kept and what to do, and the next job gets a new process', async () => {
  const { run, started, lines } = supervisor();
  await expect(run('/crash')).rejects.toMatchObject({
    code: 'host-stopped',
    message: expect.stringContaining('kept'),
    next: expect.stringContaining('Continue'),
  });
  expect(lines.join()).toContain('code 7');
  await run('/answer');
  expect(started()).toBe(2);
});

test('a crash fails all jobs of that process', async () => {
  const { run } = supervisor();
  const hanging = expect(run('/hang')).rejects.toMatchObject({ code: 'host-stopped' });
  await expect(run('/crash')).rejects.toMatchObject({ code: 'host-stopped' });
  await hanging;
});

test.each(['/garbage', '/extra-field', '/flood', '/deep'])(
  'what makes no sense (%s) ends the process',
  async (path) => {
    const { run, lines, started } = supervisor();
    await expect(run(path)).rejects.toMatchObject({ code: 'host-bad-message' });
    expect(lines.join()).toMatch(/invalid message|more than/u);
    await run('/answer');
    expect(started()).toBe(2);
  },
);

test('an expected failure comes through as it was sent', async () => {
  await expect(supervisor().run('/fail')).rejects.toMatchObject({
    code: 'test-code',
    message: 'A sentence.',
    next: 'A step.',
  });
});

test('messages for other jobs go to nobody', async () => {
  const { run, lines } = supervisor();
  expect((await run('/stranger')).messages).toEqual([]);
  expect(lines.join()).toContain('for a job that is over');
});

test('a cancelled job ends when the host says so', async () => {
  const { host, started } = supervisor();
  const job = host.start(collect('/obey'), () => undefined);
  job.cancel();
  await expect(job.promise).resolves.toEqual({ cancelled: true });
  expect(started()).toBe(1);
});

test('a host that does not stop when told to is ended', async () => {
  const { host, run } = supervisor(unruly, 200);
  await run('/answer');
  const job = host.start(collect('/hang'), () => undefined);
  await nextTurn();
  job.cancel();
  await expect(job.promise).rejects.toMatchObject({ code: 'host-stopped' });
});

test('closing ends the jobs', async () => {
  const { host } = supervisor();
  const job = host.start(collect('/hang'), () => undefined);
  host.close();
  await expect(job.promise).rejects.toMatchObject({ code: 'host-closed' });
});

test('a host that ends before it is ready is an error of its own kind', async () => {
  const entry = join(temporaryFolder(), 'broken.mjs');
  writeFileSync(entry, 'throw new Error("broken");');
  const { run, lines } = supervisor(entry);
  await expect(run('/answer')).rejects.toMatchObject({ code: 'host-not-started' });
  expect(lines.join()).toContain('broken');
});

test('secrets and switches in the environment do not reach the host', async () => {
  process.env.HELLO_PREFLIGHT_PASSPHRASE = 'secret';
  process.env.AD_PASSWORD = 'secret';
  process.env.HTTPS_PROXY = 'http://proxy:8080';
  process.env.NODE_EXTRA_CA_CERTS = '/tmp/ca.pem';
  onTestFinished(() => {
    for (const name of ['HELLO_PREFLIGHT_PASSPHRASE', 'AD_PASSWORD', 'HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS'])
      delete process.env[name];
  });
  const { messages } = await supervisor().run('/environment');
  const [first] = messages;
  const names = first?.type === 'phase' ? first.phase : '';
  expect(names).toContain('PATH');
  expect(names).not.toMatch(/PASS|PROXY|NODE_EXTRA|NODE_OPTIONS|ELECTRON|npm_/iu);
});

async function* manyRecords(count: number, onRead: (index: number) => void = () => undefined) {
  for (let index = 0; index < count; index += 1) {
    onRead(index);
    yield record({ target: `pc${index}` }, { text: 'x'.repeat(2000) });
  }
}

test('records come in portions before the job that wants them', async () => {
  const { host } = supervisor();
  const phases: string[] = [];
  const onMessage = (message: JobMessage): void => {
    if (message.type === 'phase') phases.push(message.phase);
  };
  await host.start(collect('/records'), onMessage, manyRecords(1000)).promise;
  const portions = (phases[0] ?? '').split(' ').map(Number);
  expect(portions.reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(Math.max(...portions)).toBeLessThan(200);
});

test('a job that is cancelled while its records are read never starts', async () => {
  const { host } = supervisor();
  let read = 0;
  const job = host.start(
    collect('/hang'),
    () => undefined,
    manyRecords(1000, (index) => {
      read = index;
      if (index === 300) job.cancel();
    }),
  );
  await expect(job.promise).resolves.toEqual({ cancelled: true });
  expect(read).toBeLessThan(400);
});

test('what reading the records throws is what the job fails with', async () => {
  const { host } = supervisor();
  const broken = manyRecords(10, (index) => {
    if (index === 5) throw new Error('The file is damaged.');
  });
  await expect(host.start(collect('/answer'), () => undefined, broken).promise).rejects.toThrow('The file is damaged.');
});
