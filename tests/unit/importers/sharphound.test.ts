import { describe, expect, it } from 'vitest';
import { writeZip } from '../../support/zip-writer';
import { importFiles, only } from './import-drop';

const services = 'CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION,DC=CONTOSO,DC=COM';
const guid = '2B6C1E0A-7A53-4A0A-9C39-5D1C3A1B2C3D';
const meta = { methods: 262_144, version: 6, collectorversion: '2.5.9.0' };
const part = (type: string, data: readonly object[], more: object = {}): string =>
  JSON.stringify({ data, meta: { ...meta, type, count: data.length, ...more } });
const object = (name: string, properties: object, more: object = {}): object => ({
  Properties: { domain: 'CONTOSO.COM', name: `${name}@CONTOSO.COM`, domainsid: 'S-1-5-21-1-2-3', ...properties },
  Aces: [],
  ObjectIdentifier: guid,
  IsDeleted: false,
  ...more,
});
const ace = (PrincipalSID: string, RightName: string, IsInherited = false): object => ({
  PrincipalSID,
  PrincipalType: 'Group',
  RightName,
  IsInherited,
});
const template = (properties: object = {}, more: object = {}): object =>
  object(
    'WHFBGRÖSSE',
    {
      distinguishedname: `CN=WHFBGRÖSSE,CN=CERTIFICATE TEMPLATES,${services}`,
      displayname: 'WHfB Größe',
      schemaversion: 4,
      oid: '1.3.6.1.4.1.311.21.8.1',
      enrollmentflag: 'PUBLISH_TO_DS, AUTO_ENROLLMENT',
      certificatenameflag: 'SUBJECT_ALT_REQUIRE_UPN, SUBJECT_REQUIRE_DIRECTORY_PATH',
      validityperiod: '1 year',
      renewalperiod: '6 weeks',
      ekus: ['1.3.6.1.4.1.311.20.2.2'],
      certificateapplicationpolicy: [],
      applicationpolicies: ['1.3.6.1.4.1.311.20.2.1'],
      issuancepolicies: [],
      authorizedsignatures: 1,
      ...properties,
    },
    more,
  );
const authority = (more: object = {}): object =>
  object(
    'CONTOSO ISSUING CA 1',
    {
      distinguishedname: `CN=CONTOSO ISSUING CA 1,CN=ENROLLMENT SERVICES,${services}`,
      caname: 'Contoso Issuing CA 1',
      dnshostname: 'CA01.contoso.com',
      certthumbprint: 'a1'.repeat(20),
    },
    { EnabledCertTemplates: [{ ObjectIdentifier: guid, ObjectType: 'CertTemplate' }], ...more },
  );

