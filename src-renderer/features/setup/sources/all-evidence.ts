import type { Envelope } from '../../../../src-shared/ipc/define';
import type { EvidenceHeader } from '../../../../src-shared/model/evidence';
import { bridge } from '../../../api/bridge';

/** Every record of the engagement, page by page: thousands in one answer would hold up the app. */
export async function listAllEvidence(): Promise<Envelope<readonly EvidenceHeader[]>> {
  const records: EvidenceHeader[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const answer: Awaited<ReturnType<typeof bridge.evidence.list>> = await bridge.evidence.list({ after });
    if (!answer.ok) return answer;
    records.push(...answer.value.records);
    after = answer.value.next;
  }
  return { ok: true, value: records };
}
