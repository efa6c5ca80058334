import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { notesContract } from '../../../src-shared/ipc/notes';
import { readNote, saveNote, savePicture } from '../../store/finding-notes';
import type { AppContext } from '../app-context';
import { dropPicture, keepPicture, knownPicture, pictureBase64 } from './keep-picture';

export function notesHandlers({ session }: AppContext): HandlersOf<typeof notesContract> {
  return {
    read: ({ checkId }) => readNote(session.file, checkId),
    save: ({ checkId, note }) => {
      saveNote(session.file, checkId, note);
      return readNote(session.file, checkId);
    },
    addPicture: async ({ checkId, base64 }) => {
      const { file } = session;
      await keepPicture(file, checkId, Buffer.from(base64, 'base64'));
      return readNote(file, checkId);
    },
    describePicture: ({ id, caption }) => {
      const { file } = session;
      const picture = knownPicture(file, id);
      savePicture(file, { ...picture, caption });
      return readNote(file, picture.checkId);
    },
    removePicture: async ({ id }) => {
      const { file } = session;
      return readNote(file, await dropPicture(file, id));
    },
    showPicture: async ({ id }) => {
      const { file } = session;
      const { mediaType, sha256 } = knownPicture(file, id);
      return { address: `data:${mediaType};base64,${await pictureBase64(file, sha256)}` };
    },
  };
}
