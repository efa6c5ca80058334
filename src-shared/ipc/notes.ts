import { z } from 'zod';
import { findingNoteSchema, noteLimit, pictureLimit } from '../model/finding-note';
import { call } from './define';

const checkId = z.string().max(16);
const id = z.uuid();

/** Notes and pictures beside a finding; what was found stays as it is. Each change answers with all there is on that finding then. */
export const notesContract = {
  read: call(z.strictObject({ checkId }), findingNoteSchema),
  /** An empty note removes it. */
  save: call(z.strictObject({ checkId, note: z.string().max(noteLimit) }), findingNoteSchema),
  /** Bytes of a PNG or JPEG file, as base64. */
  addPicture: call(
    z.strictObject({ checkId, base64: z.string().max(Math.ceil(pictureLimit / 3) * 4) }),
    findingNoteSchema,
    { inputLimit: pictureLimit * 2 },
  ),
  describePicture: call(z.strictObject({ id, caption: z.string().trim().max(500) }), findingNoteSchema),
  removePicture: call(z.strictObject({ id }), findingNoteSchema),
  /** The picture itself, as a `data:` address. */
  showPicture: call(z.strictObject({ id }), z.strictObject({ address: z.string() })),
} as const;
