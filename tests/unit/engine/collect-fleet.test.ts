import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectImports } from '../../../src-main/engine/collect-imports';
import { type CompressedRaw, RecordWriter } from '../../../src-main/engine/record-writer';
import { importers } from '../../../src-main/importers';
import type { StoredRecord } from '../../../src-shared/host/messages';
import type { RunTarget } from '../../../src-shared/model/run';
import { defaultScope } from '../../../src-shared/model/scope';
import { writeFleet } from '../../support/fleet-files';
import { temporaryFolder } from '../../support/temporary-folder';

/** Everything the import of a folder sends, in its order. */
async function importFolder(folder: string, skip: readonly string[] = [], controller = new AbortController()) {
  const sent: (RunTarget | CompressedRaw | StoredRecord)[] = [];
  const sink = {
    target: (target: RunTarget) => void sent.push(target),
    raw: (raw: CompressedRaw) => void sent.push(raw),
    evidence: (record: StoredRecord) => {
      sent.push(record);
      if (sent.length > 40 && skip.includes('cancel')) controller.abort();
    },
    log: () => undefined,
  };
  const job = {
    paths: [{ path: folder, collectedBy: 'Help desk' }],
    importers,
    scope: defaultScope,
    collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
    skip: new Set(skip),
    signal: controller.signal,
  };
  await collectImports(job, sink, new RecordWriter(sink));
  return {
    sent,
    records: sent.flatMap((one) => ('header' in one ? one : [])),
    raws: sent.flatMap((one) => ('gzip' in one ? one : [])),
    rows: new Map(sent.flatMap((one) => ('state' in one ? [[one.id, one] as const] : []))),
  };
}

async function fleet(count: number): Promise<string> {
  const folder = temporaryFolder();
  await writeFleet(folder, count, new Date('2026-11-22T09:00:00Z'));
  return folder;
}

test('a fleet is one row, and each file keeps its place, its hash and who collected it', async () => {
  const folder = await fleet(24);
  const { records, raws, rows, sent } = await importFolder(folder);
  expect([...rows.values()]).toMatchObject([{ state: 'done', title: expect.stringContaining('24 files') }]);
  expect(records).toHaveLength(24);
  expect(new Set(records.map(({ header }) => header.target)).size).toBe(24);
  for (const { header } of records) {
    const raw = raws.find(({ sha256 }) => sha256 === header.sha256);
    expect(join(folder, '..', raw?.name ?? '')).toBe(header.source.location);
    expect(header.collector.user).toBe('Help desk');
    expect(sent.findIndex((one) => Object.is(one, raw))).toBeLessThan(
      sent.findIndex((one) => 'header' in one && one.header === header),
    );
  }
});

test('files that cannot be read are named and take nothing from the others', async () => {
  const folder = await fleet(5);
  writeFileSync(join(folder, 'pc9-dsregcmd.txt'), 'Access is denied.');
  writeFileSync(join(folder, 'pc8-dsregcmd.txt'), Buffer.alloc(2 * 1024 * 1024, 'x'));
  const { records, rows } = await importFolder(folder);
  const [row] = [...rows.values()];
  expect(row?.state).toBe('partial');
  const said = [row?.failure?.message, ...(row?.notes ?? [])].join(' ');
  expect(said).toMatch(/pc8-dsregcmd\.txt has 2 MiB/u);
  expect(said).toMatch(/pc9-dsregcmd\.txt/u);
  expect(records.filter(({ header }) => header.status === 'complete')).toHaveLength(5);
  expect(records.filter(({ header }) => header.status === 'failed').map(({ header }) => header.target)).toEqual([
    '*',
    'pc9-dsregcmd',
  ]);
});

test('when no file can be read the row failed', async () => {
  const folder = temporaryFolder();
  for (const name of ['a-dsregcmd.txt', 'b-dsregcmd.txt']) writeFileSync(join(folder, name), 'Access is denied.');
  const { rows } = await importFolder(folder);
  expect([...rows.values()]).toMatchObject([{ state: 'failed', notes: [expect.stringContaining('b-dsregcmd.txt')] }]);
});

test('a run that is continued leaves out a fleet it has read, until there are more files', async () => {
  const folder = await fleet(3);
  const [id = ''] = (await importFolder(folder)).rows.keys();
  expect((await importFolder(folder, [id])).records).toEqual([]);
  await writeFleet(folder, 4, new Date());
  expect((await importFolder(folder, [id])).records).toHaveLength(4);
});

test('cancelled in the middle: what was read is sent, and the row says so', async () => {
  const { records, rows } = await importFolder(await fleet(60), ['cancel']);
  expect(records.length).toBeGreaterThan(10);
  expect(records.length).toBeLessThan(60);
  expect([...rows.values()]).toMatchObject([{ state: 'cancelled' }]);
});

test('encodings of consoles read the same', async () => {
  const { records, raws } = await importFolder(await fleet(12));
  const accounts = records.map(({ dataJson }) => JSON.parse(dataJson ?? '{}').fields['Executing Account Name']);
  expect(accounts.filter((name: string) => name.includes('łukasz.wójcik@contoso.com'))).toHaveLength(1);
  expect(accounts.every((name: string) => name.startsWith('CONTOSO\\'))).toBe(true);
  expect(new Set(raws.map(({ sha256 }) => sha256)).size).toBe(12);
  expect(raws[0]?.sha256).not.toBe(createHash('sha256').digest('hex'));
});
