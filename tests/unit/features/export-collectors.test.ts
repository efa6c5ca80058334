import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { coverNote } from '../../../src-main/features/sources/cover-note';
import { exportCollectors } from '../../../src-main/features/sources/export-collectors';
import { sourcesHandlers } from '../../../src-main/features/sources/sources-handlers';
import { storeEvidence } from '../../../src-main/store/evidence';
import { collectorRoles, resultNameOf, scriptOf } from '../../../src-shared/collectors/collector-roles';
import type { WantedCollector } from '../../../src-shared/model/collector-request';
import { appContext } from '../../support/app-context';
import { newEngagement, newRun, record } from '../../support/engagement';

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

const wanted: readonly WantedCollector[] = [
  { role: 'adfs', hosts: ['fs01', 'FS02.corp.contoso.com'] },
  { role: 'ca', hosts: [] },
];

async function withEngagement(answers = {}) {
  const file = await newEngagement();
  const context = appContext({ answers });
  await context.session.use(file);
  return { file, handlers: sourcesHandlers(context) };
}

it('is asked for a folder, and writes and remembers nothing when that is cancelled', async () => {
  const { handlers } = await withEngagement();
  expect(await handlers.requestCollectors({ wanted: [...wanted] })).toEqual({ written: null });
  expect(await handlers.collectorRequests({})).toEqual({ requests: [] });
});

it('writes the scripts asked for with a cover note, and remembers them', async () => {
  const { handlers } = await withEngagement({ chooseCollectorFolder: async () => join(folder, 'chosen') });
  expect(await handlers.requestCollectors({ wanted: [...wanted] })).toEqual({
    written: { folder: join(folder, 'chosen'), count: 2 },
  });
  expect(readdirSync(join(folder, 'chosen')).sort()).toEqual(['READ ME FIRST.txt', 'adfs.ps1', 'ca.ps1']);
  const note = readFileSync(join(folder, 'chosen', 'READ ME FIRST.txt'), 'utf8');
  expect(note).not.toMatch(/[^\r]\n/u);
  for (const said of [
    'for Contoso',
    'by Ada',
    'fs01, FS02.corp.contoso.com',
    'AD FS administrator',
    'Every enterprise CA',
  ])
    expect(note).toContain(said);
  expect(note).toContain('hello-preflight-adfs-MACHINE.json');
  expect(note).not.toContain('DC.PS1');
  const { requests } = await handlers.collectorRequests({});
  expect(requests.map(({ request, missing, isMissing }) => [request.role, missing, isMissing])).toEqual([
    ['adfs', ['fs01', 'FS02.corp.contoso.com'], true],
    ['ca', [], true],
  ]);
  const rest = await handlers.forgetCollectorRequest({ id: requests[0]?.request.id ?? '' });
  expect(rest.requests.map(({ request }) => request.role)).toEqual(['ca']);
});

it.each(collectorRoles)('the note names the file that %s writes', (role) => {
  const script = readFileSync(`assets/collectors/${scriptOf(role)}`, 'utf8');
  expect(script).toContain(resultNameOf(role, '$env:COMPUTERNAME'));
});

it('keeps every line of the note within 88 characters, and hostile names visible', () => {
  const details = { customer: 'Contoso \u202e', title: '', consultant: 'Ada', classification: '' };
  const all = collectorRoles.map((role) => ({ role, hosts: [] }));
  const note = coverNote({ details, wanted: all, askedAt: new Date('2026-11-22T10:00:00Z') });
  expect(note.split('\r\n').filter((line) => line.length > 88)).toEqual([]);
  expect(note).toContain('Contoso ‹U+202E›');
});

it('matches results to what was asked for, by role, machine and time', async () => {
  const { file, handlers } = await withEngagement({ chooseCollectorFolder: async () => folder });
  await handlers.requestCollectors({ wanted: [...wanted] });
  const run = newRun(file);
  const result = (host: string, role: string, collectedAt: string) =>
    record(
      {
        ...{ kind: 'host.system', target: host, collectedAt },
        source: { way: 'import', by: 'collector', location: `hello-preflight-${role}-${host}.json` },
      },
      { host, role },
    );
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  for (const each of [
    result('fs01.corp.contoso.com', 'adfs', soon),
    result('fs02.other.example', 'adfs', soon),
    result('ca1.corp.contoso.com', 'ca', '2020-01-01T00:00:00.000Z'),
    result('dc1.corp.contoso.com', 'dc', soon),
  ])
    await storeEvidence(file, run, each);
  const { requests } = await handlers.collectorRequests({});
  expect(
    requests.map(({ received, missing, isMissing }) => [received.map(({ host }) => host), missing, isMissing]),
  ).toEqual([
    [['fs01.corp.contoso.com'], ['FS02.corp.contoso.com'], true],
    [[], [], true],
  ]);
});