describe('templates', () => {
  const read = async (properties: object = {}, more: object = {}) => {
    const drop = await importFiles({ 'x_certtemplates.json': part('certtemplates', [template(properties, more)]) });
    const draft = only(drop, 'ad.certificate-templates');
    const [first] = draft.data?.templates ?? [];
    if (first === undefined) throw new Error('no template');
    return { draft, template: first };
  };

  it('are evidence that says what is missing', async () => {
    const { draft, template: one } = await read();
    expect(draft).toMatchObject({ status: 'complete', target: 'contoso.com', facts: 1 });
    expect(draft.notes).toEqual([
      expect.stringContaining('SharpHound does not record whether a template is for computers'),
    ]);
    expect(draft.data?.excerpt).toMatchObject({ tool: 'SharpHound', lacks: { privateKeyFlag: 'private key flags' } });
    expect(one).toMatchObject({
      cn: 'WHFBGRÖSSE',
      displayName: 'WHfB Größe',
      objectGuid: guid.toLowerCase(),
      schemaVersion: 4,
      oid: '1.3.6.1.4.1.311.21.8.1',
      nameFlag: 0x8200_0000,
      enrollmentFlag: 0x28,
      validitySeconds: 31_536_000,
      renewalSeconds: 3_628_800,
      raSignatures: 1,
      raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1'],
    });
    expect([one.flags, one.privateKeyFlag, one.keyUsageBits, one.securityDescriptor]).toEqual(Array(4).fill(undefined));
  });

  it.each([
    ['a number', 33_554_432, 0x0200_0000],
    ['a number of 32 bits with its sign', -2_113_929_216, 0x8200_0000],
    ['a number as text, where a bit has no name', '-2113929216', 0x8200_0000],
    ['no flag', 'NONE', 0],
    ['a name nobody knows', 'SUBJECT_ALT_REQUIRE_UPN, SUBJECT_REQUIRE_TEAPOT', undefined],
    ['nothing', '', undefined],
  ])('have flags told as %s', async (_, told, expected) => {
    expect((await read({ certificatenameflag: told })).template.nameFlag).toBe(expected);
  });

  it.each(['Unknown', '', '1 century', '1 year, 2 days'])('have no period where it is told as %j', async (told) => {
    expect((await read({ validityperiod: told })).template.validitySeconds).toBeUndefined();
  });

  it('have the rights that are told, and no descriptor', async () => {
    const aces = [
      ace('CONTOSO.COM-S-1-5-11', 'Enroll', true),
      ace('S-1-5-21-1-2-3-519', 'Owns'),
      ace('S-1-5-21-1-2-3-1105', 'GenericAll'),
      ace('S-1-5-21-1-2-3-1106', 'AddKeyCredentialLink'),
      ace('not a SID', 'Enroll'),
      ace('S-1-5-21-1-2-3-1107', 'constructor'),
    ];
    const { template: one } = await read({}, { Aces: aces });
    expect(one.provenRights).toEqual({
      owner: 'S-1-5-21-1-2-3-519',
      hasDacl: true,
      isProtected: false,
      entries: [
        {
          allows: true,
          sid: 'S-1-5-11',
          mask: 0x100,
          objectType: '0e10c968-78fb-11d2-90d4-00c04f79dc55',
          inherited: true,
          inheritOnly: false,
          inheritable: false,
        },
        {
          allows: true,
          sid: 'S-1-5-21-1-2-3-1105',
          mask: 0xf_01ff,
          inherited: false,
          inheritOnly: false,
          inheritable: false,
        },
      ],
    });
    expect((await read()).template.provenRights).toBeUndefined();
  });
});

