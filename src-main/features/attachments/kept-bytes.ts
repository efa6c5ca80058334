import { createHash } from 'node:crypto';
import { AppError } from '../../../src-shared/model/error';
import type { EngagementFile } from '../../store/engagement-file';
import { rawInputBytes, readRawInputInfo } from '../../store/raw-inputs';

/**
 * The bytes under a hash, proved to be those.
 * @throws AppError `attachment-not-kept`
 */
export async function keptBytes(file: EngagementFile, sha256: string): Promise<Buffer> {
  if (readRawInputInfo(file, sha256) === undefined) throw notKept();
  const parts: Uint8Array[] = [];
  for await (const part of rawInputBytes(file, sha256)) parts.push(part);
  const bytes = Buffer.concat(parts);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw notKept();
  return bytes;
}

const notKept = (): AppError =>
  new AppError(
    'attachment-not-kept',
    'The bytes of this attachment are not in the engagement; there is nothing to show or to save.',
    'A copy that was handed over without received files has none. Look into the engagement it was made from.',
  );
