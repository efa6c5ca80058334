import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '../../../src-shared/model/error';
import { pictureLimit, picturesLimit } from '../../../src-shared/model/finding-note';
import type { EngagementFile } from '../../store/engagement-file';
import { findPicture, readNote, removePicture, savePicture } from '../../store/finding-notes';
import { dropUnusedRawInput, rawInputBytes, storeRawInput } from '../../store/raw-inputs';
import { pictureFacts } from '../attachments/picture-facts';

const compress = promisify(gzip);

/**
 * Keeps a picture with a finding.
 * @throws AppError `picture-unusable`, `picture-too-large`, `too-many-pictures`, and those of the store
 */
export async function keepPicture(file: EngagementFile, checkId: string, bytes: Buffer): Promise<void> {
  if (bytes.length > pictureLimit) throw refused('picture-too-large', 'The picture is larger than 5 MiB');
  const facts = pictureFacts(bytes);
  if (facts === undefined)
    throw refused('picture-unusable', 'This is no PNG or JPEG picture of at most 50 million pixels');
  if (readNote(file, checkId).pictures.length >= picturesLimit)
    throw refused('too-many-pictures', `There are ${picturesLimit} pictures on this finding already`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = randomUUID();
  const name = `${checkId} ${id}.${facts.mediaType === 'image/png' ? 'png' : 'jpg'}`;
  const { mediaType } = facts;
  await storeRawInput(file, { sha256, name, mediaType, size: bytes.length, gzip: await compress(bytes) });
  savePicture(file, {
    ...{ id, checkId, sha256, size: bytes.length, caption: '', addedAt: new Date().toISOString() },
    ...facts,
  });
}

/** Removes a picture and, unless something else names them, its bytes; returns the check it was on. */
export async function dropPicture(file: EngagementFile, id: string): Promise<string> {
  const { checkId, sha256 } = knownPicture(file, id);
  removePicture(file, id);
  await dropUnusedRawInput(file, sha256);
  return checkId;
}

/** @throws AppError `no-picture` */
export function knownPicture(file: EngagementFile, id: string) {
  const picture = findPicture(file, id);
  if (picture !== undefined) return picture;
  throw new AppError('no-picture', 'This picture is not in the engagement any more.', 'Go back to the finding.');
}

export async function pictureBase64(file: EngagementFile, sha256: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of rawInputBytes(file, sha256)) parts.push(part);
  return Buffer.concat(parts).toString('base64');
}

const refused = (code: string, what: string): AppError =>
  new AppError(code, `${what}; nothing was added.`, 'Copy the part that matters as a picture and paste it again.');
