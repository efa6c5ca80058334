import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RecordWriter } from '../../src-main/engine/record-writer';
import crlProbe from '../../src-main/probes/http/crl.probe';
import directoryProbe from '../../src-main/probes/ldap/directory.probe';
import dcCertificateProbe from '../../src-main/probes/tls/dc-certificate.probe';
import type { EvidenceDraft, EvidenceRecord } from '../../src-shared/model/evidence';
import { defaultScope } from '../../src-shared/model/scope';
import { type Collected, collectAll, labDirectory, labSources } from './collect-target';
import type { DcCertificateKind } from './lab';
import { testLab } from './test-lab';

const lab = testLab();
let directory: readonly EvidenceRecord[] = [];

/** Drafts as the engine keeps them, for probes whose targets follow from them. */
async function recordsOf(drafts: readonly EvidenceDraft[]): Promise<readonly EvidenceRecord[]> {
  const writer = new RecordWriter({
    target: () => undefined,
    raw: () => undefined,
    evidence: () => undefined,
    log: () => undefined,
  });
  const origin = { collector: { user: 'test', host: 'test', version: '0' }, collectedAt: new Date().toISOString() };
  return Promise.all(
    drafts.map(async (draft) => ({ ...(await writer.write(draft, origin)), data: draft.data }) as EvidenceRecord),
  );
}

beforeAll(async () => {
  const live = labSources(lab, { directory: [labDirectory(lab)] });
  directory = await recordsOf(
    (await collectAll(directoryProbe, live, { password: () => lab.users.reader.password })).drafts,
  );
});

const readDcCertificate = (): Promise<Collected> =>
  collectAll(dcCertificateProbe, labSources(lab, { domainControllerCertificates: true }), { evidence: directory });

describe('certificate of the domain controller', () => {
  afterEach(() => lab.switchDcCertificate('good'));

  it.each<[DcCertificateKind, object]>([
    ['good', { trusted: true, nameMatches: true }],
    ['expired', { trusted: false, errorCode: 'CERT_HAS_EXPIRED', nameMatches: true }],
    ['self-signed', { trusted: false, errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['foreign-ca', { trusted: false, nameMatches: true }],
    ['wrong-name', { trusted: true, nameMatches: false }],
    // Whether a key of 1024 bits passes depends on the TLS library; checks look at the key itself.
    ['weak-key', { nameMatches: true }],
  ])('is described when it is %s', async (kind, verification) => {
    await lab.switchDcCertificate(kind);
    const { draft, failure } = await readDcCertificate();
    expect(failure).toBeUndefined();
    expect(draft('pki.dc-certificate')).toMatchObject({
      target: lab.dc.hostName,
      status: 'complete',
      data: { seen: 'tls', verification },
    });
  });

  it('is not read unless asked for', async () => {
    expect((await collectAll(dcCertificateProbe, labSources(lab), { evidence: directory })).drafts).toEqual([]);
  });
});

describe('revocation lists', () => {
  afterEach(() => lab.setRevocationList('ok'));

  const readLists = (): Promise<Collected> =>
    collectAll(crlProbe, labSources(lab, { revocationLists: true }), { evidence: directory });

  it('are downloaded where the certificates of the CAs say', async () => {
    const { drafts, failure } = await readLists();
    expect(failure).toBeUndefined();
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts)
      expect(draft).toMatchObject({
        kind: 'pki.crl',
        status: 'complete',
        target: expect.stringMatching(/^http:\/\/pki\./u),
      });
  });

  it('follow from the certificate of a domain controller', async () => {
    const evidence = [...directory, ...(await recordsOf((await readDcCertificate()).drafts))];
    const { drafts } = await collectAll(crlProbe, labSources(lab, { revocationLists: true }), { evidence });
    const issuing = drafts.find(({ target }) => target.includes('Issuing'));
    expect(issuing).toMatchObject({ status: 'complete', data: { issuer: expect.stringContaining(lab.pki.name) } });
  });

  it.each([
    ['missing', 'http-status'],
    ['html', 'crl-unreadable'],
  ] as const)('that are %s leave a reason', async (mode, code) => {
    await lab.setRevocationList(mode);
    const evidence = [...directory, ...(await recordsOf((await readDcCertificate()).drafts))];
    const input = { evidence, live: labSources(lab, { revocationLists: true }) };
    const targets = crlProbe.targets({ ...input, scope: defaultScope });
    const issuing = targets.find(({ spelling }) => spelling.includes('Issuing'));
    if (issuing === undefined) throw new Error('The certificate names no CRL');
    const one = { ...crlProbe, targets: () => [issuing] };
    expect((await collectAll(one, input.live, { evidence })).failure?.code).toBe(code);
  });
});
