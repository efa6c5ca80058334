import { z } from 'zod';
import { assertNever } from './assert-never';
import { type CatalogueEntry, sumsUpOthers } from './catalogue';
import type { Finding } from './finding';

/**
 * What a finding is counted as: every finding is exactly one of these. The first four apply; a conclusion sums up other findings and adds to no number, however
 * it came out.
 */
export const countedAs = ['blocker', 'warning', 'unknown', 'passed', 'not-applicable', 'conclusion'] as const;
export const countedAsSchema = z.enum(countedAs);
export type CountedAs = z.infer<typeof countedAsSchema>;

export const countedAsTitles: Readonly<Record<CountedAs, string>> = {
  blocker: 'Blockers',
  warning: 'Warnings',
  unknown: 'Not known',
  passed: 'Passed or for information',
  'not-applicable': 'Not applicable in this scope',
  conclusion: 'Conclusions drawn from other checks',
};

/**
 * The one place that says so; readiness, lists, filters and every format of the report ask here. `entry` is that of the finding's check, absent when the catalogue
 * does not have it any more.
 */
export function countAs(
  { outcome, severity }: Pick<Finding, 'outcome' | 'severity'>,
  entry: Pick<CatalogueEntry, 'channels'> | undefined,
): CountedAs {
  if (entry !== undefined && sumsUpOthers(entry)) return 'conclusion';
  switch (outcome) {
    case 'fail':
      return severity === 'blocker' ? 'blocker' : 'warning';
    case 'warning':
      return 'warning';
    case 'unknown':
      return 'unknown';
    case 'pass':
    case 'info':
      return 'passed';
    case 'not-applicable':
      return 'not-applicable';
    default:
      return assertNever(outcome);
  }
}
