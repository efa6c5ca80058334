import { createHash } from 'node:crypto';
import { dirname, extname, join } from 'node:path';
import type { attachmentsContract } from '../../../src-shared/ipc/attachments';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { AppError } from '../../../src-shared/model/error';
import { writeAtomically } from '../../report/write-atomically';
import type { EngagementFile } from '../../store/engagement-file';
import { rawInputBytes, readRawInputInfo } from '../../store/raw-inputs';
import type { AppContext } from '../app-context';
import { attachmentFileName } from './attachment-file-name';

export function attachmentsHandlers({ session, desktop, written }: AppContext): HandlersOf<typeof attachmentsContract> {
  return {
    save: async ({ sha256, name }) => {
      const { file } = session;
      const bytes = await keptBytes(file, sha256);
      const suggested = attachmentFileName(name);
      const extension = extname(suggested).slice(1) || '*';
      const path = await desktop.chooseSavePath(join(dirname(file.path), suggested), {
        name: 'Attachment',
        extension,
        title: 'Save the attachment',
      });
      if (path === undefined) return { path: null, sizeBytes: null };
      const sizeBytes = await writeAtomically(path, bytes);
      written.add(path);
      return { path, sizeBytes };
    },
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes under a hash, proved to be those. */
async function keptBytes(file: EngagementFile, sha256: string): Promise<Buffer> {
  if (readRawInputInfo(file, sha256) === undefined) throw notKept();
  const parts: Uint8Array[] = [];
  for await (const part of rawInputBytes(file, sha256)) parts.push(part);
  const bytes = Buffer.concat(parts);
  if (hashOf(bytes) !== sha256) throw notKept();
  return bytes;
}

const notKept = (): AppError =>
  new AppError(
    'attachment-not-kept',
    'The bytes of this attachment are not in the engagement; nothing was saved.',
    'A copy that was handed over without received files has none. Look into the engagement it was made from.',
  );
