import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import { catalogue } from '../../../src-main/knowledge/catalogue';
import { buildReportDocument } from '../../../src-main/report/build-report-document';
import { findingRow } from '../../../src-main/report/finding-row';
import { redactDocument } from '../../../src-main/report/redaction/redact-document';
import { redactionSample } from '../../../src-main/report/redaction/redaction-sample';
import { renderReport } from '../../../src-main/report/render-report';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { type ReportDocument, reportDocumentSchema } from '../../../src-shared/report/report-document';
import { assessPlanFile } from '../../support/assess-plan';
import { membersOf } from '../../support/zip-members';
import { finding, object, reportDocument, reportInput } from './report-fixture';

/** The catalogue's own examples speak of Contoso and its dc01: the demo gets names that stand nowhere else. */
const renamed = (text: string): string =>
  text
    .replaceAll('contoso', 'woodgrove')
    .replaceAll('Contoso', 'Woodgrove')
    .replaceAll('CONTOSO', 'WOODGROVE')
    .replace(/(?<![0-9a-f]{4}-)\b(dc|ca)0(\d)(?![0-9a-f])/giu, '$1x9$2') // not within an id of a record
    .replace(/\b(pc)0(\d{3})/giu, '$1x$2');

let demo: ReportDocument;
let values: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const { plan, findings, targets, records } = await assessPlanFile(resolve('assets/demo/contoso/plan.json'));
  const input = reportInput();
  const document = buildReportDocument({
    ...input,
    details: plan.details,
    scope: plan.scope,
    findings,
    targets,
    evidence: records.map(({ header }) => header),
    readiness: computeReadiness(catalogue, findings.map(findingRow)),
    ...{ interview: [], contradictions: [], reviews: [], clients: { total: 0, groups: [], chains: [] } },
  });
  const { checks, notJudged, ...rest } = document;
  const { details, ...others } = rest;
  const own = { ...others, details: { ...details, consultant: '' } };
  demo = reportDocumentSchema.parse({ ...JSON.parse(renamed(JSON.stringify(own))), checks, notJudged });
  values = originalValues(renamed(records.map(({ dataJson }) => dataJson ?? '').join('\n')));
}, 120_000);

/** What the evidence itself says, whatever the report made of it. */
function originalValues(evidence: string): ReadonlyMap<string, readonly string[]> {
  const all = (pattern: RegExp): readonly string[] => [
    ...new Set([...evidence.matchAll(pattern)].map(([whole, part]) => part ?? whole)),
  ];
  const ours = JSON.stringify(describeCatalogue()).toLowerCase();
  const unlessOurs = (found: readonly string[]): readonly string[] =>
    found.filter((value) => !ours.includes(value.toLowerCase()) && !value.toLowerCase().includes('-11d2-945f-'));
  return new Map([
    ['organisation', ['woodgrove', 'fabrikam']],
    ['mail address', all(/[\w.+-]+@[\w-]+\.[\w.-]+\w/gu)],
    ['host', all(/\b[\w-]+(?:\.[\w-]+)*\.(?:woodgrove|fabrikam)\.\w+/giu)],
    ['computer', all(/\bPCx\d{3}\b/giu)],
    ['server', all(/\b(?:dc|ca)x9\d\b/giu)],
    ['SID', all(/S-1-5-21-\d+-\d+-\d+-\d{4,}/gu)],
    ['GUID', unlessOurs(all(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/giu))],
    ['thumbprint', unlessOurs(all(/\b[0-9A-F]{40}\b/giu))],
    ['account', unlessOurs(all(/"samAccountName":"([^"]*[a-z]\.[a-z][^"]*)"/giu))],
  ]);
}

/** Everything a format says, as text. */
async function written(document: ReportDocument, format: 'html' | 'json' | 'csv' | 'xlsx' | 'docx'): Promise<string> {
  const rendered = await renderReport(document, { format, nonce: 'n', paper: 'A4', profile: 'technical' });
  if (typeof rendered === 'string') return rendered;
  const members = rendered instanceof Uint8Array ? membersOf(rendered) : rendered;
  return [...members].map(([name, content]) => `${name}\n${content}`).join('\n');
}

const formats = ['html', 'json', 'csv', 'xlsx', 'docx'] as const;
const inText = (text: string, value: string): boolean => text.includes(value.toLowerCase());