describe('CAs', () => {
  const drop = (ca: object, more: Readonly<Record<string, string>> = {}) =>
    importFiles({ 'x_enterprisecas.json': part('enterprisecas', [ca]), ...more });

  it('publish what the part with the templates names', async () => {
    const result = await drop(authority(), { 'x_certtemplates.json': part('certtemplates', [template()]) });
    const { data, status } = only(result, 'ad.certification-authorities');
    expect(status).toBe('complete');
    expect(data?.authorities).toMatchObject([
      {
        name: 'Contoso Issuing CA 1',
        dnsHostName: 'ca01.contoso.com',
        templates: ['WHFBGRÖSSE'],
        recordedCertificate: { thumbprint: 'A1'.repeat(20) },
      },
    ]);
    expect(Object.keys(data?.excerpt?.lacks ?? {})).not.toContain('templates');
  });

  it('publish nobody knows what without it', async () => {
    const { data } = only(await drop(authority()), 'ad.certification-authorities');
    expect(data?.excerpt?.lacks).toMatchObject({ templates: expect.stringContaining('names of published templates') });
  });

  it.each([
    [
      'that takes names',
      { Collected: true, Value: true },
      { Collected: true, Restrictions: null },
      true,
      'unrestricted',
    ],
    [
      'that restricts agents',
      { Collected: true, Value: false },
      { Collected: true, Restrictions: [] },
      false,
      'restricted',
    ],
  ])('tell of a service %s', async (_, names, agents, takes, rights) => {
    const registry = { CARegistryData: { IsUserSpecifiesSanEnabled: names, EnrollmentAgentRestrictions: agents } };
    const { data, target } = only(await drop(authority(registry)), 'ca.settings');
    expect(target).toBe('Contoso Issuing CA 1 (SharpHound)');
    expect(data).toEqual({
      authority: 'Contoso Issuing CA 1',
      host: 'ca01.contoso.com',
      takesRequestedNames: takes,
      enrollmentAgentRights: rights,
    });
  });

  it('tell nothing of a service whose registry was not read', async () => {
    const failed = { Collected: false, Value: false, Restrictions: [], FailureReason: 'denied' };
    const registry = { CARegistryData: { IsUserSpecifiesSanEnabled: failed, EnrollmentAgentRestrictions: failed } };
    const { drafts } = await drop(authority(registry));
    expect(drafts.map(({ kind }) => kind)).toEqual(['ad.certification-authorities']);
  });

  it('tell of their enrolment pages what was learnt', async () => {
    const page = (url: string, flags: object, Collected = true): object => ({
      Collected,
      Result: { Url: url, ...flags },
    });
    const HttpEnrollmentEndpoints = [
      page('http://ca01.contoso.com/certsrv/', { ADCSWebEnrollmentHTTP: true }),
      page('https://ca01.contoso.com/certsrv/', { ADCSWebEnrollmentHTTPS: true, ADCSWebEnrollmentEPA: true }),
      page('http://ca01.contoso.com/x_CES_Kerberos/service.svc', { Status: 'NotVulnerable_PathNotFound' }),
      page('https://ca01.contoso.com/x_CES_Kerberos/service.svc', { Status: 258 }),
      page('javascript:', {}, false),
    ];
    const { data } = only(await drop(authority({ HttpEnrollmentEndpoints })), 'pki.enrolment-endpoints');
    expect(
      data?.endpoints.map(({ kind, state, isTls, demandsChannelBinding }) => [
        kind,
        state,
        isTls,
        demandsChannelBinding,
      ]),
    ).toEqual([
      ['web-enrolment', 'answers', false, undefined],
      ['web-enrolment', 'answers', true, true],
      ['enrolment-service', 'absent', false, undefined],
      ['enrolment-service', 'silent', true, undefined],
      ['enrolment-service', 'silent', false, undefined],
      ['ndes', 'silent', false, undefined],
    ]);
  });
});

