import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import type { HostEvent, HostEvents } from '../../../src-shared/model/evidence/host';
import { ProbeFailure } from '../../engine/probe';
import { decodeText } from '../../evidence/text-decoding';
import { eventTexts, windowsEvent } from '../../evidence/windows-event';
import type { ToolPlace } from './read-registry';
import { runTool } from './run-tool';

/** Logs of a client (catalogue A.11); of a log that is full of successes only warnings and errors. */
export const clientLogs = [
  { log: 'Microsoft-Windows-User Device Registration/Admin', levels: '' },
  { log: 'Microsoft-Windows-HelloForBusiness/Operational', levels: '' },
  { log: 'Microsoft-Windows-AAD/Operational', levels: '(Level=1 or Level=2 or Level=3) and ' },
] as const;
type ClientLog = (typeof clientLogs)[number];

const week = 7 * 24 * 3_600_000;
const eventLimit = 5000;
const bounds = { tool: 'wevtutil.exe', deadline: 60_000, limit: 64 * 1024 * 1024 } as const;

/** Exit codes of wevtutil are system errors: ERROR_ACCESS_DENIED, ERROR_EVT_CHANNEL_NOT_FOUND. */
const deniedCode = 5;
const noSuchLogCode = 15007;

/** Events of the last week, newest first; `failure` says that some could not be read. Throws ProbeFailure when the log could not be read at all. */
export async function readEvents(
  host: string,
  { log, levels }: ClientLog,
  now: Date,
  place: ToolPlace,
): Promise<{ readonly data: HostEvents; readonly failure?: EvidenceFailure }> {
  const query = `*[System[${levels}TimeCreated[timediff(@SystemTime) <= ${week}]]]`;
  const args = ['qe', log, `/q:${query}`, '/f:xml', '/uni:true', '/rd:true', `/c:${eventLimit}`];
  const { code, output } = await runTool({ ...bounds, ...place, args });
  if (code !== 0) throw new ProbeFailure(unreadLog(log, code));
  const events: HostEvent[] = [];
  let lost = 0;
  const read = async (): Promise<void> => {
    for await (const text of eventTexts(once(decodeText(output)))) {
      try {
        events.push(windowsEvent(text).event);
      } catch {
        lost += 1;
      }
    }
  };
  await read().catch(() => {
    lost += 1;
  });
  events.sort((a, b) => b.time.localeCompare(a.time, 'en') || a.id - b.id);
  const since =
    events.length < eventLimit
      ? new Date(now.getTime() - week).toISOString()
      : (events.at(-1)?.time ?? now.toISOString());
  const data: HostEvents = { host, log, since, events };
  return lost === 0 ? { data } : { data, failure: damagedLog(log) };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function unreadLog(log: string, code: number): EvidenceFailure {
  if (code === deniedCode)
    return {
      reason: 'access-denied',
      code: 'event-log-denied',
      message: `This account may not read the log ${log} on this computer.`,
      next: 'Run as a local administrator, or as a member of Event Log Readers.',
    };
  return {
    reason: 'not-collected',
    code: code === noSuchLogCode ? 'event-log-missing' : 'event-log-failed',
    message:
      code === noSuchLogCode
        ? `This computer has no log ${log}.`
        : `The log ${log} of this computer could not be read (error ${code}).`,
    next: 'Look at the log with Event Viewer; older releases of Windows do not have it.',
  };
}

const damagedLog = (log: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'event-log-damaged',
  message: `Some events of the log ${log} of this computer cannot be read.`,
  next: 'Export the log with Event Viewer as XML and import the file.',
});
