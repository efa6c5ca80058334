import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadClients } from '../../../src-main/features/clients/load-clients';
import { withPastedFile } from '../../../src-main/features/clients/paste-client';
import { storeEvidence } from '../../../src-main/store/evidence';
import { endRun } from '../../../src-main/store/runs';
import { newEngagement, newRun, record } from '../../support/engagement';

const text = readFileSync('tests/fixtures/samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt', 'utf8');

test('pasted text is a file of its name while it is read, and gone afterwards', async () => {
  let place = '';
  await withPastedFile('PC0417', text, async (path) => {
    place = path;
    expect(path).toMatch(/PC0417\.txt$/u);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
  expect(existsSync(place)).toBe(false);
  await expect(
    withPastedFile('PC0417', text, async (path) => {
      place = path;
      throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  expect(existsSync(place)).toBe(false);
});

test('text that is none of dsregcmd is refused before anything is written', async () => {
  const use = async (): Promise<never> => {
    throw new Error('must not be used');
  };
  await expect(withPastedFile('PC0417', 'Access is denied.', use)).rejects.toMatchObject({ code: 'not-dsregcmd' });
});

const client = (name: string, fields: Readonly<Record<string, string>>, status: 'complete' | 'failed' = 'complete') => {
  const stored = record(
    { kind: 'client.dsregcmd', target: name, status },
    { deviceName: name, fields, sections: ['Device State'], lines: {} },
  );
  return status === 'failed' ? { ...stored, dataJson: null } : stored;
};

test('clients are those of the latest judged run, read anew after the next one', async () => {
  const file = await newEngagement();
  expect(await loadClients(file)).toMatchObject({ judgedAt: null, overview: { total: 0 } });
  const first = newRun(file);
  await storeEvidence(file, first, client('pc1', { PreReqResult: 'WillProvision' }));
  await storeEvidence(file, first, client('pc2', {}, 'failed'));
  await storeEvidence(file, first, record({ kind: 'ad.root-dse', target: 'dc1' }));
  endRun(file, first, { state: 'done', judgedAsOf: new Date().toISOString() });
  const loaded = await loadClients(file);
  expect(loaded.overview).toMatchObject({ total: 1, groups: [{ state: 'ready', count: 1 }] });
  expect(await loadClients(file)).toBe(loaded);

  const second = newRun(file);
  await storeEvidence(file, second, client('pc1', { PreReqResult: 'WillNotProvision' }));
  expect((await loadClients(file)).overview.groups[0]?.state).toBe('ready');
  endRun(file, second, { state: 'done', judgedAsOf: new Date().toISOString() });
  expect((await loadClients(file)).overview).toMatchObject({ total: 1, groups: [{ state: 'failing' }] });
});
