import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArchiveBudget, unpackArchive } from '../../../src-main/engine/archives/archive-files';
import { type FoundFile, type FoundFiles, findFiles } from '../../../src-main/engine/import-files';
import { planSchema } from '../../../src-shared/model/plan';
import { assessPlan } from '../../support/assess-plan';
import { temporaryFolder } from '../../support/temporary-folder';
import { writeZip, type ZipEntryPlan } from '../../support/zip-writer';
import { fixture } from '../evidence/fixture';

const signal = new AbortController().signal;
const good: ZipEntryPlan = { name: 'good.txt', content: 'kept' };

async function find(bytes: Buffer, name = 'drop.zip'): Promise<FoundFiles & { readonly folder: string }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  return { ...(await findFiles([{ path: join(folder, name) }], signal)), folder };
}

const pathsOf = ({ files }: FoundFiles): readonly string[] => files.map(({ file }) => file.path);

describe('a zip archive', () => {
  it('is read like a folder, packed or stored, and never unpacked to the disk', async () => {
    const archive = writeZip([
      { name: 'hall/', content: '', method: 0 },
      { name: 'hall/pc1.txt', content: 'Rechner Zürich '.repeat(20_000) },
      { name: 'stored.txt', content: 'as it is', method: 0 },
      { name: 'empty.txt', content: '', method: 0 },
    ]);
    const found = await find(archive);
    expect(pathsOf(found)).toEqual(['drop.zip!/hall/pc1.txt', 'drop.zip!/stored.txt', 'drop.zip!/empty.txt']);
    expect([found.notes, found.unreadable]).toEqual([[], []]);
    const [{ file }] = found.files as [FoundFiles['files'][number]];
    expect(file).toMatchObject({
      name: 'pc1.txt',
      size: 320_000,
      bytes: { length: 64 * 1024 },
      location: join(found.folder, 'drop.zip!/hall/pc1.txt'),
      archive: {
        location: join(found.folder, 'drop.zip'),
        sha256: createHash('sha256').update(archive).digest('hex'),
      },
    });
    expect(String(await file.bytesOf())).toBe('Rechner Zürich '.repeat(20_000));
    expect(readdirSync(found.folder)).toEqual(['drop.zip']);
  });

  it('may lie in another one, but no deeper', async () => {
    const deepest = writeZip([good]);
    const inner = writeZip([
      { name: 'b.txt', content: 'inner' },
      { name: 'deepest.zip', content: deepest },
    ]);
    const found = await find(writeZip([{ name: 'sub/inner.zip', content: inner }, good]));
    expect(pathsOf(found)).toEqual(['drop.zip!/sub/inner.zip!/b.txt', 'drop.zip!/good.txt']);
    expect(String(await found.files[0]?.file.bytesOf())).toBe('inner');
    expect(found.files[0]?.file.archive?.location).toBe(join(found.folder, 'drop.zip'));
    expect(found.unreadable[0]?.message).toContain('An archive in an archive in an archive: deepest.zip.');
  });

  it('is told by its content, and an Office document is none', async () => {
    expect(pathsOf(await find(writeZip([good]), 'renamed.bin'))).toEqual(['renamed.bin!/good.txt']);
    const document = writeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, good]);
    expect(pathsOf(await find(document, 'letter.docx'))).toEqual(['letter.docx']);
    expect(pathsOf(await find(writeZip([{ name: 'letter.docx', content: document }])))).toEqual([
      'drop.zip!/letter.docx',
    ]);
  });
});

