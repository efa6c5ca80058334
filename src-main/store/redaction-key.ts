import { randomBytes } from 'node:crypto';
import { type EngagementFile, prepared, readFrom, writeTo } from './access';

/**
 * The secret that stand-ins of redacted reports come from: the same for as long as the engagement and its copies live. Made the first time it is asked for; of
 * a file that can only be read and has none it is another one each time.
 */
export function redactionKey(file: EngagementFile): string {
  const known = readFrom(file, (database) =>
    prepared<{ key: string }>(database, 'SELECT key FROM redaction_key WHERE id = 1').get(),
  );
  if (known !== undefined) return known.key;
  const key = randomBytes(32).toString('hex');
  if (!file.readOnly)
    writeTo(file, (database) => prepared(database, 'INSERT INTO redaction_key (id, key) VALUES (1, ?)').run(key));
  return key;
}
