import type { StoredRecord } from '../../src-shared/host/messages';
import type { EvidenceRecord } from '../../src-shared/model/evidence';

/** Records as they come back from the store: this version or an older one wrote them, so kind and data belong together. */
export function readStoredRecords(records: readonly StoredRecord[]): EvidenceRecord[] {
  return records.map(({ header, dataJson }) => {
    const data: unknown = dataJson === null ? undefined : JSON.parse(dataJson);
    return { ...header, ...(data === undefined ? {} : { data }) } as EvidenceRecord;
  });
}
