import type { EvidenceDraft, EvidenceFailure } from '../../src-shared/model/evidence';
import type { ImportContext, Importer, ImportFile } from '../engine/importer';
import { EventLogs, type ReadLog } from '../evidence/event-logs';
import { textEncodingOf } from '../evidence/text-decoding';
import { eventTexts, windowsEvent } from '../evidence/windows-event';
import { failedDrafts, reasonOf, sourceOf, unreadableFile } from './file-drafts';

const id = 'windows-event';
const kinds = ['host.events'] as const;
const next =
  'Export the log again as XML: in Event Viewer with “Save All Events As” and the type XML, or with wevtutil qe <log> /f:xml > log.xml.';

/** Event logs as XML, of `wevtutil qe /f:xml` and Event Viewer: one file may hold logs of many machines, and a log may come in several files. */
const windowsEventImporter: Importer = {
  id,
  title: 'Event log as XML',
  gives: kinds,
  sizeLimit: 4 * 1024 * 1024 * 1024,
  together: true,

  recognises: ({ bytes, text }) => isBinaryLog(bytes) || isEventXml(text),

  async *read(files, context) {
    const logs = new EventLogs();
    const readings: FileReading[] = [];
    for (const file of files) {
      if (isBinaryLog(file.bytes)) {
        yield* failedDrafts(kinds, sourceOf(id, file), binaryLog(file));
        continue;
      }
      const reading = await readEvents(file, logs, context);
      readings.push(reading);
      if (reading.targets.size > 0) continue;
      const failure =
        reading.problem === undefined ? withoutEvents(file, logs) : unreadableFile(file, reading.problem, next);
      yield* failedDrafts(kinds, sourceOf(id, file), failure);
    }
    for (const log of logs.read()) yield draftOf(log, readings, logs.passedOver);
  },
};

export default windowsEventImporter;

/** The file format of the Windows event log itself. */
const isBinaryLog = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'ElfFile\0';

const isEventXml = (text: string): boolean => {
  const start = text.slice(0, 4096).replace(/^\s*(?:<\?xml[^<>]*\?>)?\s*/u, '');
  return (
    /^<Events\s*\/?>/u.test(start) ||
    (/^<Events?\s/u.test(start) && start.includes('schemas.microsoft.com/win/2004/08/events'))
  );
};

interface FileReading {
  readonly file: ImportFile;
  /** `host log` of the logs it holds events of. */
  readonly targets: ReadonlySet<string>;
  readonly problem?: string;
}

async function readEvents(
  file: ImportFile,
  logs: EventLogs,
  { signal, progress }: ImportContext,
): Promise<FileReading> {
  const targets = new Set<string>();
  let [count, unreadable] = [0, 0];
  let problem: string | undefined;
  try {
    for await (const text of eventTexts(textOf(file))) {
      count += 1;
      if (count % 1000 === 0) {
        signal.throwIfAborted();
        progress(`Reading ${file.path}`, count);
      }
      const target = addEvent(text, logs);
      if (target === undefined) unreadable += 1;
      else if (target !== '') targets.add(target);
    }
  } catch (error) {
    signal.throwIfAborted();
    problem = reasonOf(error);
  }
  if (problem === undefined && unreadable > 0) problem = `${unreadable} of ${count} events cannot be read`;
  return { file, targets, ...(problem === undefined ? {} : { problem }) };
}

/** The target of the event's log; empty when it is not judged, undefined when the event cannot be read. */
function addEvent(text: string, logs: EventLogs): string | undefined {
  try {
    return logs.add(windowsEvent(text)) ?? '';
  } catch {
    return undefined;
  }
}

async function* textOf(file: ImportFile): AsyncGenerator<string> {
  const encoding = textEncodingOf(file.bytes);
  const decoder = new TextDecoder(encoding === 'other' ? 'windows-1252' : encoding);
  for await (const chunk of file.stream()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function draftOf(log: ReadLog, readings: readonly FileReading[], passedOver: readonly string[]): EvidenceDraft {
  const own = readings.filter(({ targets }) => targets.has(log.source));
  const [first] = own;
  if (first === undefined) throw new Error('A log without a file');
  const { file, problem } = own.find((reading) => reading.problem !== undefined) ?? first;
  const draft = {
    kind: 'host.events',
    target: log.target,
    source: sourceOf(id, file),
    data: log.data,
    facts: log.data.events.length,
    notes: [
      ...log.notes,
      ...(own.length > 1 ? [`Put together from ${own.length} files.`] : []),
      ...(passedOver.length > 0
        ? [`Events of logs that are not judged were passed over: ${passedOver.join(', ')}.`]
        : []),
    ],
  } as const;
  return problem === undefined
    ? { ...draft, status: 'complete' }
    : { ...draft, status: 'partial', failure: unreadableFile(file, problem, next) };
}

const binaryLog = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'event-log-binary',
  message: `${file.path} is an event log in the format of Windows (.evtx), which is not read.`,
  next: `Turn it into XML on a Windows machine: wevtutil qe "${file.name}" /lf:true /f:xml > log.xml, and import that file.`,
});

const withoutEvents = (file: ImportFile, { passedOver }: EventLogs): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'event-log-without-events',
  message:
    passedOver.length > 0
      ? `${file.path} holds no event of a log that is judged, but of ${passedOver.join(', ')}.`
      : `${file.path} holds no event, so it does not tell of which machine and log it is.`,
  next: 'Export the whole log, not a view of it; a log that is really empty cannot be told from a file.',
});
