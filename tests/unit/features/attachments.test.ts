import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachmentFileName } from '../../../src-main/features/attachments/attachment-file-name';
import { keepAttachment } from '../../../src-main/features/attachments/keep-attachment';
import { createHandlers } from '../../../src-main/features/handlers';
import { appContext } from '../../support/app-context';
import { draft, passphrase } from '../../support/engagement';
import { temporaryFolder } from '../../support/temporary-folder';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');

/** An engagement with one file attached to it; the dialog for saving answers `savePath`. */
async function withAttachment(bytes: Buffer, savePath: string | undefined) {
  const suggested: string[] = [];
  const context = appContext({
    answers: {
      chooseSavePath: async (path) => {
        suggested.push(path);
        return savePath;
      },
    },
  });
  const handlers = createHandlers(context);
  await handlers.library.create({ details: draft.details, passphrase });
  const source = join(temporaryFolder(), 'signed.pdf');
  writeFileSync(source, bytes);
  const kept = await keepAttachment(context.session.file, source);
  return { handlers, kept, suggested, asked: context.desktop.asked };
}

describe('a kept attachment', () => {
  test('is saved byte for byte under a clean name, and never opened', async () => {
    const path = join(temporaryFolder(), 'copy.pdf');
    const { handlers, kept, asked, suggested } = await withAttachment(pdf, path);
    expect(await handlers.attachments.save({ sha256: kept.sha256, name: '../../Signed\u202Efdp.pdf' })).toEqual({
      path,
      sizeBytes: pdf.length,
    });
    expect(suggested[0]).toMatch(/[\\/]Signed fdp\.pdf$/u);
    expect(suggested[0]).not.toContain('..');
    expect(readFileSync(path).equals(pdf)).toBe(true);
    expect(asked.filter((each) => each.startsWith('open'))).toEqual([]);
    expect(handlers.report.reveal({ path })).toEqual({ shown: true });
  });

  test('nothing is written when the dialog is cancelled or the bytes are not there', async () => {
    const { handlers, kept } = await withAttachment(pdf, undefined);
    expect(await handlers.attachments.save({ sha256: kept.sha256, name: 'a.pdf' })).toEqual({
      path: null,
      sizeBytes: null,
    });
    const missing = handlers.attachments.save({ sha256: 'ab'.repeat(32), name: 'a.pdf' });
    await expect(missing).rejects.toMatchObject({ code: 'attachment-not-kept' });
    expect(existsSync('a.pdf')).toBe(false);
  });
});

/** The smallest PNG: header chunk and its checksum. */
const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

describe('a kept picture is shown in the window', () => {
  test('by its content, whatever it is called', async () => {
    const bytes = png(640, 480);
    const { handlers, kept, asked } = await withAttachment(bytes, undefined);
    expect(await handlers.attachments.show({ sha256: kept.sha256 })).toEqual({
      picture: { address: `data:image/png;base64,${bytes.toString('base64')}`, width: 640, height: 480 },
    });
    expect(asked.filter((each) => each.startsWith('open'))).toEqual([]);
  });

  test.each([
    ['a PDF', pdf],
    ['an SVG, which may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a picture cut short', png(640, 480).subarray(0, 20)],
    ['a small file that unpacks to a wall of pixels', png(100_000, 100_000)],
  ])('but not %s', async (_what, bytes) => {
    const { handlers, kept } = await withAttachment(bytes, undefined);
    expect(await handlers.attachments.show({ sha256: kept.sha256 })).toEqual({ picture: null });
  });

  test('nor what the engagement does not hold', async () => {
    const { handlers } = await withAttachment(pdf, undefined);
    const missing = handlers.attachments.show({ sha256: 'ab'.repeat(32) });
    await expect(missing).rejects.toMatchObject({ code: 'attachment-not-kept' });
  });
});

test.each([
  ['C:\\Users\\ada\\Desktop\\Minutes.pdf', 'Minutes.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'Attachment'],
  ['.hidden', 'hidden'],
  ['con.pdf', 'Attachment con.pdf'],
  ['a<b>:c|d?.png', 'a b c d.png'],
  ['trailing. . ', 'trailing'],
  ['line\r\nbreak\u0000.txt', 'line break.txt'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ['\u202E\u200B', 'Attachment'],
])('the name proposed for %j is %j', (name, proposed) => {
  expect(attachmentFileName(name)).toBe(proposed);
});
