import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type CollectorResult,
  collectorRoleSchema,
  type RequestProgress,
  requestProgress,
  type WantedCollector,
} from '../../../src-shared/model/collector-request';
import { addCollectorRequests, listCollectorRequests } from '../../store/collector-requests';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidence, readEvidence } from '../../store/evidence';
import { coverNote } from './cover-note';
import { exportCollectors } from './export-collectors';

/**
 * Writes the scripts asked for and their cover note into a folder, and remembers what was asked for.
 * @returns how many scripts were written
 * @throws AppError `not-written`, and those of the store
 */
export async function requestCollectors(
  file: EngagementFile,
  folder: string,
  wanted: readonly WantedCollector[],
): Promise<number> {
  const askedAt = new Date();
  const note = coverNote({ details: readDraft(file).details, wanted, askedAt });
  const scripts = await exportCollectors(folder, { roles: wanted.map(({ role }) => role), note });
  addCollectorRequests(
    file,
    wanted.map((each) => ({ ...each, id: randomUUID(), askedAt: askedAt.toISOString() })),
  );
  return scripts.length;
}

/** What was asked for, with what came back so far. */
export async function collectorProgress(file: EngagementFile): Promise<RequestProgress[]> {
  const requests = listCollectorRequests(file);
  if (requests.length === 0) return [];
  const results = await collectorResults(file);
  return requests.map((request) => requestProgress(request, results));
}

const hostSchema = z.object({ role: collectorRoleSchema });

/** Results in the engagement: each names its machine and its role in what it says of the system. */
async function collectorResults(file: EngagementFile): Promise<CollectorResult[]> {
  const results: CollectorResult[] = [];
  for (const { id, kind, source, target, collectedAt } of await listEvidence(file)) {
    if (kind !== 'host.system' || source.by !== 'collector') continue;
    const record = await readEvidence(file, id);
    const host = hostSchema.safeParse(JSON.parse(record?.dataJson ?? 'null'));
    if (host.success) results.push({ role: host.data.role, host: target, collectedAt });
  }
  return results;
}
