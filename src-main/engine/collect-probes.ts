import type { Collector, EvidenceDraft, EvidenceFailure, EvidenceRecord } from '../../src-shared/model/evidence';
import type { LiveSources } from '../../src-shared/model/plan';
import type { Scope } from '../../src-shared/model/scope';
import { present } from '../evidence/present';
import { HostLimiter } from './host-limiter';
import { type Probe, ProbeFailure, type ProbeTarget } from './probe';
import type { CollectSink, RecordWriter } from './record-writer';
import { TargetReport } from './target-report';

/** Targets may follow from what earlier ones gave (a CRL from a certificate from a CA object); more rounds than this would be a loop. */
const roundLimit = 6;
/** Targets at once. They mostly wait for distant servers; with fewer places a forest of 60 domain controllers would be read in many turns. */
const placesInAll = 64;

interface ProbeJob {
  readonly probes: readonly Probe[];
  readonly scope: Scope;
  readonly live: LiveSources;
  readonly password: (sourceId: string) => string | undefined;
  readonly collector: Collector;
  readonly skip: ReadonlySet<string>;
  readonly known: readonly EvidenceRecord[];
  readonly signal: AbortSignal;
  /** See ProbeContext. */
  readonly openAddress?: (url: string) => void;
}

/** Runs all probes side by side, in rounds until no new target follows from what was found. Does not reject; failures are recorded per target. */
export async function collectProbes(job: ProbeJob, sink: CollectSink, writer: RecordWriter): Promise<void> {
  const evidence: EvidenceRecord[] = [...job.known];
  const visited = new Set(job.skip);
  const limiter = new HostLimiter({ total: placesInAll, perHost: 2 });
  for (let round = 0; round < roundLimit && !job.signal.aborted; round += 1) {
    const input = { scope: job.scope, live: job.live, evidence };
    const next = job.probes.flatMap((probe) =>
      probe
        .targets(input)
        .filter((target) => !visited.has(target.id))
        .map((target) => ({
          probe,
          target,
          report: new TargetReport((state) => sink.target(state), target.id, probe.id, target.title),
        })),
    );
    if (next.length === 0) return;
    for (const { target } of next) visited.add(target.id);
    const found = await Promise.all(
      next.map(({ probe, target, report }) =>
        limiter.run(target.hosts, () => visitTarget(probe, target, report, { ...job, evidence }, sink, writer)),
      ),
    );
    evidence.push(...found.flat());
  }
}

interface Visit extends ProbeJob {
  readonly evidence: readonly EvidenceRecord[];
}

async function visitTarget(
  probe: Probe,
  target: ProbeTarget,
  report: TargetReport,
  visit: Visit,
  sink: CollectSink,
  writer: RecordWriter,
): Promise<EvidenceRecord[]> {
  if (visit.signal.aborted) {
    report.cancelled();
    return [];
  }
  report.start('Connecting');
  const records: EvidenceRecord[] = [];
  const failures: EvidenceFailure[] = [];
  const keep = async (draft: EvidenceDraft): Promise<void> => {
    const header = await writer.write(draft, { collector: visit.collector, collectedAt: new Date().toISOString() });
    // The header was made from this very draft, so kind and data belong together.
    records.push({ ...header, ...(draft.data === undefined ? {} : { data: draft.data }) } as EvidenceRecord);
    if (draft.failure !== undefined) failures.push(draft.failure);
    for (const note of draft.notes ?? []) report.note(note);
  };
  const deadline = AbortSignal.timeout(probe.deadline);
  const signal = AbortSignal.any([visit.signal, deadline]);
  const { scope, live, password, evidence, openAddress } = visit;
  try {
    const progress = (phase: string, facts: number): void => report.progress(phase, facts);
    const context = { scope, live, evidence, password, signal, progress, ...present({ openAddress }) };
    for await (const draft of probe.collect(target, context)) await keep(draft);
  } catch (error) {
    if (!visit.signal.aborted) {
      const failure = failureOf(error, target, deadline.aborted, probe, sink);
      failures.unshift(failure);
      await recordMissing(probe, target, failure, records, keep);
    }
  }
  end(report, visit.signal.aborted, failures, records);
  return records;
}

function end(
  report: TargetReport,
  cancelled: boolean,
  failures: readonly EvidenceFailure[],
  records: readonly EvidenceRecord[],
): void {
  if (cancelled) report.cancelled();
  else
    report.ended(
      records.reduce((sum, record) => sum + record.facts, 0),
      failures,
    );
}

/** Every kind the target was to give and did not leaves its reason, so that no check mistakes silence for absence. */
async function recordMissing(
  probe: Probe,
  target: ProbeTarget,
  failure: EvidenceFailure,
  records: readonly EvidenceRecord[],
  keep: (draft: EvidenceDraft) => Promise<void>,
): Promise<void> {
  const given = new Set(records.map((record) => `${record.kind} ${record.target.toLowerCase()}`));
  const missing = probe.gives(target).filter((gift) => !given.has(`${gift.kind} ${gift.target.toLowerCase()}`));
  const source = { way: 'probe', by: probe.id, location: target.title } as const;
  for (const { kind, target: about } of missing) {
    await keep({ kind, target: about, source, status: 'failed', failure, facts: 0 });
  }
}

function failureOf(
  error: unknown,
  target: ProbeTarget,
  timedOut: boolean,
  probe: Probe,
  sink: CollectSink,
): EvidenceFailure {
  if (error instanceof ProbeFailure) return error.failure;
  if (timedOut) {
    return {
      reason: 'unreachable',
      code: 'deadline',
      message: `${target.title} did not finish within ${Math.round(probe.deadline / 60_000)} minutes and was given up. What it had given is kept.`,
      next: 'Check the connection to it, then read the incomplete targets again.',
    };
  }
  sink.log(
    'error',
    `probe ${probe.id} at ${target.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return {
    reason: 'check-error',
    code: 'probe-error',
    message: `Reading ${target.title} stopped because of an error in the product.`,
    next: 'The log has the details. Everything else was kept; read the incomplete targets again or import a file instead.',
  };
}
