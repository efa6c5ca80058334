import { describe, expect, it } from 'vitest';
import { writeZip } from '../../support/zip-writer';
import { importFiles, only } from './import-drop';

const services = 'CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION,DC=CONTOSO,DC=COM';
const part = (type: string, data: readonly object[], version = 6): string =>
  JSON.stringify({ data, meta: { methods: 0, type, count: data.length, version, collectorversion: '2.5.9.0' } });
const object = (name: string, properties: object, more: object = {}): object => ({
  ...more,
  Properties: { domain: 'CONTOSO.COM', name: `${name}@CONTOSO.COM`, domainsid: 'S-1-5-21-1-2-3', ...properties },
  Aces: [{ PrincipalSID: 'S-1-5-21-1-2-3-513', RightName: 'Enroll', IsInherited: false }],
  ObjectIdentifier: '2B6C1E0A-7A53-4A0A-9C39-5D1C3A1B2C3D',
  IsDeleted: false,
});
const template = object('WHFBGRÖSSE', {
  distinguishedname: `CN=WHFBGRÖSSE,CN=CERTIFICATE TEMPLATES,${services}`,
  displayname: 'WHfB Größe',
  schemaversion: 4,
  oid: '1.3.6.1.4.1.311.21.8.1',
  enrollmentflag: 'PUBLISH_TO_DS, AUTO_ENROLLMENT',
  certificatenameflag: 33_554_432,
  ekus: ['1.3.6.1.4.1.311.20.2.2'],
  certificateapplicationpolicy: [],
  applicationpolicies: ['1.3.6.1.4.1.311.20.2.1'],
  issuancepolicies: [],
  authorizedsignatures: 1,
});

describe('a collection of SharpHound', () => {
  it('shows what it holds of templates and marks it as not enough', async () => {
    const draft = only(
      await importFiles({ 'x_certtemplates.json': part('certtemplates', [template]) }),
      'ad.certificate-templates',
    );
    expect(draft).toMatchObject({
      status: 'partial',
      target: 'contoso.com',
      failure: { reason: 'not-collected', message: expect.stringContaining('“certtemplates” (objects: 1)') },
    });
    expect(draft.failure?.message).toContain('private key flags');
    const [read] = draft.data?.templates ?? [];
    expect(read).toMatchObject({
      cn: 'WHFBGRÖSSE',
      displayName: 'WHfB Größe',
      objectGuid: '2b6c1e0a-7a53-4a0a-9c39-5d1c3a1b2c3d',
      schemaVersion: 4,
      nameFlag: 33_554_432,
      raSignatures: 1,
      extendedKeyUsage: ['1.3.6.1.4.1.311.20.2.2'],
      raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1'],
    });
    // A flag told by names, and what the format does not have, stay unknown.
    expect([read?.enrollmentFlag, read?.privateKeyFlag, read?.keyUsageBits, read?.securityDescriptor]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('is read in its zip archive, part by part, and judges nothing', async () => {
    const file = (type: string, data: readonly object[]) => ({
      name: `20261122153000_${type}.json`,
      content: `\ufeff${part(type, data, 5)}`,
    });
    const authority = object(
      'CONTOSO ISSUING CA 1',
      {
        distinguishedname: `CN=CONTOSO ISSUING CA 1,CN=ENROLLMENT SERVICES,${services}`,
        caname: 'Contoso Issuing CA 1',
        dnshostname: 'CA01.contoso.com',
        certthumbprint: 'A1'.repeat(20),
      },
      { EnabledCertTemplates: [{ ObjectIdentifier: '2B6C1E0A', ObjectType: 'CertTemplate' }] },
    );
    const store = object('NTAUTHCERTIFICATES', {
      distinguishedname: `CN=NTAUTHCERTIFICATES,${services}`,
      certthumbprints: ['A1'.repeat(20), 'B2'.repeat(20)],
    });
    const user = object('IMKE', { distinguishedname: 'CN=IMKE,CN=USERS,DC=CONTOSO,DC=COM' });
    const result = await importFiles({
      '20261122153000_BloodHound.zip': writeZip([
        file('certtemplates', [template]),
        file('enterprisecas', [authority]),
        file('ntauthstores', [store]),
        file('aiacas', []),
        file('users', [user]),
        file('computers', [user]),
      ]),
    });
    expect(new Set(Object.values(result.recognised))).toEqual(new Set(['sharphound']));
    expect(result.drafts.map(({ kind, status, target }) => [kind, status, target])).toEqual([
      ['ad.certificate-templates', 'partial', 'contoso.com'],
      ['ad.certification-authorities', 'partial', 'contoso.com'],
      ['ad.nt-auth', 'partial', 'contoso.com'],
      ['ad.certification-authorities', 'failed', '*'],
      ['ad.pilot-users', 'failed', '*'],
      ['ad.pilot-computers', 'failed', '*'],
    ]);
    expect(only(result, 'ad.nt-auth').data).toEqual({ objectFound: true, certificates: [], unreadableCertificates: 2 });
    expect(result.drafts.filter(({ status }) => status === 'complete')).toEqual([]);
  });

  it.each([
    ['cut off', part('certtemplates', [template]).slice(0, -30), 'cut off'],
    ['of an unknown part', part('teapots', [template]), '“teapots”'],
  ])('%s leaves a reason', async (_, content, sentence) => {
    const draft = only(await importFiles({ 'x.json': content }), 'ad.certificate-templates');
    expect(draft).toMatchObject({ status: 'failed', target: '*', failure: { reason: 'unreadable' } });
    expect(draft.failure?.message).toContain(sentence);
  });

  it('is not seen in other JSON with data', async () => {
    const { unrecognised } = await importFiles({ 'x.json': '{"data":[{"id":1}],"meta":{"page":1}}' });
    expect(unrecognised).toEqual(['x.json']);
  });
});

describe('output of Certipy', () => {
  const output = {
    'Certificate Authorities': { 0: { 'CA Name': 'Contoso Issuing CA 1', 'DNS Name': 'ca01.contoso.com' } },
    'Certificate Templates': {
      0: {
        'Template Name': 'WHFBAuthentication',
        'Enrollee Supplies Subject': false,
        'Extended Key Usage': ['Smart Card Logon'],
      },
      1: { 'Template Name': 'User' },
    },
  };

  it('is recognised, counted and refused', async () => {
    const result = await importFiles({ '20261122_Certipy.json': JSON.stringify(output, undefined, 2) });
    expect(result.recognised).toEqual({ '20261122_Certipy.json': 'certipy' });
    expect(result.drafts.map(({ kind, status, target }) => [kind, status, target])).toEqual([
      ['ad.certificate-templates', 'failed', '*'],
      ['ad.certification-authorities', 'failed', '*'],
    ]);
    expect(result.drafts[0]?.failure?.message).toContain('(templates: 2, CAs: 1)');
  });

  it('without templates or cut off leaves a reason', async () => {
    const none = { ...output, 'Certificate Templates': '[!] Could not find any certificate templates' };
    const empty = await importFiles({ 'c.json': JSON.stringify(none) });
    expect(empty.drafts[0]?.failure?.message).toContain('(templates: 0, CAs: 1)');
    const cut = await importFiles({ 'c.json': JSON.stringify(output).slice(0, 120) });
    expect(cut.drafts[0]?.failure).toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('c.json cannot be read.'),
    });
  });
});
