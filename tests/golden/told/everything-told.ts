import { readinessText } from '../../../src-main/cli/readiness-text';
import { compareReports } from '../../../src-main/report/compare-reports';
import { buildDeltaDocument } from '../../../src-main/report/delta/build-delta-document';
import { findingRow } from '../../../src-main/report/finding-row';
import { renderReport } from '../../../src-main/report/render-report';
import type { ReportProfile } from '../../../src-main/report/report-options';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { toldByPage } from './by-page';
import { rowsOfCsv, rowsOfWorkbook, toldByTables } from './by-tables';
import { toldByTerminal } from './by-terminal';
import { toldByWord } from './by-word';
import { countsOf, shareIn, type Told } from './counts';

/** Every number that a report of this document tells, by format and place. */
export async function everythingTold(document: ReportDocument): Promise<readonly (readonly [string, Told])[]> {
  const { readiness, findings } = document;
  const places = {
    terminal: toldByTerminal(readinessText(readiness, findings.map(findingRow), [])),
    json: toldByJson(await textOf(document, 'json', 'technical')),
    technical: toldByPage(await textOf(document, 'html', 'technical')),
    executive: toldByPage(await textOf(document, 'html', 'executive')),
    word: toldByWord(await bytesOf(document, 'docx', 'technical')),
    'executive word': toldByWord(await bytesOf(document, 'docx', 'executive')),
    workbook: toldByTables(rowsOfWorkbook(await bytesOf(document, 'xlsx', 'technical'))),
    csv: toldByTables(await tablesOf(document)),
    roadmap: { open: toldByRoadmap(document) },
    comparison: { unchanged: toldByComparison(document) },
    delta: { sides: toldByDelta(await deltaPage(document)) },
  };
  return Object.entries(places).flatMap(([format, told]) =>
    Object.entries(told).map(([place, counts]) => [`${format}: ${place}`, counts] as const),
  );
}

const rendered = (
  document: ReportDocument,
  format: 'json' | 'html' | 'docx' | 'xlsx' | 'csv',
  profile: ReportProfile,
) => renderReport(document, { format, profile, paper: 'A4', nonce: 'n' });

async function textOf(document: ReportDocument, format: 'json' | 'html', profile: ReportProfile): Promise<string> {
  const text = await rendered(document, format, profile);
  if (typeof text !== 'string') throw new Error(`${format} is no text`);
  return text;
}

async function bytesOf(document: ReportDocument, format: 'docx' | 'xlsx', profile: ReportProfile): Promise<Uint8Array> {
  const bytes = await rendered(document, format, profile);
  if (!(bytes instanceof Uint8Array)) throw new Error(`${format} is no file`);
  return bytes;
}

async function tablesOf(document: ReportDocument) {
  const files = await rendered(document, 'csv', 'technical');
  if (!(files instanceof Map)) throw new Error('csv is not several files');
  return new Map([...files].map(([name, csv]) => [name.replace(/\.csv$/u, ''), rowsOfCsv(csv)]));
}

/** What the export says of itself, and what whoever counts its findings gets who leaves the conclusions out. */
function toldByJson(text: string): Readonly<Record<string, Told>> {
  const { readiness, findings } = reportDocumentSchema.parse(JSON.parse(text));
  const counted = findings.filter(({ checkId }) => !readiness.overall.conclusions.includes(checkId));
  const withOutcome = (...wanted: readonly string[]) => counted.filter(({ outcome }) => wanted.includes(outcome));
  const blockers = withOutcome('fail').filter(({ severity }) => severity === 'blocker').length;
  return {
    readiness: countsOf(readiness),
    findings: {
      All: {
        blockers,
        warnings: withOutcome('fail', 'warning').length - blockers,
        unknown: withOutcome('unknown').length,
        passed: withOutcome('pass', 'info').length,
        notApplicable: withOutcome('not-applicable').length,
        conclusions: findings.length - counted.length,
      },
    },
  };
}

/** What is open is on the roadmap, or was decided about; nothing else is. */
function toldByRoadmap({ findings, roadmap: { items, settled } }: ReportDocument): Told {
  const ids = [...items.map(({ checkId }) => checkId), ...settled];
  const open = findings.filter(({ checkId }) => ids.includes(checkId));
  const blockers = open.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'blocker').length;
  const unknown = open.filter(({ outcome }) => outcome === 'unknown').length;
  return { All: { blockers, unknown, warnings: ids.length - blockers - unknown } };
}

/** Of a report and itself. */
function toldByComparison(document: ReportDocument): Told {
  const { checks, conclusions, counts } = compareReports(document, document);
  const having = (...wanted: readonly string[]) => checks.filter(({ after = '' }) => wanted.includes(after));
  const blockers = having('fail').filter(({ severity }) => severity === 'blocker').length;
  return {
    All: {
      blockers,
      warnings: having('fail', 'warning').length - blockers,
      unknown: having('unknown').length,
      notApplicable: counts.unchanged - having('fail', 'warning', 'unknown', 'pass', 'info').length,
      conclusions: conclusions.length,
    },
  };
}

/** The delta report of a report and itself. */
async function deltaPage(document: ReportDocument): Promise<string> {
  const delta = buildDeltaDocument(document, document, document.createdAt);
  const page = await renderReport(delta, { format: 'html', profile: 'executive', paper: 'A4', nonce: 'n' });
  if (typeof page !== 'string') throw new Error('html is no text');
  return page;
}

/** Both sides, of which the second is taken: they are the same; and what did not change, which is everything but the conclusions. */
function toldByDelta(page: string): Told {
  const words = page.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
  const sides = [...words.matchAll(/(\d+) blockers? ?; (\d+ of \d+) checks that apply have an answer/gu)];
  const [, blockers, share = ''] = sides[1] ?? [];
  const [, unchanged] = /Nothing changed in (\d+) checks/u.exec(words) ?? [];
  const { applicable, conclusive } = shareIn(share);
  return {
    All: { blockers: Number(blockers), applicable, conclusive, notApplicable: Number(unchanged) - applicable },
  };
}
