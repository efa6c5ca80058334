import type { StoredRecord } from '../../src-shared/host/messages';
import { nextTurn } from '../store/access';

/** Characters and records that are sent in one message: a few milliseconds to copy. */
const limits = { characters: 256 * 1024, records: 200 };

/** Hands records on in portions, a turn of the event loop each, as they are read; ends early when `isWanted` says so. */
export async function sendRecords(
  records: AsyncIterable<StoredRecord>,
  post: (portion: StoredRecord[]) => void,
  isWanted: () => boolean,
): Promise<void> {
  let portion: StoredRecord[] = [];
  let characters = 0;
  for await (const record of records) {
    if (!isWanted()) return;
    portion.push(record);
    characters += record.dataJson?.length ?? 0;
    if (characters < limits.characters && portion.length < limits.records) continue;
    post(portion);
    portion = [];
    characters = 0;
    await nextTurn();
  }
  if (portion.length > 0) post(portion);
}
