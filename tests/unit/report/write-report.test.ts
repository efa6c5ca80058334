import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReportTarget, writeReport } from '../../../src-main/report/write-report';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { canMount, makeReadOnly, smallDisk } from '../../support/small-disk';
import { temporaryFolder } from '../../support/temporary-folder';
import { reportDocument } from './report-fixture';

const asFile = (path: string, format: ReportTarget['format'] = 'json'): ReportTarget => ({
  path,
  format,
  paper: 'A4',
  profile: 'technical',
});

describe('a report file', () => {
  test('JSON is the whole document', async () => {
    const path = join(temporaryFolder(), 'report.json');
    const document = reportDocument();
    const { sizeBytes } = await writeReport(document, asFile(path));
    expect(sizeBytes).toBe(statSync(path).size);
    expect(reportDocumentSchema.parse(JSON.parse(readFileSync(path, 'utf8')))).toEqual(document);
  });

  test('each HTML file has a nonce of its own', async () => {
    const folder = temporaryFolder();
    const nonces = await Promise.all(
      ['a.html', 'b.html'].map(async (name) => {
        await writeReport(reportDocument(), asFile(join(folder, name), 'html'));
        return /<style nonce="([^"]+)"/u.exec(readFileSync(join(folder, name), 'utf8'))?.[1];
      }),
    );
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/=]{24}$/u);
    expect(nonces[1]).not.toBe(nonces[0]);
  });

  test.skipIf(process.platform === 'win32')('is for this user only', async () => {
    const path = join(temporaryFolder(), 'report.html');
    await writeReport(reportDocument(), asFile(path, 'html'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('replaces an older one and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'report.json');
    writeFileSync(path, 'older');
    await writeReport(reportDocument(), asFile(path));
    expect(readFileSync(path, 'utf8')).toMatch(/^\{/u);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});

describe('a folder of CSV files', () => {
  test('one for each table, each for this user only', async () => {
    const path = join(temporaryFolder(), 'tables');
    const { sizeBytes } = await writeReport(reportDocument(), asFile(path, 'csv'));
    const names = readdirSync(path);
    expect(names).toContain('summary.csv');
    expect(names).toContain('objects.csv');
    const sizes = names.map((name) => statSync(join(path, name)).size);
    expect(sizeBytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    if (process.platform !== 'win32') expect(statSync(join(path, 'summary.csv')).mode & 0o777).toBe(0o600);
  });

  test('where the folder cannot be made', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'in the way');
    await expect(writeReport(reportDocument(), asFile(path, 'csv'))).rejects.toMatchObject({ code: 'path-is-folder' });
  });
});

describe('a place that cannot be written to', () => {
  test('a missing folder', async () => {
    const target = asFile(join(temporaryFolder(), 'missing', 'report.json'));
    await expect(writeReport(reportDocument(), target)).rejects.toMatchObject({ code: 'folder-missing' });
  });

  test('a folder of that name', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'report.json');
    mkdirSync(path);
    await expect(writeReport(reportDocument(), asFile(path))).rejects.toMatchObject({ code: 'path-is-folder' });
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test.skipIf(!canMount)('a full disk: the older report is untouched and no half of a new one is left', async () => {
    const disk = smallDisk(1);
    const path = join(disk, 'report.json');
    writeFileSync(path, 'older');
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(960 * 1024));
    await expect(writeReport(reportDocument(), asFile(path))).rejects.toMatchObject({
      code: 'disk-full',
      next: expect.stringMatching(/free some space/iu),
    });
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(readdirSync(disk).sort()).toEqual(['ballast', 'report.json']);
  });

  test.skipIf(!canMount)('a read-only disk', async () => {
    const disk = smallDisk(2);
    makeReadOnly(disk);
    await expect(writeReport(reportDocument(), asFile(join(disk, 'report.json')))).rejects.toMatchObject({
      code: 'not-writable',
    });
  });
});
