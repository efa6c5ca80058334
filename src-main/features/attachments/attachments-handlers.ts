import { dirname, extname, join } from 'node:path';
import type { attachmentsContract } from '../../../src-shared/ipc/attachments';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { writeAtomically } from '../../report/write-atomically';
import type { AppContext } from '../app-context';
import { attachmentFileName } from './attachment-file-name';
import { keptBytes } from './kept-bytes';
import { pictureFacts } from './picture-facts';

export function attachmentsHandlers({ session, desktop, written }: AppContext): HandlersOf<typeof attachmentsContract> {
  return {
    show: async ({ sha256 }) => {
      const bytes = await keptBytes(session.file, sha256);
      const facts = pictureFacts(bytes);
      if (facts === undefined) return { picture: null };
      const { mediaType, width, height } = facts;
      return { picture: { address: `data:${mediaType};base64,${bytes.toString('base64')}`, width, height } };
    },
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
