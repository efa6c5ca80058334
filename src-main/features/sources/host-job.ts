import type { JobContext } from '../../../src-shared/ipc/define';
import { AppError } from '../../../src-shared/model/error';
import type { HostRequest, HostSupervisor, JobMessage } from '../../host/supervisor';

/**
 * Runs a short host job that answers with one message of the given type; its phases become progress.
 * @throws AppError of the host; `cancelled` when it was cancelled
 */
export async function runHostJob<T extends JobMessage['type']>(
  host: HostSupervisor,
  request: HostRequest,
  answerType: T,
  { signal, progress }: JobContext<{ phase: string }>,
): Promise<Extract<JobMessage, { type: T }>> {
  let answer: Extract<JobMessage, { type: T }> | undefined;
  const isAnswer = (message: JobMessage): message is Extract<JobMessage, { type: T }> => message.type === answerType;
  const job = host.start(request, (message) => {
    if (message.type === 'phase') progress({ phase: message.phase });
    else if (isAnswer(message)) answer = message;
  });
  signal.addEventListener('abort', job.cancel, { once: true });
  if (signal.aborted) job.cancel();
  try {
    const { cancelled } = await job.promise;
    if (cancelled) throw new AppError('cancelled', 'It was cancelled.', 'Start it again when you like.');
  } finally {
    signal.removeEventListener('abort', job.cancel);
  }
  if (answer === undefined) throw new Error(`The host ended ${request.type} without an answer`);
  return answer;
}
