import { beforeAll, describe, expect, it } from 'vitest';
import { defineCheck } from '../../../src-main/checks/define-check';
import { fail, pass } from '../../../src-main/checks/result';
import { checks } from '../../../src-main/engine/check-registry';
import { evaluateChecks } from '../../../src-main/engine/evaluate';
import type { EvidenceDraft, EvidenceKind, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificateTemplates, CertificationAuthorities } from '../../../src-shared/model/evidence/pki';
import type { Finding } from '../../../src-shared/model/finding';
import { defaultScope } from '../../../src-shared/model/scope';
import { certipyOutput, sharpHoundFiles, type WholeForest } from '../../support/attack-path-exports';
import { failed, record } from '../checks/check-cases';
import { demoPath } from '../evidence/fixture';
import { importFiles, importFolder } from '../importers/import-drop';

const now = new Date('2026-11-22T15:00:00Z');
const excerptKinds: readonly EvidenceKind[] = ['ad.certificate-templates', 'ad.certification-authorities'];

const recordOf = ({ kind, target, status, data, failure }: EvidenceDraft): EvidenceRecord =>
  data === undefined || status !== 'complete'
    ? failed(kind, target, failure?.reason ?? 'not-collected')
    : record(kind, target, data);

const judge = (records: readonly EvidenceRecord[]): ReadonlyMap<string, Finding> =>
  new Map(
    evaluateChecks(checks, records, { now, scope: defaultScope }, (id, error) => {
      throw new Error(`${id}: ${String(error)}`);
    }).map((finding) => [finding.checkId, finding]),
  );

/** The whole records of an organisation, and the same with what a tool tells in place of templates and CAs. */
async function sides(organisation: string) {
  const drafts = (await importFolder(demoPath(`../${organisation}`))).drafts.filter(
    ({ source }) => source.by !== 'sharphound' && source.by !== 'certipy',
  );
  const dataOf = <T>(kind: EvidenceKind): T => {
    const found = drafts.find((draft) => draft.kind === kind && draft.status === 'complete');
    if (found?.data === undefined) throw new Error(`no ${kind}`);
    return found.data as T;
  };
  const whole: WholeForest = {
    forest: drafts.find(({ kind }) => kind === 'ad.certificate-templates')?.target ?? '',
    templates: dataOf<CertificateTemplates>('ad.certificate-templates'),
    authorities: dataOf<CertificationAuthorities>('ad.certification-authorities'),
  };
  const others = drafts.filter(({ kind }) => !excerptKinds.includes(kind)).map(recordOf);
  const told = async (files: Readonly<Record<string, string>>): Promise<readonly EvidenceRecord[]> =>
    (await importFiles(files)).drafts.map(recordOf);
  return {
    whole: judge(drafts.map(recordOf)),
    bySharpHound: judge([...others, ...(await told(sharpHoundFiles(whole)))]),
    byCertipy: judge([...others, ...(await told({ 'x_Certipy.json': certipyOutput(whole) }))]),
  };
}

