import { X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import { decodeCertificate } from '../../../../src-main/evidence/certificate';
import crlProbe from '../../../../src-main/probes/http/crl.probe';
import type { EvidenceDraft, EvidenceFailure, EvidenceRecord } from '../../../../src-shared/model/evidence';
import { defaultScope } from '../../../../src-shared/model/scope';
import { type Authority, createAuthority } from '../servers/authority';
import { liveAt } from '../servers/live';
import { known, targetsOf } from '../servers/run-probe';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'pki.contoso.test';
let authority: Authority;
let list: Buffer;
let server: WebServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  list = await authority.revocationList();
});
afterEach(() => server?.close());

/** Evidence of a domain controller whose certificate names this address for its CRL. */
async function evidenceNaming(crl: string): Promise<EvidenceRecord> {
  const { cert } = await authority.issue({ names: ['dc1.contoso.test'], crl });
  return {
    id: '00000000-0000-4000-8000-000000000000',
    kind: 'pki.dc-certificate',
    target: 'dc1.contoso.test',
    source: { way: 'import', by: 'certificate', location: 'dc1.cer' },
    collectedAt: '2026-01-01T00:00:00Z',
    collector: { user: 'u', host: 'h', version: '1' },
    status: 'complete',
    facts: 1,
    notes: [],
    data: { host: 'dc1.contoso.test', chain: [decodeCertificate(new X509Certificate(cert).raw)], seen: 'file' },
  };
}

async function targetsFor(crl: string, revocationLists = true) {
  return crlProbe.targets({
    scope: defaultScope,
    live: liveAt([host], { revocationLists }),
    evidence: [await evidenceNaming(crl)],
  });
}

async function download(listener: RequestListener): Promise<EvidenceDraft | EvidenceFailure> {
  server = await webServer(listener);
  const live = liveAt([host], { revocationLists: true });
  const evidence = [await evidenceNaming(`http://${host}:${server.port}/CertEnroll/CA.crl`)];
  const [target] = crlProbe.targets({ scope: defaultScope, live, evidence });
  if (target === undefined) throw new Error('No target');
  const context = {
    scope: defaultScope,
    live,
    evidence,
    signal: new AbortController().signal,
    password: () => undefined,
    progress: () => undefined,
  };
  try {
    for await (const draft of crlProbe.collect(target, context)) return draft;
  } catch (error) {
    if (error instanceof ProbeFailure) return error.failure;
    throw error;
  }
  throw new Error('Nothing was given');
}

it('downloads the list a certificate names', async () => {
  const draft = await download((_request, response) => response.end(list));
  expect(draft).toMatchObject({
    kind: 'pki.crl',
    target: expect.stringMatching(/CA\.crl$/u),
    status: 'complete',
    data: { revokedCount: 1, issuer: 'CN=Test Root' },
  });
});

it.each<[string, RequestListener, string]>([
  ['not found', (_request, response) => response.writeHead(404).end(), 'http-status'],
  ['a web page', (_request, response) => response.end('<html>Welcome</html>'), 'crl-unreadable'],
  ['half a list', (_request, response) => response.end(list.subarray(0, 100)), 'crl-unreadable'],
  [
    'a redirect to another host',
    (_request, response) => response.writeHead(302, { location: 'http://evil.test/' }).end(),
    'http-redirected-elsewhere',
  ],
])('says so when the answer is %s', async (_what, listener, code) => {
  expect(await download(listener)).toMatchObject({ code });
});

it('contacts nobody unless asked to', async () => {
  expect(await targetsFor(`http://${host}/CA.crl`, false)).toEqual([]);
});

it.each(['ldap:///CN=CA,CN=CDP', 'file:///etc/passwd', 'http://user:secret@pki.contoso.test/CA.crl', 'not an address'])(
  'leaves %s alone',
  async (address) => {
    expect(await targetsFor(address)).toEqual([]);
  },
);

it.each(['http://169.254.169.254/latest/meta-data', 'http://127.0.0.1:1/', 'http://[::1]:1/', 'http://2130706433:1/'])(
  'is not lured to %s',
  async (address) => {
    const live = liveAt([], { revocationLists: true });
    const evidence = [await evidenceNaming(address)];
    const [target] = crlProbe.targets({ scope: defaultScope, live, evidence });
    if (target === undefined) throw new Error('No target');
    const context = {
      scope: defaultScope,
      live,
      evidence,
      signal: new AbortController().signal,
      password: () => undefined,
      progress: () => undefined,
    };
    await expect(crlProbe.collect(target, context)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      failure: { code: 'address-refused' },
    });
  },
);

it('goes on to the delta lists that a base list announces', async () => {
  const evidence = [
    await evidenceNaming('http://pki.contoso.test/CA.crl'),
    known('pki.crl', 'http://pki.contoso.test/CA.crl', {
      issuer: 'CN=Test Root',
      thisUpdate: '2026-01-01T00:00:00Z',
      revokedCount: 0,
      signatureAlgorithm: 'sha256RSA',
      deltaAddresses: ['http://pki.contoso.test/CA+.crl', 'ldap:///CN=CA'],
    }),
  ];
  const live = liveAt([host], { revocationLists: true });
  expect(targetsOf(crlProbe, live, evidence).map(({ spelling }) => spelling)).toEqual([
    'http://pki.contoso.test/CA.crl',
    'http://pki.contoso.test/CA+.crl',
  ]);
});
