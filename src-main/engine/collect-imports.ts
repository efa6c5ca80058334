import { lastPartOf, type ReadFile } from '../../src-shared/host/messages';
import type { Collector, EvidenceDraft, EvidenceFailure, RawInput } from '../../src-shared/model/evidence';
import type { EvidencePath } from '../../src-shared/model/plan';
import type { Scope } from '../../src-shared/model/scope';
import { unknownTarget } from './collected-evidence';
import { hashFile } from './hash-file';
import { type FoundFile, type FoundFiles, findFiles } from './import-files';
import { type ImportGroup, planImports } from './import-plan';
import type { Importer, ImportFile } from './importer';
import type { CollectSink, DraftOrigin, RecordWriter } from './record-writer';
import { TargetReport } from './target-report';

/** Files up to this size are kept with the engagement, so that evidence can be shown and read again. */
const keptFileLimit = 64 * 1024 * 1024;

interface ImportJob {
  readonly paths: readonly EvidencePath[];
  readonly importers: readonly Importer[];
  readonly scope: Scope;
  readonly collector: Collector;
  readonly skip: ReadonlySet<string>;
  /** Files that are not read again. */
  readonly readBefore?: readonly ReadFile[];
  readonly signal: AbortSignal;
}

/** Reads all files of the given paths with the importers that recognise them. Rejects only when cancelled. */
export async function collectImports(job: ImportJob, sink: CollectSink, writer: RecordWriter): Promise<void> {
  if (job.paths.length === 0) return;
  const found = await findFiles(job.paths, job.signal);
  const { groups, unrecognised } = planImports(job.importers, found.files);
  for (const unreadable of found.unreadable) reportUnreadable(sink, unreadable);
  if (unrecognised.length > 0 || found.notes.length > 0) reportLeftOut(sink, unrecognised, found.notes);
  const waiting = groups
    .filter((group) => !job.skip.has(group.id))
    .map((group) => ({
      group,
      report: new TargetReport((target) => sink.target(target), group.id, group.importer.id, group.title),
    }));
  const siblings = found.files.map(({ file }) => file);
  for (const { group, report } of waiting) await readGroup({ group, report, siblings, job, sink, writer });
}

function reportUnreadable(sink: CollectSink, { path, message, next }: FoundFiles['unreadable'][number]): void {
  const report = new TargetReport((target) => sink.target(target), `import:unreadable:${path}`, 'import', path);
  report.failed({
    reason: 'unreadable',
    code: 'file-unreadable',
    message: message.slice(0, 2000),
    next,
  });
}

function reportLeftOut(sink: CollectSink, unrecognised: readonly FoundFile[], notes: readonly string[]): void {
  const report = new TargetReport(
    (target) => sink.target(target),
    'import:unrecognised',
    'import',
    'Files that were not used',
  );
  for (const { file } of unrecognised) report.note(`${file.path} is of no kind that this version reads.`);
  for (const note of notes) report.note(note);
  report.done(0);
}

interface GroupReading {
  readonly group: ImportGroup;
  readonly report: TargetReport;
  /** Every file of the import. */
  readonly siblings: readonly ImportFile[];
  readonly job: ImportJob;
  readonly sink: CollectSink;
  readonly writer: RecordWriter;
}

async function readGroup(reading: GroupReading): Promise<void> {
  const { group, report, job } = reading;
  if (job.signal.aborted) return report.cancelled();
  report.start('Reading');
  const result = group.importer.isFleet === true ? await readFleet(reading) : await readFiles(reading);
  const { facts, failures, keptFrom } = result;
  if (keptFrom !== undefined) report.note(unchangedNote(`${group.title} is`, keptFrom));
  if (job.signal.aborted) return report.cancelled();
  if (keptFrom !== undefined && failures.length === 0) report.kept(keptFrom);
  else report.ended(facts, failures);
}

interface GroupResult {
  readonly facts: number;
  readonly failures: readonly EvidenceFailure[];
  /** Nothing was read: everything was known since then (the newest of several). */
  readonly keptFrom?: string | undefined;
}

/** Each file by itself: one that cannot be read takes nothing from the others. */
async function readFleet(reading: GroupReading): Promise<GroupResult> {
  const { group, report, job } = reading;
  const failures: EvidenceFailure[] = [];
  const kept: string[] = [];
  let facts = 0;
  for (const [index, found] of group.files.entries()) {
    if (job.signal.aborted) break;
    const result = await readFiles({ ...reading, group: { ...group, title: found.file.path, files: [found] } });
    facts += result.facts;
    failures.push(...result.failures);
    if (result.keptFrom !== undefined) kept.push(result.keptFrom);
    report.progress(`${index + 1} of ${group.files.length} files`, facts);
  }
  const newest = kept.sort().at(-1);
  if (newest !== undefined && kept.length === group.files.length) return { facts, failures, keptFrom: newest };
  if (newest !== undefined) report.note(unchangedNote(`${kept.length} of ${group.files.length} files are`, newest));
  return { facts, failures };
}

