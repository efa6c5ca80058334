import { it } from 'vitest';
import type { AggregateCheck } from '../../../../src-main/checks/define-check';
import { evaluateAggregates } from '../../../../src-main/engine/evaluate';
import { catalogue } from '../../../../src-main/knowledge/catalogue';
import type { Finding } from '../../../../src-shared/model/finding';
import { defaultScope } from '../../../../src-shared/model/scope';
import { type Expectation, expectDeclared, expectFinding, itHasCasesForAll, now } from '../check-cases';

/** Findings of the whole catalogue, all passed, but for those given by id; `undefined` = not judged by this version. */
export function findings(other: Readonly<Record<string, Partial<Finding> | undefined>> = {}): readonly Finding[] {
  return catalogue
    .filter(({ id }) => !(id in other && other[id] === undefined))
    .map(({ id, area, step, title, severity }) => ({
      checkId: id,
      revision: 1,
      area,
      step,
      title,
      outcome: 'pass',
      severity,
      summary: `What ${id} saw.`,
      observations: [],
      counts: {},
      objects: [],
      evidenceIds: [],
      missing: [],
      ...other[id],
    }));
}
export const failed = { outcome: 'fail' } as const;
export const open = { outcome: 'unknown', unknownReason: 'access-denied' } as const;
export const warned = { outcome: 'warning' } as const;

export interface AggregateCase extends Expectation {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** The finding of an aggregate, through the engine; its own finding is never among those it judges. */
export function judgeFindings(aggregate: AggregateCheck, given: readonly Finding[]): Finding {
  const others = given.filter(({ checkId }) => checkId !== aggregate.id);
  const context = { now: new Date(now), scope: defaultScope };
  const [finding] = evaluateAggregates([aggregate], others, context, (_, error) => {
    throw error;
  });
  if (finding === undefined) throw new Error('The engine gave no finding.');
  expectDeclared(aggregate, finding);
  return finding;
}

export const runCases = (aggregate: AggregateCheck, cases: readonly AggregateCase[]): void => {
  it.each(cases)('$name → $outcome', (testCase) => {
    expectFinding(judgeFindings(aggregate, testCase.findings), testCase);
  });
  itHasCasesForAll(aggregate, cases);
};
