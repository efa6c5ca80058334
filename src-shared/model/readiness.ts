import { z } from 'zod';
import { type Area, areaSchema, areas, type Step, stepSchema, steps } from './area';
import type { CatalogueEntry } from './catalogue';
import type { FindingRow } from './finding';

/** `not-applicable`: nothing that was judged applies, such as a step that the chosen scope leaves out. */
export const verdicts = ['ready', 'ready-with-warnings', 'blocked', 'not-known', 'not-applicable'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const verdictTitles: Readonly<Record<Verdict, string>> = {
  ready: 'Ready',
  'ready-with-warnings': 'Ready with warnings',
  blocked: 'Blocked',
  'not-known': 'Not known',
  'not-applicable': 'Does not apply',
};

const groupShape = {
  verdict: verdictSchema,
  /** Checks of the catalogue in this group. */
  total: z.number().int(),
  /** Of those, how many this version judges. */
  implemented: z.number().int(),
  /** Judged and applicable. */
  applicable: z.number().int(),
  /** Applicable with an outcome other than unknown. */
  conclusive: z.number().int(),
  passed: z.number().int(),
  /** Ids of failed checks of severity blocker. */
  blockers: z.array(z.string()),
  /** Ids of other failed checks and of warnings. */
  warnings: z.array(z.string()),
  /** Ids of unknown checks. */
  unknown: z.array(z.string()),
};

export const readinessSchema = z.strictObject({
  overall: z.strictObject(groupShape),
  areas: z.array(z.strictObject({ area: areaSchema, ...groupShape })),
  steps: z.array(z.strictObject({ step: stepSchema, ...groupShape })),
});
export type Readiness = z.infer<typeof readinessSchema>;
export type ReadinessGroup = Readiness['overall'];

/**
 * The one place that turns findings into verdicts; screen, command line, JSON and PDF all read its result.
 * Rule: a failed blocker blocks; else an unknown blocker-class check (or a group none of whose checks is judged, or all of whose applicable ones are unknown) is
 * not known; else a group none of whose checks applies does not apply; else any other fail, warning or unknown gives "ready with warnings"; else ready. Checks of the catalogue that this version does not judge
 * never count as passed: a group that has unjudged blocker-class checks cannot be better than not known.
 */
export function computeReadiness(catalogue: readonly CatalogueEntry[], findings: readonly FindingRow[]): Readiness {
  const byId = new Map(findings.map((finding) => [finding.checkId, finding]));
  return {
    overall: judgeGroup(catalogue, byId),
    areas: areas.map((area: Area) => ({
      area,
      ...judgeGroup(
        catalogue.filter((entry) => entry.area === area),
        byId,
      ),
    })),
    steps: steps.map((step: Step) => ({
      step,
      ...judgeGroup(
        catalogue.filter((entry) => entry.step === step),
        byId,
      ),
    })),
  };
}

/** A check of the other checks' findings has no channel of its own; counting it would count what it sums up twice. */
const isAggregate = (entry: CatalogueEntry): boolean => entry.channels.length === 0;

function judgeGroup(entries: readonly CatalogueEntry[], byId: ReadonlyMap<string, FindingRow>): ReadinessGroup {
  const judged = entries.flatMap((entry) => byId.get(entry.id) ?? []);
  const ownEntries = entries.filter((entry) => !isAggregate(entry));
  const own = ownEntries.flatMap((entry) => byId.get(entry.id) ?? []);
  const applicable = own.filter((finding) => finding.outcome !== 'not-applicable');
  const blockers = applicable.filter((finding) => finding.outcome === 'fail' && finding.severity === 'blocker');
  const unknown = applicable.filter((finding) => finding.outcome === 'unknown');
  const warnings = applicable.filter(
    (finding) => finding.outcome === 'warning' || (finding.outcome === 'fail' && finding.severity !== 'blocker'),
  );
  const unjudgedBlocker = ownEntries.some((entry) => entry.severity === 'blocker' && !byId.has(entry.id));
  const unknownBlocker = unjudgedBlocker || unknown.some((finding) => finding.severity === 'blocker');
  const isSilent = own.length === 0 || (unknown.length > 0 && unknown.length === applicable.length);
  const ids = (rows: readonly FindingRow[]): string[] => rows.map((row) => row.checkId);
  return {
    verdict: verdictOf({
      blockers: blockers.length,
      isNotKnown: unknownBlocker || isSilent,
      applies: applicable.length > 0,
      reservations: warnings.length + unknown.length,
    }),
    total: entries.length,
    implemented: judged.length,
    applicable: applicable.length,
    conclusive: applicable.length - unknown.length,
    passed: applicable.filter((finding) => finding.outcome === 'pass' || finding.outcome === 'info').length,
    blockers: ids(blockers),
    warnings: ids(warnings),
    unknown: ids(unknown),
  };
}

interface Judged {
  readonly blockers: number;
  readonly isNotKnown: boolean;
  readonly applies: boolean;
  readonly reservations: number;
}

function verdictOf({ blockers, isNotKnown, applies, reservations }: Judged): Verdict {
  if (blockers > 0) return 'blocked';
  if (isNotKnown) return 'not-known';
  if (!applies) return 'not-applicable';
  return reservations > 0 ? 'ready-with-warnings' : 'ready';
}
