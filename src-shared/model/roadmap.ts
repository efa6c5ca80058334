import { z } from 'zod';
import { stepSchema, steps } from './area';
import { type CheckDescription, sumsUpOthers } from './catalogue';
import { isOfWhole, objectsDecided } from './decision-standing';
import { type Effort, effortOf, effortSchema, efforts } from './effort';
import type { FindingRow } from './finding';
import { outcomeRank, severityRank } from './outcome';
import type { Decision, StatedReview } from './review';
import { unknownGroups } from './unknown-groups';

/** In this order. `now`: nothing stands before it; `next`: one gate stands before it, or nothing waits for it; `later`: the rest. */
export const horizons = ['now', 'next', 'later'] as const;
export const horizonSchema = z.enum(horizons);
export type Horizon = z.infer<typeof horizonSchema>;

export const horizonTitles: Readonly<Record<Horizon, string>> = { now: 'Now', next: 'Next', later: 'Later' };

export const roadmapItemSchema = z.strictObject({
  checkId: z.string(),
  step: stepSchema,
  horizon: horizonSchema,
  /** Fails and warnings are fixed; unknowns are found out. */
  kind: z.enum(['fix', 'find-out']),
  /** What to do, as an imperative. */
  task: z.string(),
  effort: effortSchema,
  /** Steps that wait for this one's step, up to and with the next step that something blocks; empty when it blocks nothing. */
  unblocks: z.array(stepSchema),
  /** How many other items block the same step: all of them have to be settled before the steps behind it can go on. */
  together: z.number().int().min(0),
  /** It was decided to do it; `day` is the last day of the decision (ISO 8601), if it has one. */
  planned: z.strictObject({ day: z.string().optional() }).optional(),
  /** Affected objects, and how many of them a decision in force has taken off the roadmap. */
  objects: z.strictObject({ affected: z.number().int().min(0), settled: z.number().int().min(0) }),
});
export type RoadmapItem = z.infer<typeof roadmapItemSchema>;

export const roadmapSchema = z.strictObject({
  /** In the order in which to go about them. */
  items: z.array(roadmapItemSchema),
  /** Ids of open findings that a decision in force has taken off the roadmap. */
  settled: z.array(z.string()),
});
export type Roadmap = z.infer<typeof roadmapSchema>;

export const emptyRoadmap: Roadmap = { items: [], settled: [] };

type Entry = Pick<CheckDescription, 'id' | 'channels' | 'needs' | 'helps' | 'remediation'>;

/** 0: it blocks the deployment, or may; 1: it should not wait; 2: the rest. */
type Urgency = 0 | 1 | 2;

interface Open {
  readonly row: FindingRow;
  readonly urgency: Urgency;
  readonly task: string;
  readonly effort: Effort;
  readonly settledObjects: number;
}

/** Decisions after which nothing is left to do; `planned` is none of them. */
const settles: readonly Decision[] = ['accepted-risk', 'false-positive', 'not-in-scope'];

const isOpen = ({ outcome }: FindingRow): boolean =>
  outcome === 'fail' || outcome === 'warning' || outcome === 'unknown';

/**
 * What to do, in which order; the one place that says so. A step with something that blocks it is a gate for the steps behind it. An item is as many horizons
 * away as gates stand before it, and at least as many as it is less urgent than the most urgent item. Among equals what takes less effort comes first.
 * Decisions in force take findings away, or single objects of them: a finding leaves when all its affected objects have. Verdicts stay as they are.
 * Checks that sum up others are settled when those are, so they are never an item.
 */
export function buildRoadmap(
  rows: readonly FindingRow[],
  catalogue: readonly Entry[],
  reviews: readonly StatedReview[],
): Roadmap {
  const conclusions = new Set(catalogue.filter(sumsUpOthers).map(({ id }) => id));
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const inForce = reviews.filter(({ state }) => state === 'in-force');
  const candidates = rows
    .filter((row) => isOpen(row) && !conclusions.has(row.checkId))
    .map(
      (row): Open => ({
        row,
        urgency: urgencyOf(row),
        task: taskOf(row, entries),
        effort: effortOf(row, entries.get(row.checkId)?.remediation),
        settledObjects: settledObjects(row, inForce),
      }),
    );
  const items = candidates.filter((candidate) => !isSettled(candidate, inForce));
  return {
    items: placed(items, rows, inForce),
    settled: candidates.filter((candidate) => !items.includes(candidate)).map(({ row }) => row.checkId),
  };
}

