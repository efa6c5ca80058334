import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../src-main/engine/check-registry';
import { gatherEvidence } from '../../../src-main/engine/collected-evidence';
import { withSettledStores } from '../../../src-main/engine/described-stores';
import { evaluateChecks } from '../../../src-main/engine/evaluate';
import { readStoreDump } from '../../../src-main/evidence/certutil/stored-certificates';
import type { EvidenceDraft, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { HeldCertificate, HostCertificates } from '../../../src-shared/model/evidence/host';
import type { Finding } from '../../../src-shared/model/finding';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { type Language, printedStore } from '../../support/certutil-store';
import { failed, record } from '../checks/check-cases';
import { describedAs, describedStore } from '../checks/described';
import { certificate } from '../checks/pki/authorities';
import { demoPath } from '../evidence/fixture';
import { importFolder } from '../importers/import-drop';

const now = new Date('2026-11-22T15:00:00Z');
/** In which both ways of enrolment are judged, so that every reader of stores is. */
const scope: Scope = {
  ...defaultScope,
  joinTypes: { hybridJoined: true, entraJoined: true },
  registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' },
  mfaRoute: 'adfs-azure-mfa',
};

const judge = (records: readonly EvidenceRecord[]): ReadonlyMap<string, Finding> =>
  new Map(
    evaluateChecks(checks, records, { now, scope }, (id, error) => {
      throw new Error(`${id}: ${String(error)}`);
    }).map((finding) => [finding.checkId, finding]),
  );

const recordOf = ({ kind, target, status, data, failure }: EvidenceDraft): EvidenceRecord =>
  data === undefined || status !== 'complete'
    ? failed(kind, target, failure?.reason ?? 'not-collected')
    : record(kind, target, data);

/** The store as it is known when only the text of certutil was handed over. */
function printed(data: HostCertificates, language: Language, isLong: boolean): HostCertificates {
  const text = printedStore(data.certificates, { language, isLong, command: 'certutil -v -store my' });
  const { certificates, described } = readStoreDump(text, new Map());
  return { host: data.host, store: data.store, certificates, described, excerpt: { tool: 'certutil', lacks: {} } };
}

const isStore = ({ kind }: EvidenceDraft | EvidenceRecord): boolean => kind === 'host.certificates';

describe.each([
  ['contoso', 'en', true],
  ['contoso', 'fr', false],
  ['northwind', 'de', true],
  ['northwind', 'fr', false],
] as const)('the stores of %s as certutil prints them (%s, -v: %s)', (organisation, language, isLong) => {
  let whole: ReadonlyMap<string, Finding>;
  let told: ReadonlyMap<string, Finding>;
  let alone: ReadonlyMap<string, Finding>;
  beforeAll(async () => {
    const records = (await importFolder(demoPath(`../${organisation}`))).drafts.map(recordOf);
    const texts = records.map((one) => {
      const data = isStore(one) ? (one.data as HostCertificates | undefined) : undefined;
      return data === undefined || data.store === 'service'
        ? one
        : record('host.certificates', one.target, printed(data, language, isLong));
    });
    const holding: readonly string[] = ['pki.certificate', 'pki.dc-certificate', 'adfs.tls'];
    whole = judge(records);
    told = judge(texts);
    alone = judge(texts.filter(({ kind }) => !holding.includes(kind)));
  }, 60_000);

  it('are judged as the stores themselves, or not at all', () => {
    const differing = (side: ReadonlyMap<string, Finding>) =>
      [...side].flatMap(([id, { outcome, summary }]) => {
        const expected = whole.get(id)?.outcome;
        return outcome === 'unknown' || outcome === expected ? [] : [{ id, outcome, summary, expected }];
      });
    expect(differing(told)).toEqual([]);
    expect(differing(alone)).toEqual([]);
  });

  it('leave open only what rests on dates, and say that a .cer file would tell', () => {
    const open = [...alone].filter(
      ([id, { outcome }]) => outcome === 'unknown' && whole.get(id)?.outcome !== 'unknown',
    );
    const ids = open.map(([id]) => id);
    expect(ids).toContain('PKI-006');
    for (const [, { summary }] of open.filter(([id]) => id === 'PKI-006' || id === 'PRV-010'))
      expect(summary).toContain('a .cer file would tell them');
  });

  it('never pass an object by what is only described', () => {
    const outcomes = (finding: Finding | undefined) =>
      new Map(finding?.objects.map(({ id, outcome }) => [id, outcome]) ?? []);
    for (const id of ['PKI-006', 'SSO-010', 'SSO-012', 'PRV-010', 'MFA-004'])
      for (const [object, outcome] of outcomes(told.get(id)))
        expect(`${id} ${object}: ${['unknown', outcomes(whole.get(id)).get(object)].includes(outcome)}`).toMatch(
          /true$/u,
        );
  });
});

describe('a certificate that is only described', () => {
  const [one, other] = ['A1'.repeat(20), 'B2'.repeat(20)];
  const stored = (records: readonly EvidenceRecord[]) =>
    withSettledStores(gatherEvidence(records, now))
      .get('host.certificates')
      ?.records.map(({ data }) => data);
  const store = describedStore({ host: 'dc01.contoso.com', store: 'machine' }, [
    describedAs(certificate({ thumbprint: one }), { hasPrivateKey: true, provider: 'X' }),
    describedAs(certificate({ thumbprint: other })),
    {},
  ]);
  const whole = certificate({ thumbprint: one });

  it.each([
    ['a file', record('pki.certificate', one, { certificate: whole })],
    ['LDAPS', record('pki.dc-certificate', 'dc01.contoso.com', { host: 'dc01', chain: [whole], seen: 'tls' as const })],
    [
      'another store',
      record('host.certificates', 'x user', {
        host: 'x',
        store: 'user' as const,
        certificates: [{ certificate: whole, hasPrivateKey: false }],
      }),
    ],
  ])('is taken from %s by its thumbprint, with the key its own store tells of', (_, source) => {
    const held: HeldCertificate = { certificate: whole, hasPrivateKey: true, provider: 'X' };
    expect(stored([store, source])?.[0]).toMatchObject({
      certificates: [held],
      described: [{ thumbprint: other }, {}],
    });
  });

  it('stays described where nobody holds it', () => {
    const source = record('pki.certificate', 'C3', { certificate: certificate({ thumbprint: 'C3'.repeat(20) }) });
    expect(stored([store, source])?.[0]).toMatchObject({ certificates: [], described: [{}, {}, {}] });
  });

  it('gives way to a store that was read in full, under the name with its domain or without', () => {
    const read = (host: string) =>
      record('host.certificates', `${host} machine`, { host, store: 'machine' as const, certificates: [] });
    const shortly = describedStore({ host: 'dc01', store: 'machine' }, [{}]);
    const hosts = (...records: readonly EvidenceRecord[]) =>
      withSettledStores(gatherEvidence(records, now))
        .get('host.certificates')
        ?.records.map(({ target }) => target);
    expect(hosts(shortly, read('dc01.contoso.com'))).toEqual(['dc01.contoso.com machine']);
    expect(hosts(store, read('DC01'))).toEqual(['DC01 machine']);
    expect(hosts(shortly, read('dc02.contoso.com'))).toHaveLength(2);
    expect(hosts(shortly, describedStore({ host: 'dc01', store: 'user' }, []))).toHaveLength(2);
  });
});
