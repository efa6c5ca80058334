import type { StoredRecord } from '../../../src-shared/host/messages';
import type { Collector } from '../../../src-shared/model/evidence';
import type { Scope } from '../../../src-shared/model/scope';
import { isHostFailure } from '../../host/host-errors';
import type { HostJob, HostSupervisor, JobMessage } from '../../host/supervisor';
import { storeContradictions } from '../../store/contradictions';
import type { EngagementFile } from '../../store/engagement-file';
import { judgeableRecords } from '../../store/evidence';
import { appendObjects, storeFindings } from '../../store/findings';
import { startJudging } from '../../store/runs';
import { recordAnswers } from '../interview/record-answers';
import type { RunTracker } from './run-tracker';
import { serialQueue } from './serial-queue';

interface Judging {
  readonly file: EngagementFile;
  readonly runId: string;
  readonly host: HostSupervisor;
  readonly tracker: RunTracker;
  readonly scope: Scope;
  readonly asOf: Date;
  /** Who notes down what was said in the interview. */
  readonly collector: Collector;
  /** Absent when the run was cancelled before: judging what is there is then what was asked for. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Has everything in the engagement judged and stores the findings. Returns the instant it was judged at (ISO 8601, UTC), or nothing when cancelled.
 * @throws AppError of the host or the store
 */
export async function judge(judging: Judging): Promise<string | undefined> {
  const { file, runId, host, tracker, scope, asOf, signal } = judging;
  startJudging(file, runId);
  await recordAnswers(file, runId, judging.collector);
  const now = asOf.toISOString();
  const queue = serialQueue(() => job.cancel());
  const job: HostJob = host.start(
    { type: 'evaluate', scope, now },
    (message) => queue.add(() => keep(file, runId, message)),
    counted(judgeableRecords(file), (count) => tracker.show('judging', `Judging ${count} records of evidence`)),
  );
  signal?.addEventListener('abort', job.cancel, { once: true });
  try {
    const { cancelled } = await job.promise;
    await queue.drained();
    return cancelled ? undefined : now;
  } catch (error) {
    await queue.drained(); // a failure of the store is the one to report
    if (signal?.aborted === true && isHostFailure(error)) return undefined;
    throw error;
  } finally {
    signal?.removeEventListener('abort', job.cancel);
  }
}

async function* counted(
  records: AsyncIterable<StoredRecord>,
  onEnd: (count: number) => void,
): AsyncGenerator<StoredRecord> {
  let count = 0;
  for await (const record of records) {
    count += 1;
    yield record;
  }
  onEnd(count);
}

async function keep(file: EngagementFile, runId: string, message: JobMessage): Promise<void> {
  switch (message.type) {
    case 'findings':
      return await storeFindings(file, runId, message.findings);
    case 'finding-objects':
      return await appendObjects(file, runId, message.checkId, message.objects);
    case 'contradictions':
      return storeContradictions(file, runId, message.contradictions);
    default:
      throw new Error(`A judging host sent ${message.type}`);
  }
}
