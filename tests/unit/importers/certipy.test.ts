import { describe, expect, it } from 'vitest';
import { defaultScope } from '../../../src-shared/model/scope';
import { importFiles, only } from './import-drop';

const authority = {
  'CA Name': 'Contoso Issuing CA 1',
  'DNS Name': 'CA01.contoso.com',
  'Certificate Subject': 'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
  'Certificate Serial Number': '75b2f4bbf31f108945147b466131bdca',
  'Certificate Validity Start': '2024-11-03 22:55:09+00:00',
  'Certificate Validity End': '2034-11-03 23:05:09+00:00',
  'Web Enrollment': { http: { enabled: true }, https: { enabled: true, channel_binding: false } },
  'User Specified SAN': 'Disabled',
  'Request Disposition': 'Issue',
  'Enforce Encryption for Requests': 'Enabled',
};
const template = {
  'Template Name': 'WHFBGröße',
  'Display Name': 'WHfB Größe',
  'Certificate Authorities': ['Contoso Issuing CA 1'],
  Enabled: true,
  'Certificate Name Flag': [33_554_432, 2_147_483_648],
  'Enrollment Flag': [32, 64],
  'Private Key Flag': [128, 2_097_152],
  'Extended Key Usage': ['Smart Card Logon', 'Client Authentication', '1.3.6.1.4.1.99.1'],
  'Application Policies': [
    'msPKI-RA-Application-Policies`PZPWSTR`1.3.6.1.4.1.311.20.2.1`msPKI-Asymmetric-Algorithm`PZPWSTR`RSA`msPKI-Hash-Algorithm`PZPWSTR`SHA256`',
  ],
  'Authorized Signatures Required': 1,
  'Schema Version': 4,
  'Validity Period': '1 year',
  'Renewal Period': '6 weeks',
  'Minimum RSA Key Length': 2048,
  Permissions: { 'Enrollment Permissions': { 'Enrollment Rights': ['CONTOSO.COM\\Domänen-Benutzer'] } },
};
/** Shows that neither -enabled nor -vulnerable was given. */
const idle = { 'Template Name': 'Idle', Enabled: false, 'Schema Version': 1 };
const output = (templates: readonly object[], authorities: readonly object[] = [authority]): string =>
  JSON.stringify(
    { 'Certificate Authorities': { ...authorities }, 'Certificate Templates': { ...templates } },
    undefined,
    2,
  );
const read = async (templates: readonly object[], authorities?: readonly object[]) =>
  importFiles({ '20261122_Certipy.json': output([...templates, idle], authorities) });

describe('templates', () => {
  it('of version 5 are read by the numbers of bits and the names of usages', async () => {
    const { data, status, target, notes } = only(await read([template]), 'ad.certificate-templates');
    expect([status, target]).toEqual(['complete', 'contoso.com']);
    expect(notes?.join(' ')).toContain('Certipy does not name the forest; contoso.com is taken for it.');
    const one = data?.templates.find(({ cn }) => cn === 'WHFBGröße');
    expect(one).toMatchObject({
      distinguishedName: expect.stringMatching(
        /^CN=WHFBGröße,CN=Certificate Templates,CN=Public Key Services,.*,DC=contoso,DC=com$/u,
      ),
      nameFlag: 0x8200_0000,
      enrollmentFlag: 0x60,
      privateKeyFlag: 0x20_0080,
      extendedKeyUsage: ['1.3.6.1.4.1.311.20.2.2', '1.3.6.1.5.5.7.3.2', '1.3.6.1.4.1.99.1'],
      raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1'],
      asymmetricAlgorithm: 'RSA',
      hashAlgorithm: 'SHA256',
      raSignatures: 1,
      schemaVersion: 4,
      validitySeconds: 31_536_000,
      minimalKeySize: 2048,
      unreadUsages: true,
    });
    // Names of people are not read: every language has others.
    expect([one?.flags, one?.securityDescriptor, one?.provenRights]).toEqual([undefined, undefined, undefined]);
  });

  it('of version 4 are read by the names of bits', async () => {
    const { 'Schema Version': _, ...older } = template;
    const named = {
      ...older,
      'Certificate Name Flag': ['SubjectRequireDirectoryPath', 'SubjectAltRequireUpn'],
      'Enrollment Flag': ['None'],
      'Private Key Flag': ['16842752'],
      'Application Policies': ['Certificate Request Agent'],
    };
    const one = only(await read([named]), 'ad.certificate-templates').data?.templates.find(({ cn }) => cn !== 'Idle');
    expect(one).toMatchObject({ nameFlag: 0x8200_0000, enrollmentFlag: 0, privateKeyFlag: 0x101_0000 });
    expect([one?.schemaVersion, one?.certificatePolicies, one?.raApplicationPolicies]).toEqual([
      undefined,
      [],
      ['1.3.6.1.4.1.311.20.2.1'],
    ]);
  });

  it.each([
    ['a bit nobody knows', ['SubjectRequireTeapot'], undefined],
    ['bits that are no numbers', [{}, null], undefined],
    ['none, which is left out', undefined, 0],
  ])('with %s', async (_, told, expected) => {
    const one = only(await read([{ ...template, 'Certificate Name Flag': told }]), 'ad.certificate-templates');
    expect(one.data?.templates.find(({ cn }) => cn !== 'Idle')?.nameFlag).toBe(expected);
  });

  it.each([
    ['all published, as with -enabled', [template]],
    ['all with a weakness, as with -vulnerable', [{ ...idle, '[!] Vulnerabilities': { ESC4: 'x' } }]],
  ])('%s, are shown and not judged', async (_, templates) => {
    const draft = only(await importFiles({ 'c.json': output(templates) }), 'ad.certificate-templates');
    expect(draft).toMatchObject({ status: 'partial', isInherent: true, failure: { code: 'certipy-some' } });
  });
});

