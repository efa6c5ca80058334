import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeEngagement, createEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { countEvidence, storeEvidence } from '../../../src-main/store/evidence';
import { storeRawInput } from '../../../src-main/store/raw-inputs';
import { latestRun } from '../../../src-main/store/runs';
import { draft, newEngagement, newRun, passphrase, record, target } from '../../support/engagement';
import { canMount, makeReadOnly, smallDisk } from '../../support/small-disk';

/** Something else on the disk that a person can delete. */
function ballastBeside(path: string): string {
  const ballast = `${path}.other`;
  writeFileSync(ballast, Buffer.alloc(1024 * 1024));
  return ballast;
}

const blockSize = 4096;
/** Enough to read an engagement, far too little to note that many targets were interrupted. */
const blocksLeft = 16;
const manyTargets = Array.from({ length: 100 }, (_, index) => target(`${index} ${'x'.repeat(1000)}`, 'running'));

/** Takes what closing an engagement gave back, whatever the layout of its pages. */
function takeTheRest(path: string): string {
  const rest = `${path}.rest`;
  const block = Buffer.alloc(blockSize);
  try {
    for (;;) appendFileSync(rest, block);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
  truncateSync(rest, Math.max(0, statSync(rest).size - blocksLeft * blockSize));
  return rest;
}

describe.skipIf(!canMount)('on a real small disk', () => {
  test('a full disk stops storing with its own error, and what was stored is kept', async () => {
    const path = join(smallDisk(6), 'Contoso.preflight');
    const ballast = ballastBeside(path);
    const file = await createEngagement(path, passphrase, draft);
    const runId = newRun(file, manyTargets);
    let stored = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await storeEvidence(file, runId, record({}, { text: randomBytes(20_000).toString('base64') }));
        stored += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'disk-full', next: expect.stringMatching(/free some space/iu) });
    expect(stored).toBeGreaterThan(10);
    expect(countEvidence(file)).toBe(stored);
    closeEngagement(file);
    const rest = takeTheRest(path);

    const full = await openEngagement(path, passphrase);
    expect(full.readOnly).toBe(true);
    expect(full.readOnlyReason).toMatch(/full/u);
    expect(countEvidence(full)).toBe(stored);
    closeEngagement(full);
    rmSync(rest);
    rmSync(ballast);
    const again = await openEngagement(path, passphrase);
    expect(latestRun(again)?.state).toBe('interrupted');
    await storeEvidence(again, newRun(again), record());
    expect(countEvidence(again)).toBe(stored + 1);
    closeEngagement(again);
  });

  test('a raw input that does not fit leaves the engagement usable', async () => {
    const path = join(smallDisk(4), 'Contoso.preflight');
    const ballast = ballastBeside(path);
    const file = await createEngagement(path, passphrase, draft);
    const raw = {
      sha256: 'a'.repeat(64),
      name: 'big.ldf',
      mediaType: 'text/plain',
      size: 1,
      gzip: randomBytes(5 * 1024 * 1024),
    };
    await expect(storeRawInput(file, raw)).rejects.toMatchObject({ code: 'disk-full' });
    closeEngagement(file);
    rmSync(ballast);
    const again = await openEngagement(path, passphrase);
    expect(again.database.prepare('SELECT count(*) AS n FROM blob_chunks').get()).toEqual({ n: 0 });
    await storeEvidence(again, newRun(again), record());
    expect(countEvidence(again)).toBe(1);
    closeEngagement(again);
  });

  test('a new engagement on a full disk leaves nothing behind', async () => {
    const disk = smallDisk(1);
    const file = await createEngagement(join(disk, 'First.preflight'), passphrase, draft);
    const fill = async (): Promise<void> => {
      const runId = newRun(file);
      for (;;) await storeEvidence(file, runId, record({}, { text: randomBytes(2000).toString('base64') }));
    };
    await expect(fill()).rejects.toMatchObject({ code: 'disk-full' });
    await expect(createEngagement(join(disk, 'Second.preflight'), passphrase, draft)).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(readdirSync(disk).filter((name) => name.startsWith('Second'))).toEqual([]);
    closeEngagement(file);
  });

  test('a read-only disk is not mistaken for anything else', async () => {
    const disk = smallDisk(4);
    const source = await newEngagement();
    closeEngagement(source);
    const path = join(disk, 'Contoso.preflight');
    copyFileSync(source.path, path);
    makeReadOnly(disk);
    await expect(openEngagement(path, passphrase)).rejects.toMatchObject({ code: 'file-read-only' });
    await expect(createEngagement(join(disk, 'New.preflight'), passphrase, draft)).rejects.toMatchObject({
      code: 'folder-read-only',
    });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
