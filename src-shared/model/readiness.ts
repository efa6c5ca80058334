import { z } from 'zod';
import { type Area, areaSchema, areas, type Step, stepSchema, steps } from './area';
import { type CatalogueEntry, sumsUpOthers } from './catalogue';
import { type CountedAs, countAs } from './counted-as';
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
  /** Judged and applicable: blockers, warnings, unknown and passed ones together. */
  applicable: z.number().int(),
  /** Applicable with an outcome other than unknown. */
  conclusive: z.number().int(),
  /** Passed, or for information only. */
  passed: z.number().int(),
  /** Ids of failed checks of severity blocker. */
  blockers: z.array(z.string()),
  /** Ids of other failed checks and of warnings. */
  warnings: z.array(z.string()),
  /** Ids of unknown checks. */
  unknown: z.array(z.string()),
  /** Ids of judged checks that sum up others: they are in none of the numbers above but `total` and `implemented`. */
  conclusions: z.array(z.string()).default([]),
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

function judgeGroup(entries: readonly CatalogueEntry[], byId: ReadonlyMap<string, FindingRow>): ReadinessGroup {
  const judged = entries.flatMap((entry) => {
    const finding = byId.get(entry.id);
    return finding === undefined ? [] : [{ finding, as: countAs(finding, entry) }];
  });
  const those = (wanted: CountedAs): FindingRow[] =>
    judged.filter(({ as }) => as === wanted).map(({ finding }) => finding);
  const [blockers, warnings, unknown] = [those('blocker'), those('warning'), those('unknown')];
  const conclusions = those('conclusion');
  const passed = those('passed').length;
  const applicable = blockers.length + warnings.length + unknown.length + passed;
  const unjudgedBlocker = entries.some(
    (entry) => entry.severity === 'blocker' && !sumsUpOthers(entry) && !byId.has(entry.id),
  );
  const unknownBlocker = unjudgedBlocker || unknown.some((finding) => finding.severity === 'blocker');
  const isSilent = judged.length === conclusions.length || (unknown.length > 0 && unknown.length === applicable);
  const ids = (rows: readonly FindingRow[]): string[] => rows.map((row) => row.checkId);
  return {
    verdict: verdictOf({
      blockers: blockers.length,
      isNotKnown: unknownBlocker || isSilent,
      applies: applicable > 0,
      reservations: warnings.length + unknown.length,
    }),
    total: entries.length,
    implemented: judged.length,
    applicable,
    conclusive: applicable - unknown.length,
    passed,
    blockers: ids(blockers),
    warnings: ids(warnings),
    unknown: ids(unknown),
    conclusions: ids(conclusions),
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
