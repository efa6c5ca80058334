import {
  type Change,
  type CheckChange,
  type Comparison,
  changes,
  type ObjectChange,
} from '../../src-shared/model/comparison';
import type { AffectedObject, Finding } from '../../src-shared/model/finding';
import { type Outcome, severityRank } from '../../src-shared/model/outcome';
import { verdictTitles } from '../../src-shared/model/readiness';
import type { ReportDocument } from '../../src-shared/report/report-document';

type ComparedFinding = Omit<Finding, 'objects'> & { readonly objects: readonly ComparedObject[] };
type ComparedObject = Pick<AffectedObject, 'id' | 'kind' | 'name' | 'outcome'>;

/** A report with what a comparison takes from it. */
export type ComparedReport = Pick<ReportDocument, 'details' | 'judgedAt' | 'readiness'> & {
  readonly findings: readonly ComparedFinding[];
  readonly catalogue: Pick<ReportDocument['catalogue'], 'version' | 'judgedWith'>;
  readonly evidence: readonly { readonly id: string }[];
};

/** Compares two reports of the same environment, check by check and object by object by their stable identities; the most urgent change first. */
export function compareReports(before: ComparedReport, after: ComparedReport): Comparison {
  const [old, recent] = [findingsById(before), findingsById(after)];
  const known = new Set(before.evidence.map(({ id }) => id));
  const ids = [...new Set([...recent.keys(), ...old.keys()])];
  const all = ids
    .flatMap((id) => checkChange(old.get(id), recent.get(id), known) ?? [])
    .sort(
      (a, b) =>
        changes.indexOf(a.change) - changes.indexOf(b.change) ||
        severityRank(a.severity) - severityRank(b.severity) ||
        a.checkId.localeCompare(b.checkId, 'en'),
    );
  const conclusionIds = new Set([before, after].flatMap(({ readiness }) => readiness.overall.conclusions));
  const checks = all.filter(({ checkId }) => !conclusionIds.has(checkId));
  const conclusions = all.filter(({ checkId }) => conclusionIds.has(checkId));
  const counts = Object.fromEntries(changes.map((change) => [change, 0])) as Record<Change, number>;
  for (const { change } of checks) counts[change] += 1;
  return { schema: 1, before: sideOf(before), after: sideOf(after), counts, checks, conclusions };
}

const findingsById = ({ findings }: ComparedReport): ReadonlyMap<string, ComparedFinding> =>
  new Map(findings.map((finding) => [finding.checkId, finding]));

const sideOf = ({ details, judgedAt, catalogue, readiness }: ComparedReport): Comparison['before'] => ({
  customer: details.customer,
  title: details.title,
  judgedAt,
  catalogueVersion: catalogue.judgedWith ?? catalogue.version,
  verdict: verdictTitles[readiness.overall.verdict],
});

/** `evidence`: the ids of the older judgement's records. */
function checkChange(
  before: ComparedFinding | undefined,
  after: ComparedFinding | undefined,
  evidence: ReadonlySet<string>,
): CheckChange | undefined {
  const known = after ?? before;
  if (known === undefined) return undefined;
  const objects = before === undefined || after === undefined ? [] : objectChanges(before, after);
  return {
    checkId: known.checkId,
    area: known.area,
    title: known.title,
    severity: known.severity,
    ...(before && { before: before.outcome, summaryBefore: before.summary }),
    ...(after && { after: after.outcome, summaryAfter: after.summary }),
    change: changeOf(before?.outcome, after?.outcome),
    ruleChanged: before?.revision !== after?.revision,
    kept: after !== undefined && after.evidenceIds.length > 0 && after.evidenceIds.every((id) => evidence.has(id)),
    ...(after?.unknownReason === undefined ? {} : { unknownReason: after.unknownReason }),
    objects,
    objectCount: objects.length,
  };
}

/** How bad a known outcome is; what is in order is 0. */
const badness: Readonly<Record<Exclude<Outcome, 'unknown'>, number>> = {
  fail: 2,
  warning: 1,
  pass: 0,
  info: 0,
  'not-applicable': 0,
};

/** What became of something with these outcomes; undefined = not judged. */
export function changeOf(before: Outcome | undefined, after: Outcome | undefined): Change {
  if (before === after) return 'unchanged';
  if (after === undefined) return before === 'unknown' ? 'gone' : 'undetermined';
  if (after === 'unknown') return before === undefined ? 'new' : 'undetermined';
  if (before === undefined) return badness[after] > 0 ? 'new' : 'determined';
  if (before === 'unknown') return 'determined';
  if (after === 'not-applicable') return 'gone';
  const difference = badness[after] - badness[before];
  if (difference > 0) return 'regressed';
  if (difference === 0) return 'unchanged';
  return badness[after] === 0 ? 'fixed' : 'improved';
}

/**
 * Objects that did not pass are all listed, those that passed only in part: one that failed before and is not listed now has passed or is not there any
 * more. It counts as fixed when more objects passed than are listed, else as gone.
 */
function objectChanges(before: ComparedFinding, after: ComparedFinding): ObjectChange[] {
  const [old, recent] = [objectsById(before), objectsById(after)];
  const absent: Outcome | undefined = isPassListed(after) ? undefined : 'pass';
  const absentBefore: Outcome | undefined = isPassListed(before) ? undefined : 'pass';
  return [...new Set([...recent.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), recent.get(id)];
    const known = is ?? was;
    if (known === undefined) return [];
    const outcomes = {
      before: was?.outcome ?? absentBefore,
      after: is?.outcome ?? (after.outcome === 'unknown' ? 'unknown' : absent),
    } as const;
    const change = objectChange(outcomes.before, outcomes.after);
    if (change === 'unchanged') return [];
    const { kind, name } = known;
    return [
      {
        ...{ id, kind, name, change },
        ...(was && { before: was.outcome }),
        ...(is && { after: is.outcome }),
      },
    ];
  });
}

/** An object that is judged no more is gone, which a check never is without a reason; one that is new and in order is none of anybody's concern. */
function objectChange(before: Outcome | undefined, after: Outcome | undefined): Change {
  if (after === undefined) return 'gone';
  const change = changeOf(before, after);
  return before === undefined && change === 'determined' ? 'unchanged' : change;
}

const objectsById = ({ objects }: ComparedFinding): ReadonlyMap<string, ComparedObject> =>
  new Map(objects.map((object) => [object.id, object]));

const isPassListed = ({ objects, counts }: ComparedFinding): boolean =>
  objects.filter(({ outcome }) => outcome === 'pass').length === (counts.pass ?? 0);
