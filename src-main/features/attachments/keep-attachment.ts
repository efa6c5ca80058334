import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Attachment, attachmentLimit } from '../../../src-shared/model/attachment';
import { AppError } from '../../../src-shared/model/error';
import type { EngagementFile } from '../../store/engagement-file';
import { storeRawInput } from '../../store/raw-inputs';

const compress = promisify(gzip);

/**
 * Keeps a file in the engagement as the proof of an answer or a decision; the file itself may go afterwards.
 * @throws AppError `attachment-unreadable`, `attachment-too-large`, and those of the store
 */
export async function keepAttachment(file: EngagementFile, path: string): Promise<Attachment> {
  const bytes = await readWhole(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = basename(path).slice(0, 255);
  await storeRawInput(file, {
    sha256,
    name,
    mediaType: 'application/octet-stream',
    size: bytes.length,
    gzip: await compress(bytes),
  });
  return { name, sha256, size: bytes.length };
}

/** What is read is bounded whatever the file says of itself. */
async function readWhole(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch(() => {
    throw unreadable(path);
  });
  try {
    const { size } = await sizeOf(handle, path);
    if (size > attachmentLimit) throw tooLarge(path);
    const buffer = Buffer.alloc(attachmentLimit + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null).catch(() => {
        throw unreadable(path);
      });
      length += bytesRead;
      if (length > attachmentLimit) throw tooLarge(path);
      if (bytesRead === 0) return buffer.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}

async function sizeOf(handle: Awaited<ReturnType<typeof open>>, path: string): Promise<{ readonly size: number }> {
  const about = await handle.stat();
  if (!about.isFile()) throw unreadable(path);
  return about;
}

const unreadable = (path: string): AppError =>
  new AppError(
    'attachment-unreadable',
    `The attachment ${path} cannot be read; nothing was changed.`,
    'Check the path and the rights on the file, or go on without an attachment.',
  );

const tooLarge = (path: string): AppError =>
  new AppError(
    'attachment-too-large',
    `The attachment ${path} is larger than ${attachmentLimit / 1024 / 1024} MiB; nothing was changed.`,
    'Attach the pages that matter, or name the document in the note.',
  );
