import { z } from 'zod';

/** Result of a check. `unknown` always carries an {@link UnknownReason} and is never shown as reassuring. */
export const outcomes = ['fail', 'warning', 'unknown', 'pass', 'info', 'not-applicable'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a check can answer besides `unknown`, which any check is where evidence is missing. */
export const knownOutcomes = [
  'pass',
  'warning',
  'fail',
  'info',
  'not-applicable',
] as const satisfies readonly Outcome[];
export const knownOutcomeSchema = z.enum(knownOutcomes);
export type KnownOutcome = z.infer<typeof knownOutcomeSchema>;

/** Worst first. */
export const severities = ['blocker', 'high', 'medium', 'low', 'info'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** Why nothing can be said. */
export const unknownReasons = [
  'not-collected',
  'access-denied',
  'unreachable',
  'stale',
  'contradictory',
  'unreadable',
  'check-error',
] as const;
export const unknownReasonSchema = z.enum(unknownReasons);
export type UnknownReason = z.infer<typeof unknownReasonSchema>;

export const outcomeTitles: Readonly<Record<Outcome, string>> = {
  fail: 'Fail',
  warning: 'Warning',
  unknown: 'Not known',
  pass: 'Pass',
  info: 'Information',
  'not-applicable': 'Not applicable',
};

export const severityTitles: Readonly<Record<Severity, string>> = {
  blocker: 'Blocker',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export const unknownReasonTitles: Readonly<Record<UnknownReason, string>> = {
  'not-collected': 'Not collected',
  'access-denied': 'Access denied',
  unreachable: 'Unreachable',
  stale: 'Too old',
  contradictory: 'Contradictory',
  unreadable: 'Unreadable',
  'check-error': 'Check error',
};

/** Sort key: the most urgent first (fail before warning before unknown …). */
export const outcomeRank = (outcome: Outcome): number => outcomes.indexOf(outcome);
/** Sort key: blocker = 0. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity);
