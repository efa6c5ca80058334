import { describe, expect, test } from 'vitest';
import { changeOf, compareReports } from '../../../src-main/report/compare-reports';
import { comparisonSchema } from '../../../src-shared/model/comparison';
import type { AffectedObject, Finding } from '../../../src-shared/model/finding';
import type { Outcome } from '../../../src-shared/model/outcome';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { object, reportDocument } from './report-fixture';

const document = reportDocument();
const [sample] = document.findings;

function reportWith(outcome: Outcome, change: Partial<Finding> = {}): ReportDocument {
  if (sample === undefined) throw new Error('The fixture has no finding');
  return { ...document, findings: [{ ...sample, outcome, objects: [], counts: {}, ...change }] };
}

const withObjects = (outcome: Outcome, objects: AffectedObject[], pass = 0): ReportDocument =>
  reportWith(outcome, { objects, counts: { ...(pass > 0 && { pass }) } });

describe('what became of something', () => {
  test.each<[Outcome | undefined, Outcome | undefined, string]>([
    ['pass', 'fail', 'regressed'],
    ['pass', 'warning', 'regressed'],
    ['warning', 'fail', 'regressed'],
    ['fail', 'warning', 'improved'],
    ['fail', 'pass', 'fixed'],
    ['warning', 'info', 'fixed'],
    ['fail', 'not-applicable', 'gone'],
    ['fail', 'unknown', 'undetermined'],
    ['pass', 'unknown', 'undetermined'],
    ['pass', undefined, 'undetermined'],
    ['unknown', undefined, 'gone'],
    ['unknown', 'pass', 'determined'],
    ['unknown', 'fail', 'determined'],
    [undefined, 'fail', 'new'],
    [undefined, 'unknown', 'new'],
    [undefined, 'pass', 'determined'],
    ['pass', 'info', 'unchanged'],
    ['fail', 'fail', 'unchanged'],
  ])('%s → %s: %s', (before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });
});

describe('two reports', () => {
  test('the same report twice: nothing changed', () => {
    const comparison = compareReports(document, document);
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison.counts).toMatchObject({ unchanged: document.findings.length, fixed: 0, regressed: 0 });
    expect(comparison.checks.flatMap(({ objects }) => objects)).toEqual([]);
  });

  test('a rule that changed is told apart from a change of the environment', () => {
    const [check] = compareReports(reportWith('pass', { revision: 1 }), reportWith('fail', { revision: 2 })).checks;
    expect(check).toMatchObject({ change: 'regressed', ruleChanged: true });
  });

  test('objects are followed by their identity, not by name or place', () => {
    const before = withObjects('fail', [object(1, 'fail'), object(2, 'fail')]);
    const after = withObjects('fail', [object(3, 'fail'), object(2, 'fail', 'RENAMED')]);
    const [check] = compareReports(before, after).checks;
    expect(check?.change).toBe('unchanged');
    expect(check?.objects.map(({ name, change }) => [name, change])).toEqual([
      ['PC0003.contoso.com', 'new'],
      ['PC0001.contoso.com', 'gone'],
    ]);
  });

  test('an object that is not listed any more counts as fixed only when unlisted ones passed', () => {
    const before = withObjects('fail', [object(1, 'fail')]);
    expect(compareReports(before, withObjects('pass', [], 3)).checks[0]?.objects[0]?.change).toBe('fixed');
    expect(compareReports(before, withObjects('pass', [object(2, 'pass')], 1)).checks[0]?.objects[0]?.change).toBe(
      'gone',
    );
  });

  test('objects of a check that is not known any more are not known either', () => {
    const before = withObjects('fail', [object(1, 'fail')]);
    expect(compareReports(before, withObjects('unknown', [])).checks[0]?.objects[0]?.change).toBe('undetermined');
  });

  test('a check that only one version judges', () => {
    const none = { ...document, findings: [] };
    expect(compareReports(none, reportWith('fail')).checks[0]).toMatchObject({ change: 'new', ruleChanged: true });
    expect(compareReports(reportWith('pass'), none).checks[0]).toMatchObject({ change: 'undetermined' });
  });
});

test('a conclusion changes with what it sums up and is counted nowhere', () => {
  const { readiness } = document;
  const withConclusion = (outcome: Outcome): ReportDocument => ({
    ...reportWith(outcome),
    readiness: { ...readiness, overall: { ...readiness.overall, conclusions: [sample?.checkId ?? ''] } },
  });
  const comparison = compareReports(withConclusion('fail'), withConclusion('pass'));
  expect(comparison.checks).toEqual([]);
  expect(comparison.counts).toMatchObject({ fixed: 0, unchanged: 0 });
  expect(comparison.conclusions).toMatchObject([{ checkId: sample?.checkId, change: 'fixed' }]);
});