describe('of a hostile or damaged archive', () => {
  it.each<{ name: string; entry: ZipEntryPlan; sentence: string }>([
    {
      name: 'a member larger than stated',
      entry: { name: 'x.txt', content: 'a'.repeat(5000), statedSize: 10 },
      sentence: 'Damaged: x.txt.',
    },
    { name: 'a wrong checksum', entry: { name: 'x.txt', content: 'abc', crc: 1 }, sentence: 'Damaged: x.txt.' },
    { name: 'an encrypted member', entry: { name: 'x.txt', content: 'abc', flags: 1 }, sentence: 'Encrypted: x.txt.' },
    {
      name: 'an unknown packing',
      entry: { name: 'x.txt', content: 'abc', method: 14 },
      sentence: 'Packed by a method other than Deflate: x.txt.',
    },
    {
      name: 'a member of zeros',
      entry: { name: 'x.txt', content: Buffer.alloc(20 * 1024 * 1024) },
      sentence: 'Larger than 200 times its packed size, as in an archive made to exhaust memory: x.txt.',
    },
    {
      name: 'a size beyond everything',
      entry: { name: 'x.txt', content: Buffer.alloc(300, 'a'), method: 8, statedSize: 0xfffffff0 },
      sentence: 'Larger than 200 times',
    },
  ])('$name is named and the rest is read', async ({ entry, sentence }) => {
    const found = await find(writeZip([entry, good]));
    expect(pathsOf(found)).toEqual(['drop.zip!/good.txt']);
    expect(found.unreadable).toHaveLength(1);
    expect(found.unreadable[0]?.message).toContain(`drop.zip was not read whole. ${sentence}`);
  });

  it.each<{ name: string; entry: ZipEntryPlan; shown: string }>([
    { name: 'a path upwards', entry: { name: '../../etc/cron.d/x', content: 'x' }, shown: '../../etc/cron.d/x' },
    { name: 'an upward path of Windows', entry: { name: 'a\\..\\..\\x.exe', content: 'x' }, shown: 'a/../../x.exe' },
    { name: 'a drive', entry: { name: 'C:\\Windows\\x.dll', content: 'x' }, shown: 'C:/Windows/x.dll' },
    { name: 'an absolute path', entry: { name: '/etc/passwd', content: 'x' }, shown: '/etc/passwd' },
    {
      name: 'control characters',
      entry: { name: 'a\u001b[2J\n.txt', content: 'x' },
      shown: 'a‹U+001B›[2J‹U+000A›.txt',
    },
    { name: 'a link', entry: { name: 'link', content: '/etc/passwd', mode: 0o120777 }, shown: 'link' },
    { name: 'a device', entry: { name: 'null', content: '', mode: 0o020666 }, shown: 'null' },
  ])('$name is passed over with a note', async ({ entry, shown }) => {
    const found = await find(writeZip([entry, good]));
    expect(pathsOf(found)).toEqual(['drop.zip!/good.txt']);
    expect(found.notes).toHaveLength(1);
    expect(found.notes[0]).toContain(`: ${shown}.`);
    expect(found.unreadable).toEqual([]);
  });

  it('names that occur twice are not guessed between', async () => {
    const found = await find(writeZip([{ name: 'x.txt', content: 'one' }, { name: 'x.txt', content: 'two' }, good]));
    expect(pathsOf(found)).toEqual(['drop.zip!/good.txt']);
    expect(found.unreadable[0]?.message).toContain('x.txt, x.txt.');
  });

  it.each<{ name: string; bytes: Buffer; sentence: RegExp }>([
    {
      name: 'members that share bytes',
      bytes: writeZip([good, { name: 'again.txt', content: 'kept', sharesHeaderOf: 0 }]),
      sentence: /members of it share bytes/u,
    },
    { name: 'a cut end', bytes: writeZip([good, good]).subarray(0, -30), sentence: /cut off, damaged or protected/u },
    { name: 'a cut beginning', bytes: writeZip([good]).subarray(0, 10), sentence: /cut off, damaged or protected/u },
    {
      name: 'strong encryption',
      bytes: writeZip([{ name: 'x', content: 'x', flags: 0x41 }]),
      sentence: /strong encryption is not supported/u,
    },
    {
      name: 'more entries stated than there are',
      bytes: withStatedEntries(writeZip([good]), 0xffff),
      sentence: /cut off, damaged or protected/u,
    },
    {
      name: 'more entries than any export has',
      bytes: asZip64(writeZip([good]), 5_000_000),
      sentence: /it holds 5000000 entries; at most 100000 are read/u,
    },
  ])('$name: nothing is read and it is said why', async ({ bytes, sentence }) => {
    const found = await find(bytes);
    expect(found.files).toEqual([]);
    expect(found.unreadable).toMatchObject([{ path: join(found.folder, 'drop.zip') }]);
    expect(found.unreadable[0]?.message).toMatch(sentence);
  });

  it('what goes beyond the budget of a drop is named', async () => {
    const archive = writeZip([
      { name: 'a.txt', content: 'a'.repeat(50) },
      { name: 'b.zip', content: writeZip([good]) },
      good,
    ]);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), '');
    writeFileSync(join(folder, 'drop.zip'), archive);
    const [letter] = (await findFiles([{ path: join(folder, 'letter.txt') }], signal)).files as [FoundFile];
    const handedOver = { ...letter.file, location: join(folder, 'drop.zip'), path: 'drop.zip' };
    const within = async (budget: ArchiveBudget): Promise<unknown> => {
      const unpacked = await unpackArchive(handedOver, budget, signal);
      return [unpacked?.files.map(({ path }) => path), unpacked?.problems[0]?.message.split('unpack to: ')[1]];
    };
    expect(await within({ files: 10, bytes: 60, innerBytes: 1000 })).toEqual([
      ['drop.zip!/a.txt', 'drop.zip!/good.txt'],
      'b.zip.',
    ]);
    expect(await within({ files: 10, bytes: 1000, innerBytes: 20 })).toEqual([
      ['drop.zip!/a.txt', 'drop.zip!/good.txt'],
      'b.zip.',
    ]);
    expect(await within({ files: 1, bytes: 1000, innerBytes: 1000 })).toEqual([
      ['drop.zip!/a.txt'],
      'b.zip, good.txt.',
    ]);
  });
});