describe('CAs', () => {
  it('have what the output tells of them', async () => {
    const { data } = only(await read([template]), 'ad.certification-authorities');
    expect(data?.authorities).toEqual([
      {
        distinguishedName: expect.stringContaining('CN=Contoso Issuing CA 1,CN=Enrollment Services'),
        name: 'Contoso Issuing CA 1',
        dnsHostName: 'ca01.contoso.com',
        certificates: [],
        unreadableCertificates: 0,
        templates: ['WHFBGröße'],
        recordedCertificate: {
          serialNumber: '75B2F4BBF31F108945147B466131BDCA',
          subject: 'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
          notBefore: '2024-11-03T22:55:09.000Z',
          notAfter: '2034-11-03T23:05:09.000Z',
        },
      },
    ]);
  });

  it('have settings and pages as far as they were asked', async () => {
    const drop = await read([template]);
    expect(only(drop, 'ca.settings')).toMatchObject({
      target: 'Contoso Issuing CA 1 (Certipy)',
      data: { takesRequestedNames: false, demandsEncryption: true },
    });
    expect(only(drop, 'pki.enrolment-endpoints').data?.endpoints).toMatchObject([
      { kind: 'web-enrolment', isTls: false, state: 'answers', status: 401 },
      { kind: 'web-enrolment', isTls: true, state: 'answers', demandsChannelBinding: false },
      { kind: 'ndes', state: 'silent' },
    ]);
  });

  it.each([
    ['Unknown', undefined],
    ['Disabled', ['silent', 'silent']],
    ['Enabled', ['answers', 'silent']],
  ])('of version 4 with web enrolment %s', async (told, states) => {
    const { drafts } = await read(
      [template],
      [{ ...authority, 'Web Enrollment': told, 'User Specified SAN': 'Unknown' }],
    );
    const pages = drafts.flatMap((draft) =>
      draft.kind === 'pki.enrolment-endpoints' && draft.data ? [draft.data] : [],
    );
    const seen = pages.flatMap((data) => ('endpoints' in data ? data.endpoints.map(({ state }) => state) : []));
    expect(pages.length === 0 ? undefined : seen).toEqual(states);
  });

  it.each([
    ['the only one in scope', ['fabrikam.com'], 'fabrikam.com'],
    ['the one above its host', ['fabrikam.com', 'com', 'contoso.com'], 'contoso.com'],
    ['the domain of its host', ['fabrikam.com', 'tailspin.com'], 'contoso.com'],
  ])('belong to %s', async (_, forests, expected) => {
    const drop = await importFiles({ 'c.json': output([template, idle]) }, { ...defaultScope, forests });
    expect(only(drop, 'ad.certification-authorities').target).toBe(expected);
  });
});

describe('output', () => {
  it('without CAs names no forest, which is said', async () => {
    const none = { 'Certificate Authorities': '[!] Could not find any CAs', 'Certificate Templates': { 0: idle } };
    const { drafts } = await importFiles({ 'c.json': JSON.stringify(none) });
    expect(drafts[0]).toMatchObject({
      status: 'failed',
      isInherent: true,
      target: '*',
      failure: { code: 'certipy-output' },
    });
    expect(drafts[0]?.failure?.message).toContain('(templates: 1, CAs: 0)');
  });

  it('that is cut off leaves a reason', async () => {
    const { drafts } = await importFiles({ 'c.json': output([template]).slice(0, 120) });
    expect(drafts[0]?.failure).toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('c.json cannot be read.'),
    });
  });

  it('that is hostile is read as far as it makes sense', async () => {
    const hostile = output([
      { 'Template Name': 7 },
      { 'Template Name': 'A\u0000\u202eB', 'Extended Key Usage': 'x', Enabled: false },
    ]);
    const { data } = only(await importFiles({ 'c.json': hostile }), 'ad.certificate-templates');
    expect(data?.templates.map(({ extendedKeyUsage }) => extendedKeyUsage)).toEqual([['x']]);
    expect(JSON.stringify(data)).not.toMatch(/[\u0000\u202e]/u);
  });
});