function placed(open: readonly Open[], rows: readonly FindingRow[], inForce: readonly StatedReview[]): RoadmapItem[] {
  const gates = steps.filter((step) => open.some(({ row, urgency }) => urgency === 0 && row.step === step));
  const mostUrgent = Math.min(...open.map(({ urgency }) => urgency));
  const inScope = steps.filter((step) => rows.some((row) => row.step === step && row.outcome !== 'not-applicable'));
  const distance = ({ row, urgency }: Open): number => {
    const gatesBefore = gates.filter((gate) => steps.indexOf(gate) < steps.indexOf(row.step)).length;
    return Math.min(horizons.length - 1, Math.max(urgency - mostUrgent, gatesBefore));
  };
  return [...open]
    .sort((a, b) => distance(a) - distance(b) || compareOpen(a, b))
    .map((item) => ({
      checkId: item.row.checkId,
      step: item.row.step,
      horizon: horizons[distance(item)] ?? 'later',
      kind: item.row.outcome === 'unknown' ? 'find-out' : 'fix',
      task: item.task,
      effort: item.effort,
      unblocks: item.urgency === 0 ? stepsBehind(item.row.step, gates, inScope) : [],
      together:
        item.urgency === 0
          ? open.filter(({ row, urgency }) => urgency === 0 && row.step === item.row.step).length - 1
          : 0,
      ...plannedOf(item.row, inForce),
      objects: { affected: item.row.affectedCount, settled: item.settledObjects },
    }));
}

/** What is not known has to be found out before anybody can tell what to do about it. */
function taskOf(row: FindingRow, entries: ReadonlyMap<string, Entry>): string {
  const remediation = entries.get(row.checkId)?.remediation;
  const task = row.outcome === 'unknown' ? undefined : (remediation?.task ?? remediation?.steps[0]);
  return task ?? unknownGroups([row], entries)[0]?.howToFindOut ?? 'Decide what to do with the finding.';
}

/** What is open first by urgency, then by step: it is a gate for the later ones. */
const compareOpen = (a: Open, b: Open): number =>
  a.urgency - b.urgency ||
  steps.indexOf(a.row.step) - steps.indexOf(b.row.step) ||
  outcomeRank(a.row.outcome) - outcomeRank(b.row.outcome) ||
  severityRank(a.row.severity) - severityRank(b.row.severity) ||
  efforts.indexOf(a.effort) - efforts.indexOf(b.effort) ||
  b.row.affectedCount - a.row.affectedCount ||
  a.row.checkId.localeCompare(b.row.checkId, 'en');

/** A warning on a blocker-class check blocks nothing: it does not count as a blocker in the verdict either. */
function urgencyOf({ outcome, severity }: FindingRow): Urgency {
  if (severity === 'blocker') return outcome === 'warning' ? 1 : 0;
  return severity === 'high' ? 1 : 2;
}

function stepsBehind(
  step: RoadmapItem['step'],
  gates: readonly RoadmapItem['step'][],
  inScope: readonly RoadmapItem['step'][],
): RoadmapItem['step'][] {
  const behind = inScope.filter((other) => steps.indexOf(other) > steps.indexOf(step));
  const nextGate = behind.findIndex((other) => gates.includes(other));
  return nextGate === -1 ? behind : behind.slice(0, nextGate + 1);
}

const settledObjects = ({ checkId }: FindingRow, inForce: readonly StatedReview[]): number =>
  inForce
    .filter(({ review }) => review.checkId === checkId && settles.includes(review.decision))
    .reduce((sum, stated) => sum + objectsDecided(stated), 0);

function isSettled({ row, settledObjects: settled }: Open, inForce: readonly StatedReview[]): boolean {
  const asAWhole = inForce.some(
    ({ review }) => review.checkId === row.checkId && isOfWhole(review) && settles.includes(review.decision),
  );
  return asAWhole || (row.affectedCount > 0 && settled >= row.affectedCount);
}

function plannedOf({ checkId }: FindingRow, inForce: readonly StatedReview[]): Pick<RoadmapItem, 'planned'> {
  const plan = inForce.find(
    ({ review }) => review.checkId === checkId && isOfWhole(review) && review.decision === 'planned',
  )?.review;
  if (plan === undefined) return {};
  return { planned: plan.until === undefined ? {} : { day: plan.until } };
}