describe.each(['contoso', 'northwind'])('what tools for finding attacks tell of %s', (organisation) => {
  let judged: Awaited<ReturnType<typeof sides>>;
  beforeAll(async () => {
    judged = await sides(organisation);
  });

  it.each(['bySharpHound', 'byCertipy'] as const)('%s is judged as the whole directory is, or not at all', (side) => {
    const differing = [...judged[side]].flatMap(([id, { outcome, summary }]) => {
      const expected = judged.whole.get(id);
      return outcome === 'unknown' || outcome === expected?.outcome
        ? []
        : [{ id, outcome, summary, expected: expected?.outcome, was: expected?.summary }];
    });
    expect(differing).toEqual([]);
  });

  it.each([
    ['bySharpHound', onlyWhole.concat('PKI-027', 'PKI-028', 'SEC-016')],
    ['byCertipy', onlyWhole.concat('PKI-024', 'SEC-001', 'SEC-002')],
  ] as const)('%s leaves open only what rests on what is not told, and says so', (side, expected) => {
    const lost = [...judged[side]].filter(
      ([id, { outcome }]) => outcome === 'unknown' && judged.whole.get(id)?.outcome !== 'unknown',
    );
    const byIdentifier = ['PKI-006', 'PKI-033', 'SEC-025'];
    expect(lost.map(([id]) => id).filter((id) => !byIdentifier.includes(id))).toEqual([...expected].sort());
    const silent = ['PKI-009', 'SEC-006']; // they say which objects could not be judged, and why, one by one
    for (const [id, { summary }] of lost.filter(([id]) => !silent.includes(id)))
      expect(`${id}: ${summary}`).toMatch(/(?:SharpHound|Certipy) does not record /u);
  });

  it('judges templates by what is told', () => {
    const outcomes = (side: 'bySharpHound' | 'byCertipy', ids: readonly string[]) =>
      ids.filter((id) => judged[side].get(id)?.outcome !== 'unknown');
    const both = ['PKI-025', 'PKI-026', 'PKI-031', 'SEC-009', 'SEC-014'];
    expect(outcomes('bySharpHound', [...both, 'PKI-024', 'SEC-001', 'SEC-002'])).toEqual([
      ...both,
      'PKI-024',
      'SEC-001',
      'SEC-002',
    ]);
    expect(outcomes('byCertipy', [...both, 'PKI-027', 'PKI-028'])).toEqual([...both, 'PKI-027', 'PKI-028']);
  });
});

const onlyWhole: readonly string[] = [
  ...['PKI-001', 'PKI-003', 'PKI-004', 'PKI-005', 'PKI-009', 'PKI-012', 'PKI-013', 'PKI-014', 'PKI-015', 'PKI-017'],
  ...['PKI-019', 'PKI-021', 'PKI-022', 'PKI-023', 'PKI-029', 'PKI-032', 'PKI-036', 'RA-005', 'SEC-004', 'SEC-006'],
];