function withStatedEntries(archive: Buffer, count: number): Buffer {
  archive.writeUInt16LE(count, archive.length - 12);
  return archive;
}

/** States the count in the records of the 64-bit form (APPNOTE 4.3.14, 4.3.15). */
function asZip64(archive: Buffer, count: number): Buffer {
  const end = archive.subarray(-22);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(archive.length - 22), 8);
  return Buffer.concat([archive.subarray(0, -22), record, locator, end]);
}

describe('an import of archives', () => {
  it('ties each fact to member and archive, and says what was lost', async () => {
    const folder = temporaryFolder();
    const client = fixture('samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt');
    const archive = writeZip([
      { name: 'hall/PC1.txt', content: client },
      { name: 'hall/PC2.txt', content: 'secret', flags: 1 },
    ]);
    writeFileSync(join(folder, 'clients.zip'), archive);
    const plan = planSchema.parse({
      schema: 1,
      details: { customer: 'Contoso' },
      evidence: [{ path: join(folder, 'clients.zip') }],
    });
    const { records, targets, log } = await assessPlan(plan);
    expect(records.map(({ header }) => header)).toMatchObject([
      {
        kind: 'client.dsregcmd',
        status: 'complete',
        sha256: createHash('sha256').update(client).digest('hex'),
        source: {
          location: join(folder, 'clients.zip!/hall/PC1.txt'),
          archive: {
            location: join(folder, 'clients.zip'),
            sha256: createHash('sha256')
              .update(readFileSync(join(folder, 'clients.zip')))
              .digest('hex'),
          },
        },
      },
    ]);
    const failed = targets.filter(({ state }) => state === 'failed');
    expect(failed).toMatchObject([{ failure: { reason: 'unreadable', code: 'file-unreadable' } }]);
    expect(failed[0]?.failure?.message).toContain('Encrypted: hall/PC2.txt.');
    expect(log).toEqual([]);
  });
});
