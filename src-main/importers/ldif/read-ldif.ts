import type { ImportFile } from '../../engine/importer';
import type { DirectoryEntry } from '../../evidence/directory/directory-topic';
import { textEncodingOf } from '../../evidence/text-decoding';
import { LdifParser, type LdifProblem } from './ldif-parser';

/** Problems of one file that are told; the rest is counted. */
const toldProblems = 20;

export interface LdifReading {
  readonly entries: number;
  readonly problems: readonly LdifProblem[];
  readonly problemCount: number;
}

/** Streams one file through the parser. Rejects only when cancelled or when the file cannot be opened. */
export async function readLdif(
  file: ImportFile,
  signal: AbortSignal,
  onEntry: (entry: DirectoryEntry) => void,
): Promise<LdifReading> {
  const problems: LdifProblem[] = [];
  let [entries, problemCount] = [0, 0];
  const onProblem = (problem: LdifProblem): void => {
    problemCount += 1;
    if (problems.length < toldProblems) problems.push(problem);
  };
  const parser = new LdifParser({
    onProblem,
    onEntry(entry) {
      entries += 1;
      onEntry(entry);
    },
  });
  try {
    for await (const chunk of utf8Chunks(file)) {
      signal.throwIfAborted();
      parser.push(chunk);
    }
    parser.finish();
  } catch (error) {
    signal.throwIfAborted();
    onProblem({ line: 0, message: error instanceof Error ? `${error.message}.` : String(error) });
  }
  return { entries, problems, problemCount };
}

/** `ldifde -u` and PowerShell's redirection write UTF-16. */
async function* utf8Chunks(file: ImportFile): AsyncIterable<Uint8Array> {
  const encoding = textEncodingOf(file.bytes.subarray(0, 4096));
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return yield* file.stream();
  const decoder = new TextDecoder(encoding);
  for await (const chunk of file.stream()) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}