/** What the importer makes of the files; of cancelled work what was made until then. */
async function readFiles(reading: GroupReading): Promise<GroupResult> {
  const { group, report, siblings, job, sink, writer } = reading;
  const failures: EvidenceFailure[] = [];
  let facts = 0;
  try {
    const hashes = await keepFiles(group, writer);
    const known = knownFile(group, hashes, job);
    if (known !== undefined) return { facts: 0, failures: [], keptFrom: known.collectedAt };
    const tooLarge = group.files.find(({ file }) => file.size > group.importer.sizeLimit);
    if (tooLarge !== undefined) return await failWhole(reading, tooLargeFailure(tooLarge, group.importer));
    const progress = (phase: string, count: number): void => report.progress(phase, count);
    const context = { scope: job.scope, signal: job.signal, progress, siblings };
    for await (const draft of group.importer.read(
      group.files.map(({ file }) => file),
      context,
    )) {
      job.signal.throwIfAborted();
      await writer.write(draft, originOf(draft, group, hashes, job.collector));
      facts += draft.facts;
      if (draft.isInherent) report.note(draft.failure?.message ?? '');
      else if (draft.failure !== undefined) failures.push(draft.failure);
      for (const note of draft.notes ?? []) report.note(note);
    }
    return { facts, failures };
  } catch (error) {
    if (job.signal.aborted) return { facts, failures };
    sink.log(
      'error',
      `importer ${group.importer.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    const reason = error instanceof Error ? error.message : String(error);
    return await failWhole(reading, {
      reason: 'unreadable',
      code: 'import-error',
      message: `${group.title} could not be read: ${reason}`.slice(0, 2000),
      next: 'Check that the file is whole and of the kind its name says, then import it again. Everything else was kept.',
    });
  }
}

/**
 * The same bytes under the same name, read before: they tell nothing new, and are no younger for being handed over again. Unless somebody says that they were collected later. Files
 * that are read as one are read again: which of them made which fact is not known.
 */
function knownFile(
  { importer, files }: ImportGroup,
  hashes: ReadonlyMap<string, string>,
  { readBefore = [] }: ImportJob,
): ReadFile | undefined {
  const [only, ...others] = files;
  if (only === undefined || others.length > 0) return undefined;
  const sha256 = hashes.get(only.file.location);
  const name = lastPartOf(only.file.location);
  const known = readBefore.find((each) => each.by === importer.id && each.sha256 === sha256 && each.name === name);
  const stated = only.origin.collectedAt;
  if (known === undefined || (stated !== undefined && Date.parse(stated) > Date.parse(known.collectedAt)))
    return undefined;
  return known;
}

const unchangedNote = (what: string, from: string): string =>
  `${what} unchanged: not imported twice, the facts stay those of ${from.slice(0, 10)}. What was collected anew with the same content needs to say when (collectedAt).`;

/** Records that each kind the files should have given is missing, and why. */
async function failWhole({ group, job, writer }: GroupReading, failure: EvidenceFailure): Promise<GroupResult> {
  const source = {
    way: 'import',
    by: group.importer.id,
    location: group.files[0]?.file.location ?? group.title,
  } as const;
  for (const kind of group.importer.gives) {
    const draft = { kind, target: unknownTarget, source, status: 'failed', failure, facts: 0 } as const;
    await writer.write(draft, originOf(draft, group, new Map(), job.collector));
  }
  return { facts: 0, failures: [failure] };
}

const tooLargeFailure = ({ file }: FoundFile, importer: Importer): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'file-too-large',
  message: `${file.path} has ${Math.ceil(file.size / 1024 / 1024)} MiB; a file of the kind "${importer.title}" may have at most ${Math.floor(importer.sizeLimit / 1024 / 1024)} MiB. It was not read.`,
  next: 'Export only the parts that are needed, or split the export.',
});

/** Stores the raw files and returns location → SHA-256. */
async function keepFiles(group: ImportGroup, writer: RecordWriter): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const { file } of group.files) {
    const keep = file.size <= Math.min(keptFileLimit, group.importer.sizeLimit);
    hashes.set(file.location, keep ? await writer.writeRaw(await rawOf(file)) : await hashFile(file));
  }
  return hashes;
}

async function rawOf(file: FoundFile['file']): Promise<RawInput> {
  return { name: file.path, mediaType: 'application/octet-stream', bytes: await file.bytesOf() };
}

/** Several files read as one stand for the first of them, unless the draft names another. */
function originOf(
  draft: EvidenceDraft,
  group: ImportGroup,
  hashes: ReadonlyMap<string, string>,
  collector: Collector,
): DraftOrigin {
  const found = group.files.find(({ file }) => file.location === draft.source.location) ?? group.files[0];
  const origin = found?.origin;
  const sha256 = found === undefined ? undefined : hashes.get(found.file.location);
  return {
    collector: origin?.collectedBy === undefined ? collector : { ...collector, user: origin.collectedBy },
    collectedAt:
      origin?.collectedAt === undefined ? new Date().toISOString() : new Date(origin.collectedAt).toISOString(),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(found?.file.archive === undefined ? {} : { archive: found.file.archive }),
  };
}
