import { expect, test } from 'vitest';
import { docxOf } from '../../../src-main/report/docx/write-docx';
import { remediationPlan } from '../../../src-main/report/remediation-plan';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import { reportJsonSchema } from '../../../src-main/report/report-json-schema';
import { reportSheets } from '../../../src-main/report/sheets/report-sheets';
import { roadmapTasks } from '../../../src-shared/model/roadmap-tasks';
import { membersOf } from '../../support/zip-members';
import { reportDocument } from './report-fixture';

const document = reportDocument();
const lines = remediationPlan(document);
const html = (profile: 'executive' | 'technical'): string =>
  renderReportHtml(document, { paper: 'A4', profile, nonce: 'n' });

test('every open finding is a line, numbered in the order of the roadmap', () => {
  const open = document.findings.filter(({ outcome }) => ['fail', 'warning', 'unknown'].includes(outcome));
  expect(open.length).toBeGreaterThan(10);
  expect(lines.map(({ item }) => item.checkId).sort()).toEqual(open.map(({ checkId }) => checkId).sort());
  expect([...new Set(lines.map(({ number }) => number))]).toEqual(
    roadmapTasks(document.roadmap.items).map((_, index) => index + 1),
  );
});

test('what is to be fixed has the first step of its remediation, what is not known says how to find out', () => {
  const fix = lines.find(({ item, command }) => item.kind === 'fix' && command !== undefined);
  const remediation = document.checks.find(({ id }) => id === fix?.item.checkId)?.remediation;
  expect(fix).toMatchObject({
    first: remediation?.steps[0],
    command: remediation?.command,
    verify: remediation?.verify,
  });
  const findOut = lines.filter(({ item }) => item.kind === 'find-out');
  expect(findOut.length).toBeGreaterThan(0);
  for (const line of findOut) {
    expect(line.command).toBeUndefined();
    expect(line.first).not.toBe('See the finding.');
  }
});

test('screen, tables and texts give the same lines in the same order', async () => {
  const ids = lines.map(({ item }) => item.checkId);
  const plan = reportSheets(document).find(({ name }) => name === 'Remediation plan');
  expect(plan?.rows.map((row) => row[3])).toEqual(ids);
  const section = html('technical').split('<section id="plan"')[1]?.split('<section')[0] ?? '';
  expect([...section.matchAll(/<a class="id" href="#finding-([A-Z]+-\d+)">/gu)].map(([, id]) => id)).toEqual(ids);
  const word = membersOf(await docxOf(document, { paper: 'A4', profile: 'technical' })).get('word/document.xml') ?? '';
  const [, table] = /Roadmap and remediation plan(.*?)<\/w:tbl>/su.exec(word) ?? [];
  expect([...(table ?? '').matchAll(/\(([A-Z]+-\d{3})\)<\/w:t>/gu)].map(([, id]) => id)).toEqual(ids);
});

test('management reads the roadmap, not the plan', () => {
  expect(html('executive')).toContain('id="roadmap"');
  expect(html('executive')).not.toContain('id="plan"');
});

test('the published schema names every part of the document', () => {
  const schema = JSON.stringify(reportJsonSchema());
  for (const part of Object.keys(document)) expect(schema).toContain(`"${part}"`);
});
