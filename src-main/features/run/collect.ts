import type { StoredRecord } from '../../../src-shared/host/messages';
import type { LiveSources } from '../../../src-shared/model/plan';
import type { Scope } from '../../../src-shared/model/scope';
import { hostErrors, isHostFailure } from '../../host/host-errors';
import type { HostJob, JobMessage } from '../../host/supervisor';
import type { EngagementFile } from '../../store/engagement-file';
import { judgeableRecords, storeEvidence } from '../../store/evidence';
import { storeRawInput } from '../../store/raw-inputs';
import type { AssessmentRequest } from './assess';
import type { CollectionPlan } from './run-plan';
import type { RunTracker } from './run-tracker';
import { serialQueue } from './serial-queue';

export type CollectionEnd = { readonly kind: 'complete' | 'cancelled' | 'host-failed' };

/**
 * Lets the host collect and stores what comes, in the order it comes: raw input and evidence before the target that is shown as done.
 * @throws AppError of the store; the host is then told to stop
 */
export async function collect(
  request: AssessmentRequest,
  plan: CollectionPlan,
  scope: Scope,
  tracker: RunTracker,
  runId: string,
): Promise<CollectionEnd> {
  const { file, signal } = request;
  if (!hasWork(plan)) return { kind: 'complete' };
  const known = await usableRecords(file);
  if (signal.aborted) return { kind: 'cancelled' };
  const queue = serialQueue(() => job.cancel());
  const job: HostJob = request.host.start(
    {
      type: 'collect',
      scope,
      live: plan.live,
      imports: plan.imports.map(({ addedAt: _, ...path }) => path),
      credentials: [...request.credentials],
      skip: [...plan.skip],
      known,
      collector: request.collector,
    },
    (message) => queue.add(() => keep(file, runId, tracker, message)),
  );
  signal.addEventListener('abort', job.cancel, { once: true });
  try {
    const { cancelled } = await job.promise;
    await queue.drained();
    if (!cancelled) return { kind: 'complete' };
  } catch (error) {
    await queue.drained(); // a failure of the store is the one to report
    if (!isHostFailure(error) || error.code === hostErrors.closed().code) throw error;
    if (!signal.aborted) {
      tracker.failOpen(error);
      return { kind: 'host-failed' };
    }
  } finally {
    signal.removeEventListener('abort', job.cancel);
  }
  tracker.cancelOpen();
  return { kind: 'cancelled' };
}

/** What a run reads because of evidence it has or had, even without a source that signs in. */
const followUps = [
  'revocationLists',
  'domainControllerCertificates',
  'authorityInformation',
  'enrolmentEndpoints',
  'dns',
  'cloudEndpoints',
] as const satisfies readonly (keyof LiveSources)[];

function hasWork({ live, imports }: CollectionPlan): boolean {
  const sources = imports.length + live.directory.length + live.adfs.length + live.sysvol.length + live.entra.length;
  return sources > 0 || followUps.some((name) => live[name]);
}

/** What later targets may follow from. */
async function usableRecords(file: EngagementFile): Promise<StoredRecord[]> {
  const records: StoredRecord[] = [];
  for await (const record of judgeableRecords(file)) if (record.header.status !== 'failed') records.push(record);
  return records;
}

async function keep(file: EngagementFile, runId: string, tracker: RunTracker, message: JobMessage): Promise<void> {
  switch (message.type) {
    case 'raw': {
      const { sha256, name, mediaType, size, gzip } = message;
      return await storeRawInput(file, { sha256, name, mediaType, size, gzip });
    }
    case 'evidence':
      return await storeEvidence(file, runId, message.record);
    case 'target':
      return tracker.update(message.target);
    default:
      throw new Error(`A collecting host sent ${message.type}`);
  }
}