describe('nothing of the customer is left', () => {
  test.each(formats)('in %s', async (format) => {
    const before = (await written(demo, format)).toLowerCase();
    const after = (await written(redactDocument(demo), format)).toLowerCase();
    for (const [kind, originals] of values) {
      if (format === 'json') expect(originals.filter((value) => inText(before, value)).length, kind).toBeGreaterThan(0);
      expect(
        originals.filter((value) => value.length > 3 && inText(after, value)),
        kind,
      ).toEqual([]);
    }
  });

  test('and it is a valid document with the same results', () => {
    const redacted = redactDocument(demo);
    expect(reportDocumentSchema.parse(redacted)).toEqual(redacted);
    const results = ({ findings, readiness, roadmap }: ReportDocument) => ({
      readiness,
      roadmap,
      findings: findings.map(({ checkId, outcome, severity, counts, title }) => ({
        checkId,
        outcome,
        severity,
        counts,
        title,
      })),
    });
    expect(results(redacted)).toEqual(results(demo));
    expect(redacted.checks).toEqual(demo.checks);
  });

  test('the same value has the same stand-in everywhere, and others have others', () => {
    const redacted = redactDocument(demo);
    const standIns = new Map<string, Set<string>>();
    demo.findings.forEach(({ objects }, index) => {
      objects.forEach(({ id }, position) => {
        const after = redacted.findings[index]?.objects[position]?.id ?? '';
        standIns.set(id.toLowerCase(), (standIns.get(id.toLowerCase()) ?? new Set()).add(after));
      });
    });
    expect([...standIns.values()].filter((each) => each.size !== 1)).toEqual([]);
    expect(new Set([...standIns.values()].flatMap((each) => [...each])).size).toBe(standIns.size);
  });
});

describe('a text', () => {
  const [check = expect.fail()] = describeCatalogue();
  const summaryOf = (summary: string): string => {
    const one = { ...finding(check, 'fail', 0, [object(1, 'fail', 'PC0001.woodgrove.com')]), summary };
    const document = reportDocument({
      findings: [one],
      details: { ...reportInput().details, customer: 'Woodgrove Bank' },
    });
    return redactDocument(document).findings[0]?.summary ?? '';
  };

  test.each([
    ['asks login.microsoftonline.com and enterpriseregistration.windows.net', undefined],
    ['has the usage 1.3.6.1.4.1.311.20.2.2 and S-1-5-32-544, S-1-5-11', undefined],
    ['runs version 2.4.131.0, below 2.5.79.0, since 14:02:11 of 2026-11-22', undefined],
    ['{31B2F340-016D-11D2-945F-00C04FB984F9} is the default policy', undefined],
    ['fails PKI-010 and DIR-001', undefined],
    ['10.1.2.3 and fe80::1:2:3 answer', '198.18.0.1 and 2001:db8::1 answer'],
    ['pc0001 and PC0001.woodgrove.com', 'host-1 and host-1.domain-1.example'],
    ['S-1-5-21-1-2-3-512 and S-1-5-21-1-2-3-1105', 'S-1-5-21-0-0-1-512 and S-1-5-21-0-0-1-1000001'],
    ['the template WoodgroveWLAN', 'the template org-1WLAN'],
    ['https://sts.woodgrove.com/adfs/ls', 'https://sts.domain-1.example/adfs/ls'],
    ['Żaneta.Łuk@woodgrove.com', 'user-2@domain-1.example'],
    ['CN=Grace Hopper,OU=München,DC=woodgrove,DC=com', 'CN=object-2,DC=domain-1,DC=example'],
  ])('%s', (text, redacted = text) => expect(summaryOf(text)).toBe(redacted));

  test('of a million characters is read in seconds, however it repeats itself', () => {
    const started = performance.now();
    for (const part of ['a.', 'CN=a,', 'ab:', '1-', 'x@', '\\']) summaryOf(part.repeat(1_000_000 / part.length));
    expect(performance.now() - started).toBeLessThan(12_000);
  });
});

test('the sample shows values of the report with what becomes of them', () => {
  const sample = redactionSample(demo);
  expect(sample.length).toBeGreaterThanOrEqual(4);
  for (const { original, standIn } of sample) expect(standIn).not.toBe(original);
  expect(sample[0]).toEqual({ original: demo.details.customer, standIn: 'Customer' });
});

test('a document of nothing but the tests’ hostile names stays valid', () => {
  const redacted = redactDocument(reportDocument());
  expect(reportDocumentSchema.parse(redacted)).toEqual(redacted);
});
