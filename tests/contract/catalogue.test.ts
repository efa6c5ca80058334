import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aggregates, checks } from '../../src-main/engine/check-registry';
import { describeCatalogue } from '../../src-main/engine/describe-catalogue';
import { evaluateChecks } from '../../src-main/engine/evaluate';
import { catalogue } from '../../src-main/knowledge/catalogue';
import { findQuestion, interviewQuestions } from '../../src-shared/interview/questions';
import { checkDescriptionSchema } from '../../src-shared/model/catalogue';
import { evidenceKinds } from '../../src-shared/model/evidence';
import { knownOutcomes } from '../../src-shared/model/outcome';
import { defaultScope } from '../../src-shared/model/scope';
import { undeclaredOutcomes } from '../support/undeclared-outcomes';

const root = join(import.meta.dirname, '../../src-main/checks');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(check|aggregate)\.ts$/u.test(file),
);
const judged = [...checks, ...aggregates];

/** Checks the first release must judge. */
const promised =
  `DIR-001 DIR-002 DIR-004 DIR-005 DIR-015 DIR-016 FED-002 FED-010 FED-013 FED-016 DEV-002 DEV-003 DEV-006 DEV-011 DEV-012 DEV-013
  PKI-001 PKI-003 PKI-005 PKI-010 PKI-017 PKI-019 PKI-023 PKI-024 PKI-025 PKI-026 PKI-027 PKI-032 POL-002 POL-003 POL-005 RA-001
  PRV-001 PRV-002 PRV-003 PRV-004 PRV-005 TRU-009`.split(/\s+/u);

describe('the catalogue', () => {
  it('has 238 ids, each once, 130 of them core', () => {
    expect(new Set(catalogue.map((entry) => entry.id)).size).toBe(238);
    expect(catalogue).toHaveLength(238);
    expect(catalogue.filter((entry) => entry.tier === 'core')).toHaveLength(130);
  });

  it('describes every id, and says which are not judged', () => {
    const described = describeCatalogue();
    expect(described.map((check) => check.id)).toEqual(catalogue.map((entry) => entry.id));
    for (const check of described) checkDescriptionSchema.parse(check);
    expect(described.filter(({ implemented, outcomes }) => implemented && outcomes === undefined)).toEqual([]);
    expect(described.filter((check) => check.implemented)).toHaveLength(judged.length);
  });

  it('judges every check this version promises', () => {
    const ids = new Set(judged.map((check) => check.id));
    expect(promised.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the interview', () => {
  it.each(interviewQuestions.map(({ id }) => id))('%s is asked for a check', (id) => {
    expect(checks.filter(({ asks }) => asks.includes(id))).not.toEqual([]);
  });
});

describe('check files', () => {
  it('are all registered, once each', () => {
    expect(judged).toHaveLength(files.length);
    expect(new Set(judged.map((check) => check.id)).size).toBe(judged.length);
  });

  it.each(files)('%s is named after its id and lies in its area', (file) => {
    const [area = '', name = ''] = file.split(/[\\/]/u);
    const id = /^[a-z]{2,3}-\d{3}/u.exec(name)?.[0].toUpperCase();
    expect(id?.split('-')[0]?.toLowerCase()).toBe(area);
    expect(readFileSync(join(root, file), 'utf8')).toContain(`id: '${id}'`);
  });

  it.each(files)('%s has cases', (file) => {
    const [area = '', name = ''] = file.split(/[\\/]/u);
    const id = name.slice(0, area.length + 4);
    expect(readdirSync(join(import.meta.dirname, '../unit/checks', area))).toContain(`${id}.test.ts`);
  });
});

it('tells findings with an outcome their check does not declare', () => {
  const findings = [
    { checkId: 'PKI-026', outcome: 'fail' },
    { checkId: 'PKI-026', outcome: 'warning' },
    { checkId: 'TRU-009', outcome: 'info' },
    { checkId: 'DIR-002', outcome: 'unknown' },
  ] as const;
  expect(undeclaredOutcomes(findings)).toEqual(['PKI-026 warning', 'TRU-009 info']);
});

describe.each(judged)('$id', (check) => {
  it('says why, where from and what to do', () => {
    expect(check.why.length).toBeGreaterThan(20);
    expect(check.sources.length).toBeGreaterThan(0);
    for (const source of check.sources) expect(new URL(source).protocol).toBe('https:');
    expect(check.remediation.steps.length).toBeGreaterThan(0);
    expect(check.remediation.verify.length).toBeGreaterThan(0);
  });

  it('declares what it can answer, each outcome once and in order, and not only one besides not applicable', () => {
    expect(check.outcomes).toEqual(knownOutcomes.filter((outcome) => check.outcomes.includes(outcome)));
    expect(check.outcomes.some((outcome) => outcome !== 'not-applicable')).toBe(true);
  });

  it('needs only kinds that exist', () => {
    if (!('needs' in check)) return;
    for (const need of check.needs) expect(evidenceKinds).toContain(need.replace(/\?$/u, ''));
    expect(check.needs.length).toBeGreaterThan(0);
  });

  it('names the questions of the interview whose answers it needs, and no others', () => {
    if (!('needs' in check)) return;
    const needsAnswers = check.needs.some((need) => need.replace(/\?$/u, '') === 'interview.answer');
    expect(check.asks.length > 0).toBe(needsAnswers);
    for (const id of check.asks) expect(findQuestion(id)?.id).toBe(id);
  });

  it('says nothing but unknown without evidence', () => {
    if (!('needs' in check)) return;
    const [finding] = evaluateChecks([check], [], { now: new Date(), scope: defaultScope });
    expect(['unknown', 'not-applicable']).toContain(finding?.outcome);
  });
});
