import { expect, test } from 'vitest';
import { Session } from '../../../src-main/features/session';
import { newEngagement } from '../../support/engagement';

test('without an engagement there is a sentence, not a crash', () => {
  expect(() => new Session().file).toThrow(expect.objectContaining({ code: 'no-engagement' }));
  expect(new Session().summary()).toBeUndefined();
});

test('one run at a time', async () => {
  const session = new Session();
  await session.use(await newEngagement());
  const { signal } = new AbortController();
  let finish = (): void => undefined;
  const first = session.runAlone(signal, () => new Promise<void>((resolve) => (finish = resolve)));
  await expect(session.runAlone(signal, async () => 1)).rejects.toMatchObject({ code: 'run-in-progress' });
  finish();
  await first;
  expect(await session.runAlone(signal, async () => 2)).toBe(2);
});

test('closing stops the run and waits for it before the file is closed', async () => {
  const session = new Session();
  const file = await newEngagement();
  await session.use(file);
  const events: string[] = [];
  const run = session.runAlone(new AbortController().signal, async (_, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`run ends, file is ${file.database.open ? 'open' : 'closed'}`);
  });
  await session.close();
  events.push(`closed, file is ${file.database.open ? 'open' : 'closed'}`);
  await run;
  expect(events).toEqual(['run ends, file is open', 'closed, file is closed']);
});

test('a run that fails does not keep the engagement from being closed', async () => {
  const session = new Session();
  await session.use(await newEngagement());
  const run = session.runAlone(new AbortController().signal, () => Promise.reject(new Error('broken')));
  await session.close();
  await expect(run).rejects.toThrow('broken');
});
