import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFile } from '../../../src-main/engine/hash-file';
import { findFiles } from '../../../src-main/engine/import-files';
import { planImports } from '../../../src-main/engine/import-plan';
import type { Importer } from '../../../src-main/engine/importer';

const signal = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-files-'));
  await mkdir(join(folder, 'dropped', 'inner'), { recursive: true });
  await writeFile(join(folder, 'dropped', 'b.txt'), 'bee');
  await writeFile(join(folder, 'dropped', 'inner', 'a.txt'), 'ay');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const importer = (id: string, together: boolean, ending: string): Importer => ({
  id,
  title: id,
  gives: [],
  sizeLimit: 100,
  together,
  recognises: (head) => head.name.endsWith(ending),
  read: () => {
    throw new Error('not read here');
  },
});

describe('finding files', () => {
  it('lists folders in depth with paths relative to what was dropped', async () => {
    const { files } = await findFiles([{ path: join(folder, 'dropped') }], signal);
    expect(files.map(({ file }) => [file.path, file.size, file.text])).toEqual([
      ['dropped/b.txt', 3, 'bee'],
      ['dropped/inner/a.txt', 2, 'ay'],
    ]);
  });

  it('does not follow links out of what was handed over', async () => {
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await symlink(join(folder, 'secret.txt'), join(folder, 'dropped', 'link.txt'));
    await symlink(folder, join(folder, 'dropped', 'loop'));
    const { files, notes } = await findFiles([{ path: join(folder, 'dropped') }], signal);
    expect(files).toHaveLength(2);
    expect(notes.join(' ')).toContain('link.txt');
    expect(notes).toHaveLength(2);
  });

  it('says what is missing and reads the rest', async () => {
    const paths = [{ path: join(folder, 'nowhere') }, { path: join(folder, 'dropped') }];
    const { files, unreadable } = await findFiles(paths, signal);
    expect(files).toHaveLength(2);
    expect(unreadable).toEqual([
      {
        path: join(folder, 'nowhere'),
        message: `${join(folder, 'nowhere')} does not exist.`,
        next: expect.stringContaining('Check the path'),
      },
    ]);
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(findFiles([{ path: folder }], controller.signal)).rejects.toThrow();
  });

  it('hashes without reading the whole file at once', async () => {
    await chmod(join(folder, 'dropped', 'b.txt'), 0o600);
    const { files } = await findFiles([{ path: join(folder, 'dropped', 'b.txt') }], signal);
    const [found] = files;
    expect(found && (await hashFile(found.file))).toBe(
      '62cb81b5904a262ffaeed02abef36bfc540b09f964b8b0b636662f77ffce6714',
    );
  });
});

describe('planning imports', () => {
  it('groups formats that are read together, keeps others apart, and names what nobody knows', async () => {
    await writeFile(join(folder, 'dropped', 'c.ldif'), '');
    await writeFile(join(folder, 'dropped', 'd.ldif'), '');
    await writeFile(join(folder, 'dropped', 'e.bin'), '');
    const { files } = await findFiles([{ path: join(folder, 'dropped') }], signal);
    const { groups, unrecognised } = planImports(
      [importer('ldif', true, '.ldif'), importer('text', false, '.txt')],
      files,
    );
    expect(groups.map((group) => [group.importer.id, group.files.length])).toEqual([
      ['text', 1],
      ['text', 1],
      ['ldif', 2],
    ]);
    expect(groups.map((group) => group.title)).toEqual([
      'dropped/b.txt',
      'dropped/inner/a.txt',
      'ldif: dropped/c.ldif, dropped/d.ldif',
    ]);
    expect(unrecognised.map(({ file }) => file.name)).toEqual(['e.bin']);
  });

  it('names many files by the folder they share', async () => {
    for (const name of ['f', 'g', 'h', 'i']) await writeFile(join(folder, 'dropped', 'inner', `${name}.ldif`), '');
    const { files } = await findFiles([{ path: join(folder, 'dropped') }], signal);
    const { groups } = planImports([importer('ldif', true, '.ldif')], files);
    expect(groups.map((group) => group.title)).toEqual(['ldif: 4 files in dropped/inner']);
  });
});
