import { X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeCertificate } from '../../../../src-main/evidence/certificate';
import probe from '../../../../src-main/probes/http/authority-information.probe';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { pkcs7Bundle } from '../../evidence/pkcs7-bundle';
import { type Authority, createAuthority } from '../servers/authority';
import { liveAt } from '../servers/live';
import { known, onlyTarget, type ProbeRun, targetsOf, visit } from '../servers/run-probe';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'pki.contoso.test';
const live = liveAt([host], { authorityInformation: true });
let authority: Authority;
let root: Buffer;
let server: WebServer | undefined;

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  root = new X509Certificate(authority.pem).raw;
});
afterEach(() => server?.close());

async function controllerNaming(...caIssuers: readonly string[]): Promise<EvidenceRecord> {
  const { cert } = await authority.issue({ names: ['dc1.contoso.test'], caIssuers });
  const leaf = decodeCertificate(new X509Certificate(cert).raw);
  return known('pki.dc-certificate', 'dc1.contoso.test', { host: 'dc1.contoso.test', chain: [leaf], seen: 'tls' });
}

async function download(listener: RequestListener): Promise<ProbeRun> {
  server = await webServer(listener);
  const evidence = [await controllerNaming(`http://${host}:${server.port}/Root%20CA.crt`)];
  return visit(probe, onlyTarget(targetsOf(probe, live, evidence)), live);
}

describe('reads the certificate of the issuer', () => {
  it('as DER', async () => {
    const { drafts } = await download((_request, response) => response.end(root));
    expect(drafts).toMatchObject([
      {
        kind: 'pki.authority-information',
        target: expect.stringMatching(/Root%20CA\.crt$/u),
        status: 'complete',
        data: { certificates: [{ subject: 'CN=Test Root' }] },
      },
    ]);
    expect(server?.requests).toEqual(['GET /Root%20CA.crt']);
  });

  it('as PEM', async () => {
    const { drafts } = await download((_request, response) => response.end(authority.pem));
    expect(drafts[0]?.data).toMatchObject({ certificates: [{ subject: 'CN=Test Root' }] });
  });

  it.each(['DER', 'PEM'] as const)('as a bundle of two in %s', async (format) => {
    const other = await createAuthority('Other Root');
    const bytes = pkcs7Bundle([authority.pem, other.pem], format);
    const { drafts } = await download((_request, response) => response.end(bytes));
    const [draft] = drafts;
    if (draft?.kind !== 'pki.authority-information') throw new Error('Another kind');
    expect(draft.data?.certificates.map(({ subject }) => subject).sort()).toEqual(['CN=Other Root', 'CN=Test Root']);
  });
});

it.each<[string, RequestListener, string]>([
  ['not found', (_request, response) => response.writeHead(404).end(), 'http-status'],
  ['a web page', (_request, response) => response.end('<html>Welcome</html>'), 'certificate-unreadable'],
  ['half a certificate', (_request, response) => response.end(root.subarray(0, 99)), 'certificate-unreadable'],
  ['empty', (_request, response) => response.end(), 'certificate-unreadable'],
  ['too much', (_request, response) => response.end(Buffer.alloc(2 * 1024 * 1024)), 'http-too-large'],
  [
    'a redirect to another host',
    (_request, response) => response.writeHead(302, { location: 'http://evil.test/' }).end(),
    'http-redirected-elsewhere',
  ],
])('says so when the answer is %s', async (_what, listener, code) => {
  expect((await download(listener)).failure).toMatchObject({ code });
});

it('contacts nobody unless asked to, and leaves other addresses alone', async () => {
  const evidence = [await controllerNaming(`http://${host}/ca.crt`, 'ldap:///CN=CA', 'http://u:p@pki.contoso.test/')];
  expect(targetsOf(probe, liveAt([host]), evidence)).toEqual([]);
  expect(targetsOf(probe, live, evidence).map(({ spelling }) => spelling)).toEqual([`http://${host}/ca.crt`]);
});

it('goes on upwards with what it found, and is not lured inwards', async () => {
  const issuing = await authority.issue({ names: ['Issuing'], caIssuers: ['http://169.254.169.254/root.crt'] });
  const certificates = [decodeCertificate(new X509Certificate(issuing.cert).raw)];
  const evidence = [
    known('ad.certification-authorities', 'contoso.test', {
      containerFound: true,
      authorities: [
        {
          distinguishedName: 'CN=Issuing',
          name: 'Issuing',
          dnsHostName: 'ca1.contoso.test',
          certificates,
          unreadableCertificates: 0,
          templates: [],
        },
      ],
      roots: [],
      intermediates: [],
    }),
  ];
  const target = onlyTarget(targetsOf(probe, live, evidence));
  expect((await visit(probe, target, live)).failure).toMatchObject({ code: 'address-refused' });
});
