import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import { catalogue } from '../../../src-main/knowledge/catalogue';
import { buildReportDocument, type ReportInput } from '../../../src-main/report/build-report-document';
import { findingRow } from '../../../src-main/report/finding-row';
import type { Identities } from '../../../src-main/report/redaction/identities';
import { NamesOfEvidence } from '../../../src-main/report/redaction/names-of-evidence';
import { redactDocument } from '../../../src-main/report/redaction/redact-document';
import { redactionSample } from '../../../src-main/report/redaction/redaction-sample';
import { renderReport } from '../../../src-main/report/render-report';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { type ReportDocument, reportDocumentSchema } from '../../../src-shared/report/report-document';
import { assessPlanFile } from '../../support/assess-plan';
import { growsLinearly } from '../../support/grows-linearly';
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

/** What people typed and programs printed, with names that no finding is about. */
const told =
  'Nele Seidel (nele.seidel) and Krüger, Stefanie of Berlin said: PC0409 at 10.20.30.40 runs as CONTOSO\\wiebke.dressler; ' +
  'Arbeitsplatz-Support owns \\\\FS02\\share\\plan.txt, see https://intranet.contoso.com/x?u=heiko.albrecht&t=4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11 ' +
  'and run Get-ADUser adfssvc$ -Server fe80::1:2:3; id 4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11 d87r4AhvvEGiGn5km6EBeQ==; Contoso Issuing CA 1';
const attachment = { name: 'Approval of Nele Seidel.pdf', sha256: 'ab'.repeat(32) };
const freeTexts: Pick<ReportInput, 'interview' | 'reviews' | 'notes'> = {
  interview: [
    {
      ...{ evidenceId: '00000000-0000-4000-8000-0000000000aa', question: 'q', questionText: 'Who?', answer: 'a' },
      ...{ answerText: told, note: told, saidBy: 'Nele Seidel, Berlin', saidOn: '2026-11-20', checks: [], attachment },
    },
  ],
  reviews: [
    {
      review: {
        ...{ checkId: 'DIR-001', decision: 'planned', reason: told, author: 'Wiebke Dressler', until: '2027-01-01' },
        ...{ decidedAt: '2026-11-20T09:00:00.000Z', outcome: 'fail', fingerprint: '' },
        attachment: { ...attachment, size: 9 },
        set: { number: 1, count: 2, names: ['PC0409', 'Nele Seidel'] },
      },
      state: 'in-force',
      counts: { unchanged: 2, changed: 0 },
      objects: ['S-1-5-21-1004336348-1177238915-682003330-4409', '80902372-0c4e-4be9-b185-2e4a4c61a526'],
    },
  ],
  notes: [
    {
      checkId: 'DIR-001',
      note: told,
      pictures: [
        { mediaType: 'image/png', width: 1, height: 1, caption: 'Screen of Nele Seidel', base64: 'iVBORw0KGgo=' },
      ],
    },
  ],
};

