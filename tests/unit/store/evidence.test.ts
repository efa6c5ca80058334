import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import {
  countEvidence,
  judgeableRecords,
  listEvidence,
  readEvidence,
  storeEvidence,
} from '../../../src-main/store/evidence';
import { rawInputBytes, readRawInputInfo, storeRawInput } from '../../../src-main/store/raw-inputs';
import { newEngagement, newRun, passphrase, record } from '../../support/engagement';
import { longestStall } from '../../support/longest-stall';

const rawOf = (bytes: Buffer) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  name: 'users.ldf',
  mediaType: 'text/plain',
  size: bytes.length,
  gzip: gzipSync(bytes, { level: 1 }),
});

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

test('records come back as they were stored, short and long, with data and without', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const failure = { reason: 'access-denied', code: 'ldap-50', message: 'No right.', next: 'Ask.' } as const;
  const records = [
    record({}, { short: true }),
    record({ target: 'DC2.contoso.com' }, { long: 'é'.repeat(500_000) }),
    record({ status: 'failed', failure }, null),
  ];
  for (const each of records) await storeEvidence(file, runId, each);
  closeEngagement(file);
  const again = await openEngagement(file.path, passphrase);
  expect(await listEvidence(again)).toEqual(records.map((each) => each.header));
  for (const each of records) expect(await readEvidence(again, each.header.id)).toEqual(each);
  expect(await readEvidence(again, '00000000-0000-4000-8000-000000000000')).toBeUndefined();
  closeEngagement(again);
});

test('a raw input is kept once, whatever its size, and comes back byte by byte', async () => {
  const file = await newEngagement();
  const bytes = randomBytes(3 * 1024 * 1024 + 17);
  const raw = rawOf(bytes);
  await storeRawInput(file, raw);
  await storeRawInput(file, raw);
  expect(file.database.prepare('SELECT count(*) AS n FROM blobs').get()).toEqual({ n: 1 });
  expect(readRawInputInfo(file, raw.sha256)).toEqual({
    name: 'users.ldf',
    mediaType: 'text/plain',
    size: bytes.length,
  });
  expect((await gather(rawInputBytes(file, raw.sha256))).equals(bytes)).toBe(true);
});

test('a record whose raw input was not kept is stored with its hash', async () => {
  const file = await newEngagement();
  const stored = record({ sha256: 'b'.repeat(64) });
  await storeEvidence(file, newRun(file), stored);
  expect((await readEvidence(file, stored.header.id))?.header.sha256).toBe('b'.repeat(64));
  expect(readRawInputInfo(file, 'b'.repeat(64))).toBeUndefined();
});

test('judged are, for each kind and target, the newest complete record and the newest attempt', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const at = (day: number, change: Parameters<typeof record>[0]) =>
    record({ collectedAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`, ...change });
  const failed = { status: 'failed', failure: { reason: 'unreachable', code: 'x', message: 'x', next: 'x' } } as const;
  const oldComplete = at(1, {});
  const complete = at(3, { target: 'DC1.CONTOSO.COM' });
  const denied = at(4, failed);
  const older = at(2, { kind: 'ad.schema' });
  const newerButStoredFirst = at(5, { kind: 'ad.schema' });
  const onlyFailed = [at(6, { ...failed, target: 'dc9' }), at(7, { ...failed, target: 'dc9' })];
  for (const each of [oldComplete, complete, denied, newerButStoredFirst, older, ...onlyFailed])
    await storeEvidence(file, runId, each);
  const judged: string[] = [];
  for await (const each of judgeableRecords(file)) judged.push(each.header.id);
  const expected = [complete, denied, newerButStoredFirst, onlyFailed[1]].map((each) => each?.header.id);
  expect(judged).toEqual(expected);
});

test('of kinds that tools keep in part, the newest of each source and status are judged', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const at = (hour: number, by: string, change: Parameters<typeof record>[0] = {}) =>
    record({
      kind: 'ad.certificate-templates',
      target: 'contoso.com',
      source: { way: 'import', by, location: 'x' },
      collectedAt: `2026-11-21T0${hour}:00:00.000Z`,
      ...change,
    });
  const failure = { reason: 'access-denied', code: 'x', message: 'x', next: 'x' } as const;
  const expected = [at(1, 'directory'), at(2, 'directory', { status: 'failed', failure }), at(4, 'certipy')];
  const records = [...expected, at(3, 'certipy'), at(5, 'sharphound')];
  for (const each of records) await storeEvidence(file, runId, each);
  const judged: string[] = [];
  for await (const each of judgeableRecords(file, ['ad.certificate-templates'])) judged.push(each.header.id);
  expect(judged).toEqual([...expected, ...records.slice(-1)].map(({ header }) => header.id));
});

test('large inputs are stored in small turns of the event loop', async () => {
  const file = await newEngagement();
  const runId = newRun(file);
  const raw = rawOf(randomBytes(40 * 1024 * 1024));
  const long = record({}, { text: 'abcdefgh'.repeat(1_500_000) });
  const { stall, whole } = await longestStall(async () => {
    await storeRawInput(file, raw);
    await storeEvidence(file, runId, long);
  });
  expect(countEvidence(file)).toBe(1);
  expect(stall).toBeLessThan(whole / 10);
});
