import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { prepareDelta } from '../../../src-main/features/compare/prepare-delta';
import { deltaSentence } from '../../../src-main/report/delta/delta-words';
import { renderReport } from '../../../src-main/report/render-report';
import type { Outcome } from '../../../src-shared/model/outcome';
import type { Review } from '../../../src-shared/model/review';
import { type DeltaDocument, deltaDocumentSchema } from '../../../src-shared/report/delta-document';
import { noBranding } from '../../../src-shared/report/report-branding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { membersOf } from '../../support/zip-members';
import { elementsNamed, readHtml, textOf } from './html-tree';
import { hostile, object, reportDocument } from './report-fixture';

const before = reportDocument();
const [review] = before.reviews.map((stated) => stated.review);
if (review === undefined) throw new Error('The fixture has no decision');

/** The report some weeks later: a fail is fixed, a pass fails, a pass is not known; of one object another is found; records are kept but for one. */
function later(change: Partial<ReportDocument> = {}): ReportDocument {
  const become = new Map<string, Outcome>();
  const [fail] = before.findings.filter(({ outcome, checkId }) => outcome === 'fail' && checkId !== review?.checkId);
  const passes = before.findings.filter(({ outcome }) => outcome === 'pass');
  if (fail !== undefined) become.set(fail.checkId, 'pass');
  for (const [index, outcome] of (['fail', 'unknown'] as const).entries()) {
    const pass = passes[index];
    if (pass !== undefined) become.set(pass.checkId, outcome);
  }
  return {
    ...before,
    createdAt: '2027-02-22T16:00:00.000Z',
    judgedAt: '2027-02-22T15:00:00.000Z',
    findings: before.findings.map((finding) => {
      const outcome = become.get(finding.checkId);
      if (outcome === undefined) return finding;
      return { ...finding, outcome, ...(outcome === 'unknown' && { unknownReason: 'stale' as const }) };
    }),
    ...change,
  };
}

const made = (after = later(), redact = false): DeltaDocument =>
  prepareDelta(before, after, { branding: noBranding, ...(redact && { identities: { key: 'key', names: [] } }) });

const total = ({ totals }: DeltaDocument, change: string) => totals.find((each) => each.change === change);

describe('the delta report document', () => {
  test('fits its published schema, and its numbers are those of its lists', () => {
    const delta = made();
    expect(deltaDocumentSchema.parse(delta)).toEqual(delta);
    for (const { change, checks } of delta.totals)
      expect(delta.comparison.checks.filter((check) => check.change === change)).toHaveLength(checks);
    expect(total(delta, 'fixed')).toMatchObject({ checks: 1, ruleChanged: 0 });
    expect(total(delta, 'regressed')).toMatchObject({ checks: 1 });
    expect(total(delta, 'undetermined')).toMatchObject({ checks: 1 });
    expect(deltaSentence(delta)).toContain('1 got worse, 1 cannot be determined any more and 1 is fixed');
  });

  test('what rests on kept evidence alone says so; one new record is enough not to', () => {
    expect(made().comparison.checks.every(({ kept }) => kept)).toBe(true);
    const [first] = before.findings;
    const fresh = before.evidence.map((record) =>
      first?.evidenceIds[0] === record.id ? { ...record, id: '00000000-0000-4000-8000-00000000ffff' } : record,
    );
    const findings = before.findings.map((finding) => ({
      ...finding,
      evidenceIds: finding.evidenceIds.map((id) =>
        id === first?.evidenceIds[0] ? '00000000-0000-4000-8000-00000000ffff' : id,
      ),
    }));
    const delta = made(later({ evidence: fresh, findings }));
    expect(delta.evidence.kept).toBe(before.evidence.length - 1);
    expect(delta.comparison.checks.find(({ checkId }) => checkId === first?.checkId)?.kept).toBe(false);
  });

  test('another rule, a rule of one catalogue only, and an older catalogue are told apart from the environment', () => {
    const [first, second, ...rest] = before.findings;
    if (first === undefined || second === undefined) throw new Error('The fixture has too few findings');
    const findings = [{ ...first, revision: first.revision + 1 }, ...rest];
    const older = { ...before, catalogue: { ...before.catalogue, judgedWith: '2026.08.0' } };
    const delta = prepareDelta(older, later({ findings }), { branding: noBranding });
    expect(delta.rules.map(({ checkId, kind }) => [checkId, kind]).sort()).toEqual(
      [
        [first.checkId, 'changed'],
        [second.checkId, 'removed'],
      ].sort(),
    );
    expect(delta.comparison.before.catalogueVersion).toBe('2026.08.0');
    expect(delta.comparison.after.catalogueVersion).toBe(before.catalogue.version);
  });

  test('what became of decisions', () => {
    const decision = (objectId: string, change: Partial<Review> = {}): Review => ({ ...review, objectId, ...change });
    const old = ['raised', 'expired', 'settled', 'carried', 'again', 'dropped'].map((id) => decision(id));
    const delta = prepareDelta(
      { ...before, reviews: old.map((each) => ({ review: each, state: 'in-force' as const })) },
      later({
        reviews: [
          { review: decision('taken'), state: 'in-force' },
          { review: decision('again', { decidedAt: '2027-02-20T09:00:00.000Z' }), state: 'in-force' },
          { review: decision('carried'), state: 'in-force' },
          { review: decision('settled'), state: 'settled' },
          { review: decision('expired'), state: 'expired' },
          { review: decision('raised'), state: 'changed' },
        ],
      }),
      { branding: noBranding },
    );
    expect(delta.decisions.map(({ fate, review: each }) => `${each.objectId ?? ''} ${fate}`)).toEqual([
      'raised raised-again',
      'expired expired',
      'again taken',
      'taken taken',
      'settled settled',
      'carried carried',
      'dropped dropped',
    ]);
  });
});