describe('a collection', () => {
  it('is read in its zip archive, its parts together', async () => {
    const file = (type: string, data: readonly object[]) => ({
      name: `20261122153000_${type}.json`,
      content: `\ufeff${part(type, data, { version: 5 })}`,
    });
    const store = object(
      'NTAUTHCERTIFICATES',
      { distinguishedname: `CN=NTAUTHCERTIFICATES,${services}` },
      { CertThumbprints: ['b2'.repeat(20), 'A1'.repeat(20), 'rubbish'] },
    );
    const user = object('IMKE', { distinguishedname: 'CN=IMKE,CN=USERS,DC=CONTOSO,DC=COM' });
    const result = await importFiles({
      '20261122153000_BloodHound.zip': writeZip([
        file('certtemplates', [template()]),
        file('enterprisecas', [authority()]),
        file('ntauthstores', [store]),
        file('aiacas', []),
        file('users', [user]),
        file('computers', [user]),
      ]),
    });
    expect(new Set(Object.values(result.recognised))).toEqual(new Set(['sharphound']));
    expect(result.drafts.map(({ kind, status, target, isInherent }) => [kind, status, target, isInherent])).toEqual([
      ['ad.certificate-templates', 'complete', 'contoso.com', undefined],
      ['ad.certification-authorities', 'complete', 'contoso.com', undefined],
      ['ad.nt-auth', 'complete', 'contoso.com', undefined],
      ['ad.certification-authorities', 'failed', '*', true],
      ['ad.pilot-users', 'failed', '*', true],
      ['ad.pilot-computers', 'failed', '*', true],
    ]);
    expect(only(result, 'ad.nt-auth').data).toMatchObject({
      certificates: [],
      thumbprints: ['A1'.repeat(20), 'B2'.repeat(20)],
    });
  });

  it('of several runs counts as the last one has it', async () => {
    const { data } = only(
      await importFiles({
        '20261101_certtemplates.json': part('certtemplates', [template({ authorizedsignatures: 0 })]),
        '20261122_certtemplates.json': part('certtemplates', [template({ authorizedsignatures: 1 })]),
      }),
      'ad.certificate-templates',
    );
    expect(data?.templates.map(({ raSignatures }) => raSignatures)).toEqual([1]);
  });

  it('that SharpHound did not write is shown and not judged', async () => {
    const draft = only(
      await importFiles({ 'x.json': part('certtemplates', [template()], { methods: 0, collectorversion: undefined }) }),
      'ad.certificate-templates',
    );
    expect(draft).toMatchObject({ status: 'partial', failure: { code: 'sharphound-other-collector' } });
    expect(draft.data?.templates).toHaveLength(1);
  });

  it.each([
    ['cut off', part('certtemplates', [template()]).slice(0, -30), 'cut off'],
    ['of an unknown part', part('teapots', [template()]), '“teapots”'],
    ['of an older version', part('certtemplates', [template()], { version: 4 }), 'version 4 of the format'],
    ['of a coming version', part('certtemplates', [template()], { version: 7 }), 'versions 5 and 6 are read'],
    ['without a version', part('certtemplates', [template()], { version: undefined }), 'no known version'],
    [
      'with objects missing',
      part('certtemplates', [template()], { count: 12 }),
      '1 objects where it says that there are 12',
    ],
  ])('%s leaves a reason', async (_, content, sentence) => {
    const draft = only(await importFiles({ 'x.json': content }), 'ad.certificate-templates');
    expect(draft).toMatchObject({ status: 'failed', target: '*', failure: { reason: 'unreadable' } });
    expect(draft.isInherent).toBeUndefined();
    expect(draft.failure?.message).toContain(sentence);
  });

  it('with a part that is damaged gives the others', async () => {
    const { drafts } = await importFiles({
      'a_certtemplates.json': part('certtemplates', [template()]),
      'b_enterprisecas.json': part('enterprisecas', [authority()]).slice(0, -20),
    });
    expect(drafts.filter(({ status }) => status === 'complete').map(({ kind }) => kind)).toEqual([
      'ad.certificate-templates',
    ]);
  });

  it('without objects is evidence of nothing', async () => {
    const draft = only(await importFiles({ 'x.json': part('certtemplates', []) }), 'ad.certificate-templates');
    expect(draft).toMatchObject({ status: 'failed', isInherent: true, failure: { reason: 'not-collected' } });
  });

  it('takes nothing that is not a property of its own', async () => {
    const hostile = `{"data":[{"__proto__":{"Properties":{"distinguishedname":"CN=X,${services}"}},"Properties":{"distinguishedname":"CN=Y\\u0000\\u202e,${services}","__proto__":{"oid":"1.2"}}}],"meta":{"methods":1,"type":"certtemplates","count":1,"version":6}}`;
    const { data } = only(await importFiles({ 'x.json': hostile }), 'ad.certificate-templates');
    expect(data?.templates.map(({ oid, extendedKeyUsage }) => [oid, extendedKeyUsage])).toEqual([[undefined, []]]);
    expect(JSON.stringify(data)).not.toMatch(/[\u0000\u202e]/u);
  });

  it('is not seen in other JSON with data', async () => {
    const { unrecognised } = await importFiles({ 'x.json': '{"data":[{"id":1}],"meta":{"page":1}}' });
    expect(unrecognised).toEqual(['x.json']);
  });

  it('of many users is passed over without being held', async () => {
    const user = `${JSON.stringify(object('U', { distinguishedname: 'CN=U,DC=CONTOSO,DC=COM', description: 'x'.repeat(4000) }))},`;
    const content = Buffer.from(
      `{"data":[${user.repeat(30_000).slice(0, -1)}],"meta":${JSON.stringify({ ...meta, type: 'users', count: 30_000 })}}`,
    );
    const before = process.memoryUsage().rss;
    const { drafts } = await importFiles({ 'x_users.json': content });
    expect(drafts.map(({ kind, isInherent }) => [kind, isInherent])).toEqual([['ad.pilot-users', true]]);
    expect(content.length).toBeGreaterThan(100 * 1024 ** 2);
    expect(process.memoryUsage().rss - before).toBeLessThan(content.length / 2);
  });
});
