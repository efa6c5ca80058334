import { afterEach, expect, it } from 'vitest';
import directoryProbe from '../../src-main/probes/ldap/directory.probe';
import { type Collected, collectAll, labDirectory, labSources } from './collect-target';
import { haltingSwitch } from './halt-domain-controller';
import { testLab } from './test-lab';

const lab = testLab();

afterEach(async () => {
  await lab.resumeDc();
  await lab.startDc();
});

/** Reads the directory; when the first page of users is in, the server halts and `then` happens. */
async function interrupted(then: (cancel: () => void) => void): Promise<Collected> {
  const halt = await haltingSwitch();
  const controller = new AbortController();
  let isHalted = false;
  return collectAll(directoryProbe, labSources(lab, { directory: [labDirectory(lab)] }), {
    password: () => lab.users.reader.password,
    signal: controller.signal,
    progress: (phase, facts) => {
      if (isHalted || !phase.includes('ad.pilot-users') || facts < 1000) return;
      isHalted = true;
      halt();
      then(() => controller.abort());
    },
  });
}

function expectInterrupted({ drafts, draft, failure }: Collected, code: string): void {
  expect(failure).toBeUndefined();
  for (const kind of ['ad.root-dse', 'ad.partitions', 'ad.domain', 'ad.domain-controllers'] as const)
    expect(draft(kind)?.status).toBe('complete');
  expect(draft('ad.pilot-users')).toMatchObject({ status: 'partial', failure: { code } });
  expect(draft('ad.pilot-users')?.data?.total).toBeGreaterThan(500);
  const after = drafts.slice(drafts.findIndex(({ kind }) => kind === 'ad.pilot-users') + 1);
  expect(after.length).toBeGreaterThan(5);
  for (const one of after) expect(one).toMatchObject({ status: 'failed', failure: { code } });
}

it('keeps what it had when the domain controller dies in the middle of a search', async () => {
  let killed: Promise<void> | undefined;
  const collected = await interrupted(() => {
    killed = lab.killDc();
  });
  await killed;
  expectInterrupted(collected, 'connection-lost');
});

// A silent server is waited for longer than a test may take.
it('stops at once when cancelled while the domain controller is silent', async () => {
  const collected = await interrupted((cancel) => setTimeout(cancel, 200));
  expectInterrupted(collected, 'cancelled');
});

it('gives up on a domain controller that takes connections and never answers', async () => {
  await lab.pauseDc();
  const { failure } = await collectAll(directoryProbe, labSources(lab, { directory: [labDirectory(lab)] }), {
    password: () => lab.users.reader.password,
  });
  expect(failure).toMatchObject({ reason: 'unreachable', code: 'connection-timed-out' });
});

it('tells a stopped domain controller', async () => {
  await lab.stopDc();
  const { failure } = await collectAll(directoryProbe, labSources(lab, { directory: [labDirectory(lab)] }), {
    password: () => lab.users.reader.password,
  });
  expect(failure).toMatchObject({ reason: 'unreachable', code: 'connection-refused' });
});
