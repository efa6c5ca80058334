import { createHash } from 'node:crypto';
import type { ImportFile } from './importer';

/** SHA-256 (hex) of a whole file, streamed. */
export async function hashFile(file: ImportFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest('hex');
}