describe('an excerpt', () => {
  const excerpt = { tool: 'SharpHound', lacks: { templates: 'templates' } };
  const whole = record('ad.certificate-templates', 'contoso.com', { containerFound: true, templates: [] });
  const part = record('ad.certificate-templates', 'contoso.com', { excerpt, containerFound: true, templates: [] });
  const seen = (records: readonly EvidenceRecord[]) => {
    const read: boolean[] = [];
    const check = defineCheck({
      id: 'PKI-023',
      revision: 1,
      why: 'A reason long enough.',
      sources: ['https://learn.microsoft.com/'],
      outcomes: ['pass'],
      remediation: { steps: ['Raise it.'], verify: 'Read it.' },
      needs: ['ad.certificate-templates'],
      evaluate: ({
        'ad.certificate-templates': {
          records: [first],
        },
      }) => {
        read.push(first?.data.excerpt === undefined && first?.data.templates.length === 0);
        return pass({ summary: 'Read.' });
      },
    });
    const [finding] = evaluateChecks([check], records, { now, scope: defaultScope });
    return { read, outcome: finding?.outcome, summary: finding?.summary, missing: finding?.missing };
  };

  it('gives way to what is whole, however old as long as it counts', () => {
    const older = { ...whole, collectedAt: '2026-11-20T15:00:00.000Z' };
    expect(seen([part, older])).toEqual({ read: [true], outcome: 'pass', summary: 'Read.', missing: [] });
  });

  it('stands in for what is too old', () => {
    const stale = { ...whole, collectedAt: '2026-09-20T15:00:00.000Z' };
    expect(seen([stale, part]).outcome).toBe('pass');
  });

  describe('beside a denied read of the directory', () => {
    const denied = failed('ad.certificate-templates', 'contoso.com', 'access-denied', 'The container cannot be read.');
    const judgedBy = (id: string, records: readonly EvidenceRecord[]) => {
      const check = checks.filter((one) => one.id === id);
      return evaluateChecks(check, records, { now, scope: defaultScope })[0];
    };

    it('proves what it tells', () => {
      expect(seen([denied, part])).toMatchObject({ outcome: 'pass', missing: [] });
    });

    it.each([
      ['of its forest', denied],
      ['of no forest', { ...denied, target: '*' }],
    ])('leaves the reason (%s) to what it does not tell', (_, failure) => {
      const finding = judgedBy('PKI-031', [failure, part]);
      expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'access-denied' });
      expect(finding?.summary).toBe(
        'Certificate templates (contoso.com): The container cannot be read. SharpHound does not record templates.',
      );
    });

    it('tells how old the whole is that it stands in for', () => {
      const stale = { ...whole, collectedAt: '2026-09-20T15:00:00.000Z' };
      expect(judgedBy('PKI-031', [stale, part])).toMatchObject({
        unknownReason: 'stale',
        summary: expect.stringMatching(/It was collected 63 days before .* SharpHound does not record templates\.$/u),
      });
    });
  });

  describe('of one tool beside that of another', () => {
    const named = (cn: string): CertificateTemplates['templates'] => [
      {
        ...{ cn, distinguishedName: `CN=${cn}`, displayName: cn, raApplicationPolicies: [], raIssuancePolicies: [] },
        ...{ extendedKeyUsage: [], applicationPolicies: [], supersedes: [] },
      },
    ];
    const by = (tool: string, hour: number, cn: string, lacks: Readonly<Record<string, string>> = {}) =>
      record(
        'ad.certificate-templates',
        'contoso.com',
        { excerpt: { tool, lacks }, containerFound: true, templates: named(cn) },
        { id: `00000000-0000-4000-8000-00000000000${hour}`, collectedAt: `2026-11-22T0${hour}:00:00Z` },
      );
    /** Fails where a template is called "bad". */
    const judgedFrom = (...records: readonly EvidenceRecord[]) => {
      const check = defineCheck({
        id: 'PKI-023',
        revision: 1,
        why: 'A reason long enough.',
        sources: ['https://learn.microsoft.com/'],
        outcomes: ['pass', 'fail'],
        remediation: { steps: ['Raise it.'], verify: 'Read it.' },
        needs: ['ad.certificate-templates'],
        evaluate: ({ 'ad.certificate-templates': { records: known } }) => {
          const names = known.flatMap(({ data }) => data.templates.map(({ cn }) => cn));
          const summary = `Read ${names.join()}.`;
          return names.includes('bad') ? fail({ summary }) : pass({ summary });
        },
      });
      const [finding] = evaluateChecks([check], records, { now, scope: defaultScope });
      return { outcome: finding?.outcome, summary: finding?.summary, evidence: finding?.evidenceIds.length };
    };
    const lacking = { templates: 'templates' };

    it('proves what the newer does not tell', () => {
      const known = { outcome: 'pass', summary: 'Read good.', evidence: 2 };
      expect(judgedFrom(by('Certipy', 1, 'good'), by('SharpHound', 2, 'none', lacking))).toEqual(known);
      expect(judgedFrom(by('Certipy', 2, 'good'), by('SharpHound', 1, 'none', lacking))).toEqual(known);
    });

    it('that tells the same adds nothing', () => {
      expect(judgedFrom(by('Certipy', 1, 'older'), by('SharpHound', 2, 'newer')).summary).toBe('Read newer.');
    });

    it.each([
      [1, 2],
      [2, 1],
    ])('that contradicts it is not passed over, whichever is newer (%i, %i)', (good, bad) => {
      const { outcome, summary } = judgedFrom(by('Certipy', good, 'good'), by('SharpHound', bad, 'bad'));
      expect(outcome).toBe('fail');
      expect(summary).toMatch(/^Read bad\. The tools whose output was imported tell differently here; /u);
    });

    it('of the same tool gives way to the newer', () => {
      expect(judgedFrom(by('Certipy', 1, 'bad'), by('Certipy', 2, 'good'))).toMatchObject({
        outcome: 'pass',
        summary: 'Read good.',
      });
    });

    it('is not asked where neither tells', () => {
      const { outcome, summary } = judgedFrom(by('Certipy', 1, 'x', lacking), by('SharpHound', 2, 'y', lacking));
      expect(outcome).toBe('unknown');
      expect(summary).toContain('does not record templates');
    });
  });

  it('is as good as absent to a check that reads what it lacks', () => {
    const check = checks.filter(({ id }) => id === 'PKI-031');
    const [finding] = evaluateChecks(check, [part], { now, scope: defaultScope });
    expect(finding).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'not-collected',
      missing: ['ad.certificate-templates'],
    });
    expect(finding?.summary).toBe('Certificate templates (contoso.com): SharpHound does not record templates.');
  });
});
