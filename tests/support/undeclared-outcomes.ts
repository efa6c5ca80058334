import { aggregates, checks } from '../../src-main/engine/check-registry';
import type { Finding } from '../../src-shared/model/finding';

const declared = new Map([...checks, ...aggregates].map(({ id, outcomes }) => [id, outcomes]));

/** `DIR-001 fail` of every finding whose check does not declare that it can come to that; nothing when all is well. */
export const undeclaredOutcomes = (findings: readonly Pick<Finding, 'checkId' | 'outcome'>[]): readonly string[] =>
  findings
    .filter(({ checkId, outcome }) => outcome !== 'unknown' && declared.get(checkId)?.includes(outcome) !== true)
    .map(({ checkId, outcome }) => `${checkId} ${outcome}`);
