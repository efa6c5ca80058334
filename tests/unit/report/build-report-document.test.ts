import { describe, expect, test } from 'vitest';
import { buildReportDocument } from '../../../src-main/report/build-report-document';
import type { CheckDescription } from '../../../src-shared/model/catalogue';
import type { Finding } from '../../../src-shared/model/finding';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { finding, reportInput } from './report-fixture';

const judgedAs = (
  id: string,
  outcome: Finding['outcome'],
  severity: Finding['severity'],
  step: Finding['step'],
): Finding => {
  const check = reportInput().checks[0] as CheckDescription;
  return { ...finding(check, outcome, 0), checkId: id, severity, step };
};

describe('order of findings', () => {
  const inOrder = [
    judgedAs('PRV-001', 'fail', 'blocker', 'prerequisites'),
    judgedAs('DIR-002', 'fail', 'blocker', 'pki'),
    judgedAs('DIR-003', 'fail', 'blocker', 'pki'),
    judgedAs('DIR-004', 'fail', 'high', 'prerequisites'),
    judgedAs('DIR-005', 'warning', 'blocker', 'prerequisites'),
    judgedAs('DIR-006', 'warning', 'low', 'prerequisites'),
    judgedAs('DIR-007', 'unknown', 'blocker', 'sso'),
    judgedAs('DIR-008', 'pass', 'blocker', 'prerequisites'),
    judgedAs('DIR-009', 'info', 'info', 'prerequisites'),
    judgedAs('DIR-010', 'not-applicable', 'blocker', 'prerequisites'),
  ];

  test.each([
    ['reversed', [...inOrder].reverse()],
    ['by id', [...inOrder].sort((a, b) => a.checkId.localeCompare(b.checkId))],
  ])('failed blockers lead, whatever the order they come in (%s)', (_name, findings) => {
    const before = findings.map(({ checkId }) => checkId);
    const document = buildReportDocument({ ...reportInput(), findings });
    expect(document.findings.map(({ checkId }) => checkId)).toEqual(inOrder.map(({ checkId }) => checkId));
    expect(findings.map(({ checkId }) => checkId)).toEqual(before);
  });
});

describe('report document', () => {
  test('matches its published shape', () => {
    expect(reportDocumentSchema.safeParse(buildReportDocument(reportInput())).error).toBeUndefined();
  });

  test('every id of the catalogue is either judged or listed as not judged', () => {
    const input = reportInput();
    const document = buildReportDocument(input);
    const judged = document.findings.map(({ checkId }) => checkId);
    const open = document.notJudged.map(({ id }) => id);
    expect(judged.length).toBeGreaterThan(0);
    expect([...judged, ...open].sort()).toEqual(input.checks.map(({ id }) => id).sort());
    expect(document.checks.map(({ id }) => id).sort()).toEqual(judged.sort());
    expect(document.catalogue.total).toBe(input.checks.length);
  });

  test('a finding keeps all its objects', () => {
    const most = Math.max(...buildReportDocument(reportInput()).findings.map(({ objects }) => objects.length));
    expect(most).toBe(120);
  });

  test('evidence stands by kind, target and time', () => {
    const keys = buildReportDocument(reportInput()).evidence.map(({ kind, target, collectedAt }) =>
      [kind, target, collectedAt].join(' '),
    );
    expect(keys).toHaveLength(21);
    expect(keys).toEqual([...keys].sort((a, b) => a.localeCompare(b, 'en')));
  });
});
