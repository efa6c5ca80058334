import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandlers } from '../../../src-main/features/handlers';
import { listEvidence } from '../../../src-main/store/evidence';
import type { Run } from '../../../src-shared/model/run';
import { appContext } from '../../support/app-context';
import { bundleInto } from '../../support/bundle-into';
import { draft, passphrase } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const going = () => ({ signal: new AbortController().signal, progress: () => undefined });

let bundle: string;
let hostEntry: string;
beforeAll(async () => {
  mkdirSync('out', { recursive: true });
  bundle = mkdtempSync(join(resolve('out'), 'host-'));
  hostEntry = await bundleInto(bundle, 'src-main/host/host.ts');
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const graph = 'assets/demo/contoso/graph/domains.json';
const metadata = 'assets/demo/contoso/adfs/FederationMetadata.xml';

/** An engagement into which files are dropped by the real host. */
async function engagement() {
  const context = appContext({ hostEntry });
  const handlers = createHandlers(context);
  await handlers.library.create({ details: draft.details, passphrase });
  const folder = temporaryFolder();
  const drop = async (name: string): Promise<Run> =>
    await handlers.run.import({ paths: [join(folder, name)] }, going());
  const records = async () =>
    (await listEvidence(context.session.file)).filter(({ source }) => source.way === 'import');
  return { folder, drop, records };
}

const row = (run: Run, name: string) => run.targets.find(({ title }) => title.endsWith(name));

test('the same bytes again, wherever they lie, are kept and not imported twice; their age stays', async () => {
  const { folder, drop, records } = await engagement();
  copyFileSync(metadata, join(folder, 'FederationMetadata.xml'));
  await drop('FederationMetadata.xml');
  const before = await records();
  expect(before.length).toBeGreaterThan(0);
  mkdirSync(join(folder, 'again'));
  copyFileSync(metadata, join(folder, 'again', 'FederationMetadata.xml'));
  const run = await drop('again');
  expect(await records()).toEqual(before);
  const again = row(run, 'again/FederationMetadata.xml');
  expect(again).toMatchObject({ state: 'done', keptFrom: before[0]?.collectedAt });
  expect(again?.notes[0]).toContain('not imported twice');
  expect(row(run, 'FederationMetadata.xml')?.keptFrom).toBeDefined();
  copyFileSync(metadata, join(folder, 'of another farm.xml'));
  expect(row(await drop('of another farm.xml'), 'of another farm.xml')?.keptFrom).toBeUndefined();
});

test('a changed file is read; the file from before is then read again, since it is not what counts', async () => {
  const { folder, drop, records } = await engagement();
  const name = 'openid-configuration.json';
  const source = readFileSync('assets/demo/contoso/adfs/openid-configuration.json', 'utf8');
  writeFileSync(join(folder, name), source);
  await drop(name);
  const first = (await records()).length;
  writeFileSync(join(folder, name), `${source}\n`);
  expect(row(await drop(name), name)?.keptFrom).toBeUndefined();
  expect((await records()).length).toBe(2 * first);
  writeFileSync(join(folder, name), source);
  expect(row(await drop(name), name)?.keptFrom).toBeUndefined();
  expect((await records()).length).toBe(3 * first);
});

test('a file that could not be read whole is read again', async () => {
  const { folder, drop, records } = await engagement();
  writeFileSync(join(folder, 'domains.json'), readFileSync(graph, 'utf8').slice(0, 900));
  await drop('domains.json');
  const first = (await records()).length;
  const run = await drop('domains.json');
  expect(row(run, 'domains.json')?.keptFrom).toBeUndefined();
  expect(first).toBeGreaterThan(0);
  expect((await records()).length).toBe(2 * first);
});
