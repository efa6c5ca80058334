import { expect, test } from 'vitest';
import { createHandlers } from '../../../src-main/features/handlers';
import { closeEngagement } from '../../../src-main/store/engagement-file';
import { appContext } from '../../support/app-context';
import { draft, passphrase } from '../../support/engagement';
import { fullEngagement } from '../../support/full-engagement';

const going = () => ({ signal: new AbortController().signal, progress: () => undefined });

/** A past engagement on the list, locked, and an app with another one open. */
async function pastEngagement() {
  const { file } = await fullEngagement();
  closeEngagement(file);
  const context = appContext();
  context.library.opened(file.path, 'Contoso');
  const handlers = createHandlers(context);
  await handlers.library.create({ details: { ...draft.details, customer: 'Fabrikam' }, passphrase: 'x' });
  const find = async (text: string) => await handlers.search.find({ text }, going());
  return { context, handlers, find, path: file.path };
}

test('a locked engagement is not searched; unlocked, its customer, findings, objects and answers are', async () => {
  const { handlers, find, path } = await pastEngagement();
  expect(await find('contoso')).toEqual({ hits: [], engagements: 1, isCut: false });
  await handlers.search.unlock({ path, passphrase });
  expect(await handlers.search.unlocked({})).toEqual({ paths: [path] });
  const hits = async (text: string) => (await find(text)).hits.map(({ what, checkId }) => [what, checkId ?? '']);
  expect(await hits('CONTOSO')).toEqual([['engagement', '']]);
  expect(await hits('title pki-010')).toEqual([['finding', 'PKI-010']]);
  expect(await hits('user 777')).toEqual([['objects', 'DIR-020']]);
  expect(await hits('works council')).toEqual([['answer', '']]);
  expect(await hits('fabrikam')).toEqual([['engagement', '']]);
  expect(await hits('nowhere to be found')).toEqual([]);
  expect(await hits('  ')).toEqual([]);
  await handlers.search.lock({ path });
  expect(await hits('contoso')).toEqual([]);
});

test('objects are counted and the first of them named', async () => {
  const { handlers, find, path } = await pastEngagement();
  await handlers.search.unlock({ path, passphrase });
  const { hits } = await find('suffix user');
  expect(hits).toMatchObject([
    { what: 'objects', text: expect.stringMatching(/^User \d+, User \d+, User \d+ and 1497 more$/u) },
  ]);
});

test('a hit opens its engagement without asking for the passphrase again, for writing', async () => {
  const { handlers, path } = await pastEngagement();
  await handlers.search.unlock({ path, passphrase });
  expect(await handlers.search.open({ path })).toMatchObject({ path, readOnly: false });
  expect(await handlers.search.unlocked({})).toEqual({ paths: [] });
  await expect(handlers.search.open({ path })).rejects.toMatchObject({ code: 'not-unlocked' });
});

test('a wrong passphrase unlocks nothing; what was unlocked can still be opened and deleted', async () => {
  const { handlers, path } = await pastEngagement();
  await expect(handlers.search.unlock({ path, passphrase: 'guess' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  });
  expect(await handlers.search.unlocked({})).toEqual({ paths: [] });
  await handlers.search.unlock({ path, passphrase });
  expect(await handlers.library.open({ path, passphrase })).toMatchObject({ readOnly: false });
  await handlers.library.close({});
  await handlers.search.unlock({ path, passphrase });
  await handlers.custody.delete({ path, customer: 'Contoso' });
  expect(await handlers.search.unlocked({})).toEqual({ paths: [] });
});

test('only what the library knows is unlocked, opened or compared', async () => {
  const { handlers } = await pastEngagement();
  const stranger = { path: '/etc/passwd', passphrase };
  await expect(handlers.library.open(stranger)).rejects.toMatchObject({ code: 'not-in-library' });
  await expect(handlers.compare.with(stranger, going())).rejects.toMatchObject({ code: 'not-in-library' });
  await expect(handlers.search.unlock({ path: '/etc/passwd', passphrase })).rejects.toMatchObject({
    code: 'not-in-library',
  });
});
