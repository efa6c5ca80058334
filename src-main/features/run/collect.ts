import type { ReadFile, StoredRecord } from '../../../src-shared/host/messages';
import type { LiveSources } from '../../../src-shared/model/plan';
import type { Scope } from '../../../src-shared/model/scope';
import { hostErrors, isHostFailure } from '../../host/host-errors';
import type { HostJob, JobMessage } from '../../host/supervisor';
import type { BegunWrite } from '../../store/access';
import type { EngagementFile } from '../../store/engagement-file';
import { beginEvidence, judgeableHeaders, judgeableRecords, listEvidence, storeTogether } from '../../store/evidence';
import { beginRawInput } from '../../store/raw-inputs';
import type { AssessmentRequest } from './assess';
import { portionQueue } from './portion-queue';
import { readBefore } from './read-before';
import type { CollectionPlan } from './run-plan';
import type { RunTracker } from './run-tracker';
import { signInAddress } from './sign-in-address';

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
  if (signal.aborted) return { kind: 'cancelled' };
  const known = await filesReadBefore(request, plan);
  const queue = portionQueue({
    work: (messages: readonly JobMessage[]) => keep(file, runId, tracker, messages),
    sizeOf,
    limit: portionSize,
    onFailure: () => job.cancel(),
  });
  const job: HostJob = request.host.start(
    {
      type: 'collect',
      scope,
      live: plan.live,
      imports: plan.imports.map(({ addedAt: _, ...path }) => path),
      credentials: [...request.credentials],
      skip: [...plan.skip],
      readBefore: known,
      collector: request.collector,
    },
    (message) => {
      if (message.type === 'open-address') openSignIn(message.url, plan.live, request);
      else queue.add(message);
    },
    usableRecords(file),
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
  'thisComputer',
] as const satisfies readonly (keyof LiveSources)[];

/** Whether a plan reads anything; else what is there is judged. */
export function hasWork({ live, imports }: CollectionPlan): boolean {
  const sources = imports.length + live.directory.length + live.adfs.length + live.sysvol.length + live.entra.length;
  return sources > 0 || followUps.some((name) => live[name]);
}

async function filesReadBefore(
  { file, collector }: AssessmentRequest,
  { imports }: CollectionPlan,
): Promise<ReadFile[]> {
  if (imports.length === 0) return [];
  const inForce = new Set<string>();
  for await (const { id } of judgeableHeaders(file)) inForce.add(id);
  return readBefore(await listEvidence(file), inForce, collector.version);
}

/** What later targets may follow from. */
async function* usableRecords(file: EngagementFile): AsyncGenerator<StoredRecord> {
  for await (const record of judgeableRecords(file)) if (record.header.status !== 'failed') yield record;
}

/** The host has parsed hostile bytes: an address that is not one of a sign-in is not opened, and the sign-in then ends unanswered. */
function openSignIn(url: string, live: LiveSources, { openAddress }: AssessmentRequest): void {
  const address = signInAddress(url, live);
  if (address !== undefined) openAddress?.(address);
}

/** Bytes written in one go, as the store wants them: a transaction of a few milliseconds. */
const portionSize = 256 * 1024;

function sizeOf(message: JobMessage): number {
  if (message.type === 'raw') return message.gzip.byteLength;
  return message.type === 'evidence' ? (message.record.dataJson?.length ?? 0) + 2000 : 0;
}

/** Raw input and evidence that come before a target are on the disk when it is shown. */
async function keep(
  file: EngagementFile,
  runId: string,
  tracker: RunTracker,
  messages: readonly JobMessage[],
): Promise<void> {
  const writes: BegunWrite[] = [];
  const end = (): void => {
    if (writes.length > 0) storeTogether(file, runId, writes.splice(0));
  };
  for (const message of messages) {
    switch (message.type) {
      case 'raw': {
        const { sha256, name, mediaType, size, gzip } = message;
        writes.push(await beginRawInput(file, { sha256, name, mediaType, size, gzip }));
        break;
      }
      case 'evidence':
        writes.push(await beginEvidence(file, runId, message.record));
        break;
      case 'target':
        end();
        tracker.update(message.target);
        break;
      default:
        throw new Error(`A collecting host sent ${message.type}`);
    }
  }
  end();
}
