import { constants } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { redactionKey } from '../../store/redaction-key';
import { toStoreError } from '../../store/store-errors';
import { freeEngagementPath } from './engagement-name';

/**
 * Copies an engagement beside itself for a re-test: plan, evidence, answers and decisions, encrypted with the same passphrase. The copy is what goes on; the
 * first one stays to compare with.
 * @returns path of the copy
 */
export async function duplicateEngagement(file: EngagementFile, now: Date): Promise<string> {
  if (!file.readOnly) redactionKey(file); // both then have the same, and reports of both the same stand-ins
  const path = freeEngagementPath(dirname(file.path), readDraft(file).details.customer, now);
  file.database.pragma('wal_checkpoint(TRUNCATE)');
  try {
    await copyFile(file.path, path, constants.COPYFILE_EXCL);
    await chmod(path, 0o600);
  } catch (error) {
    throw toStoreError(error, path);
  }
  return path;
}