const formats = ['html', 'json', 'csv', 'xlsx', 'docx'] as const;

async function written(delta: DeltaDocument, format: (typeof formats)[number]): Promise<string> {
  const rendered = await renderReport(delta, { format, nonce: 'n', paper: 'A4', profile: 'executive' });
  if (typeof rendered === 'string') return rendered;
  const members = rendered instanceof Uint8Array ? membersOf(rendered) : rendered;
  return [...members].map(([name, content]) => `${name}\n${content}`).join('\n');
}

describe('its formats', () => {
  test.each(formats)(
    '%s: the same document gives the same bytes, and names the checks that changed',
    async (format) => {
      const delta = made();
      const text = await written(delta, format);
      expect(await written(delta, format)).toBe(text);
      const changed = delta.comparison.checks.filter(({ change }) => change !== 'unchanged');
      expect(changed).toHaveLength(3);
      for (const { checkId } of changed) expect(text).toContain(checkId);
    },
  );

  test.each(formats)('%s: with names replaced nothing names the customer or its people', async (format) => {
    const [first, ...rest] = before.findings;
    if (first === undefined) throw new Error('The fixture has no finding');
    const named = {
      ...first,
      objects: [{ ...object(1, 'fail', 'WOODGROVE\\imke.brandt'), kind: 'user' as const }],
      counts: { fail: 1 },
      summary: 'imke.brandt@woodgrove.net on PC0001.woodgrove.net is not synchronised.',
    };
    const after = later({
      details: { ...before.details, customer: 'Woodgrove Bank' },
      findings: [named, ...rest],
    });
    const text = (await written(made(after, true), format)).toLowerCase();
    for (const name of ['woodgrove', 'imke', 's-1-5-21-1004336348']) expect(text, name).not.toContain(name);
    expect((await written(made(after), format)).toLowerCase()).toContain('imke.brandt');
  });

  test('HTML: a document with one heading of the first level, tables with heads, and no markup of the customer’s', () => {
    const delta = made(later({ details: { ...before.details, customer: hostile.script } }));
    return written(delta, 'html').then((html) => {
      const root = readHtml(html);
      expect(elementsNamed(root, 'h1')).toHaveLength(1);
      expect(elementsNamed(root, 'script')).toEqual([]);
      const levels = elementsNamed(root, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      for (const table of elementsNamed(root, 'table')) {
        const columns = elementsNamed(table, 'th').filter(({ attributes }) => attributes.scope === 'col').length;
        for (const body of elementsNamed(table, 'tbody'))
          for (const row of elementsNamed(body, 'tr')) expect(row.children).toHaveLength(columns);
      }
      expect(textOf(root)).toContain(hostile.script);
    });
  });

  test('DOCX: every part is well-formed', async () => {
    const bytes = await renderReport(made(), { format: 'docx', nonce: '', paper: 'Letter', profile: 'executive' });
    if (!(bytes instanceof Uint8Array)) throw new Error('A Word document is one file');
    for (const [name, text] of membersOf(bytes)) expect(() => new XMLParser().parse(text, true), name).not.toThrow();
  });
});
