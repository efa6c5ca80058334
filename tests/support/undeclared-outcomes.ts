import { aggregates, checks } from '../../src-main/engine/check-registry';
import type { Finding } from '../../src-shared/model/finding';

const declared = new Map([...checks, ...aggregates].map(({ id, outcomes }) => [id, outcomes]));

/** `DIR-001 fail` of every finding whose check does not declare that it can come to that; nothing when all is well. */
export const undeclaredOutcomes = (findings: readonly Pick<Finding, 'checkId' | 'outcome'>[]): readonly string[] =>
  findings
    .filter(({ checkId, outcome }) => outcome !== 'unknown' && declared.get(checkId)?.includes(outcome) !== true)
    .map(({ checkId, outcome }) => `${checkId} ${outcome}`);

/** Throws for findings with an outcome their check does not declare, so that no evidence a test assesses brings one about unnoticed. */
export function refuseUndeclared(findings: readonly Pick<Finding, 'checkId' | 'outcome'>[]): void {
  const undeclared = undeclaredOutcomes(findings);
  if (undeclared.length > 0) throw new Error(`Outcomes their checks do not declare: ${undeclared.join(', ')}`);
}