let demo: ReportDocument;
let identities: Identities;
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
    ...{ contradictions: [], clients: { total: 0, groups: [], chains: [] } },
    ...freeTexts,
  });
  const { checks, notJudged, ...rest } = document;
  const { details, ...others } = rest;
  const own = { ...others, details: { ...details, consultant: '' } };
  demo = reportDocumentSchema.parse({ ...JSON.parse(renamed(JSON.stringify(own))), checks, notJudged });
  const names = new NamesOfEvidence();
  for (const { header, dataJson } of records)
    if (dataJson !== null) names.add({ kind: header.kind, json: renamed(dataJson) });
  identities = { key: 'of the test', names: names.all() };
  values = originalValues(renamed(records.map(({ dataJson }) => dataJson ?? '').join('\n')));
});

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
    ['account', unlessOurs(all(/"(?:onPremises)?samAccountName":"([^"]*[a-z]\.[a-z][^"]*)"/giu))],
    ['person', all(/CN=([^,"]+),OU=Staff/gu)],
    ['service account', ['MSOL_4f1c2d3e5a6b', 'adfssvc']],
    ['group', ['Arbeitsplatz-Support', 'WHFB Users']],
    ['site', ['Berlin', 'London']],
    ['authority', ['Woodgrove Issuing CA 1', 'Woodgrove Root CA']],
    ['tenant', ['4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11']],
    ['immutable id', all(/[A-Za-z0-9+/]{22}==/gu)],
  ]);
}

/** Everything a format says, as text. */
async function written(document: ReportDocument, format: 'html' | 'json' | 'csv' | 'xlsx' | 'docx'): Promise<string> {
  const rendered = await renderReport(document, { format, nonce: 'n', paper: 'A4', profile: 'technical' });
  if (typeof rendered === 'string') return rendered;
  const members = rendered instanceof Uint8Array ? membersOf(rendered) : rendered;
  return [...members].map(([name, content]) => `${name}\n${content}`).join('\n');
}

const noNames: Identities = { key: 'of the test', names: [] };

/** Codes by their order instead: `host-1` for the first one. */
function numbered(text: string): string {
  const codes = new Map<string, number>();
  const numberOf = (kind: string, code: string): number => {
    const known = [...codes.keys()].filter((each) => each.startsWith(`${kind} `)).length + 1;
    const number = codes.get(`${kind} ${code}`) ?? known;
    codes.set(`${kind} ${code}`, number);
    return number;
  };
  return text
    .replace(
      /\b(user|host|domain|org|object|ca)-([a-z0-9]{6})(?![a-z0-9])/gu,
      (_, kind: string, code: string) => `${kind}-${numberOf(kind, code)}`,
    )
    .replace(
      /S-1-5-21-0-0-(\d+)(?:-(\d{4,}))?/gu,
      (_, realm: string, account?: string) =>
        `S-1-5-21-0-0-${numberOf('realm', realm)}${account === undefined ? '' : `-${1_000_000 + numberOf('account', account)}`}`,
    )
    .replace(/198\.1[89]\.\d+\.\d+/gu, (address) => `198.18.0.${numberOf('address4', address)}`)
    .replace(/2001:db8::[0-9a-f:]+/gu, (address) => `2001:db8::${numberOf('address6', address)}`);
}

const formats = ['html', 'json', 'csv', 'xlsx', 'docx'] as const;
const inText = (text: string, value: string): boolean => text.includes(value.toLowerCase());

describe('nothing of the customer is left', () => {
  test.each(formats)('in %s', async (format) => {
    const before = (await written({ ...demo, checks: [] }, format)).toLowerCase();
    const after = (await written({ ...redactDocument(demo, identities), checks: [] }, format)).toLowerCase(); // without our own examples
    for (const [kind, originals] of values) {
      if (format === 'json') expect(originals.filter((value) => inText(before, value)).length, kind).toBeGreaterThan(0);
      expect(
        originals.filter((value) => value.length > 3 && inText(after, value)),
        kind,
      ).toEqual([]);
    }
  });

  test('and it is a valid document with the same results', () => {
    const redacted = redactDocument(demo, identities);
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
    const redacted = redactDocument(demo, identities);
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

test('notes stay, with names replaced; pictures are left out, and that is said', () => {
  const [note] = redactDocument(demo, identities).notes;
  expect(note?.pictures).toEqual([]);
  expect(note?.note).toMatch(
    /^user-\w{6} \(user-\w{6}\) and user-\w{6} of site-\w{6} said: host-\w{6} at 198\.1[89]\./u,
  );
  expect(note?.note).toContain('(1 picture left out: pictures may show names.)');
});

test('an account, its address and the name it is shown under are the same person', () => {
  const [note] = redactDocument(demo, identities).notes;
  const [, shown, account] = /^(user-\w+) \((user-\w+)\)/u.exec(note?.note ?? '') ?? [];
  expect(shown).toBe(account);
});

test('an account on a machine is no host, so that no part of its name is left', () => {
  const report = reportDocument();
  const [first] = report.findings;
  const name = 'WOODGROVE\\nele.seidel on pc9.woodgrove.com (gpresult)';
  const findings =
    first === undefined ? [] : [{ ...first, objects: [{ ...object(1, 'fail', name), kind: 'client' as const }] }];
  const names = [{ kind: 'user', name: 'nele.seidel' }] as const;
  const redacted = redactDocument({ ...report, findings }, { key: 'key', names });
  expect(redacted.findings[0]?.objects).toHaveLength(1);
  expect(JSON.stringify(redacted.findings)).not.toMatch(/seidel|nele/iu);
});

describe('with the same key', () => {
  /** A later report: one object less, another first. */
  const later = (): ReportDocument => ({
    ...demo,
    notes: [],
    findings: [...demo.findings].reverse().map((each) => ({ ...each, objects: each.objects.slice(1) })),
  });
  const standInsOf = (document: ReportDocument, redacted: ReportDocument): ReadonlyMap<string, string> =>
    new Map(
      document.findings.flatMap(({ objects }, index) =>
        objects.map(({ name }, position) => [name, redacted.findings[index]?.objects[position]?.name ?? ''] as const),
      ),
    );

  test('another report of the engagement has the same stand-ins; with another key it has others', () => {
    const first = standInsOf(demo, redactDocument(demo, identities));
    const second = standInsOf(later(), redactDocument(later(), identities));
    const other = standInsOf(demo, redactDocument(demo, { ...identities, key: 'another' }));
    const common = [...second.keys()].filter((name) => first.has(name) && first.get(name) !== name);
    expect(common.length).toBeGreaterThan(100);
    expect(common.filter((name) => first.get(name) !== second.get(name))).toEqual([]);
    expect(common.filter((name) => first.get(name) === other.get(name))).toEqual([]);
  });
});

describe('many people and objects', () => {
  const [check = expect.fail()] = describeCatalogue();
  const many = (count: number) => {
    const people = Array.from({ length: count }, (_, index) => `ws-user-${index}`);
    const names = people.flatMap((name, index): Identities['names'] => [
      { kind: 'user', name },
      { kind: 'user', name: `Anna Number ${index}`, of: name },
    ]);
    const objects = people.map((name, index) => ({
      ...object(index, 'fail', name),
      note: `Anna Number ${index} has no UPN.`,
    }));
    return { names, document: reportDocument({ findings: [finding(check, 'fail', 0, objects)] }) };
  };
  const redacted = ({ names, document }: ReturnType<typeof many>) => redactDocument(document, { key: 'k', names });

  test('each get a stand-in of their own', () => {
    const objects = redacted(many(50_000)).findings[0]?.objects ?? [];
    expect(objects[0]?.note).toBe(`${objects[0]?.name} has no UPN.`);
    expect(new Set(objects.map(({ name }) => name)).size).toBe(50_000);
  });

  test('take no longer than there are of them', () => growsLinearly(many, redacted, { to: 50_000 }));
});

describe('a text', () => {
  const [check = expect.fail()] = describeCatalogue();
  const summaryOf = (summary: string): string => {
    const one = { ...finding(check, 'fail', 0, [object(1, 'fail', 'PC0001.woodgrove.com')]), summary };
    const document = reportDocument({
      findings: [one],
      details: { ...reportInput().details, customer: 'Woodgrove Bank' },
    });
    return numbered(redactDocument(document, noNames).findings[0]?.summary ?? '');
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
    ['Żaneta.Łuk@woodgrove.com', 'user-1@domain-1.example'],
    ['CN=Grace Hopper,OU=München,DC=woodgrove,DC=com', 'CN=object-1,DC=domain-1,DC=example'],
  ])('%s', (text, redacted = text) => expect(summaryOf(text)).toBe(redacted));

  test.each(['a.', 'CN=a,', 'ab:', '1-', 'x@', 'a', '\\'])(
    'of nothing but %s takes no longer than it is long',
    (part) => growsLinearly((size) => `${part.repeat(size)} @`, summaryOf, { to: 1_000_000 / part.length }),
  );
});

test('the sample shows values of the report with what becomes of them', () => {
  const { sample } = redactionSample(demo, identities);
  expect(sample.length).toBeGreaterThanOrEqual(4);
  for (const { original, standIn } of sample) expect(standIn).not.toBe(original);
  expect(sample[0]).toEqual({ original: demo.details.customer, standIn: 'Customer' });
});

test('a document of nothing but the tests’ hostile names stays valid', () => {
  const redacted = redactDocument(reportDocument(), noNames);
  expect(reportDocumentSchema.parse(redacted)).toEqual(redacted);
});
