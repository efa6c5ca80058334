import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeContradictions } from '../../../src-main/engine/judge-contradictions';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import { type Contradiction, contradictionSchema } from '../../../src-shared/model/contradiction';
import type { EvidenceHeader, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { RecordedCertificate } from '../../../src-shared/model/evidence/pki';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { finding } from '../../support/engagement';
import { failed, now, record } from '../checks/check-cases';
import { forest } from '../checks/contoso';
import { connectionPoint, deviceRegistration } from '../checks/dev/device-registration';
import { authority, certificate, olderCertificate } from '../checks/pki/authorities';
import { agentTemplate, helloTemplate } from '../checks/pki/templates';

const tenant = '11111111-2222-4333-8444-555555555555';
const other = '99999999-8888-4777-8666-555555555555';
const farm = 'fs.contoso.com';

const found = (evidence: readonly EvidenceRecord[]): Contradiction[] => {
  const contradictions = judgeContradictions(evidence, [], new Date(now), (error) => {
    throw error;
  });
  for (const each of contradictions) contradictionSchema.parse(each);
  return contradictions;
};
const ids = (evidence: readonly EvidenceRecord[]): string[] => found(evidence).map(({ id }) => id);
const valuesIn = (evidence: readonly EvidenceRecord[]): Record<string, number> =>
  Object.fromEntries(found(evidence).flatMap(({ values }) => values.map(({ value, total }) => [value, total])));

const pointingTo = (id: string, age: 'fresh' | 'old' = 'fresh'): EvidenceRecord => {
  const pointing = deviceRegistration({
    serviceConnectionPoints: [connectionPoint(['azureADName:contoso.com', `azureADId:${id}`])],
  });
  return age === 'fresh' ? pointing : { ...pointing, collectedAt: '2026-09-01T09:00:00Z' };
};
const organization = (tenantId: string): EvidenceRecord =>
  record('entra.organization', 'tenant', {
    tenantId,
    displayName: 'Contoso',
    verifiedDomains: [],
    assignedPlans: [],
  });
const client = (name: string, TenantId: string): EvidenceRecord =>
  record('client.dsregcmd', name, { deviceName: name, fields: { TenantId }, sections: [], lines: {} });
const discovery = (tenantId: string): EvidenceRecord =>
  record('entra.openid-configuration', 'contoso.com', { domain: 'contoso.com', tenantId });

describe('tenant', () => {
  test('directory, Entra ID, discovery and clients agree, in any capitals', () => {
    expect(
      ids([pointingTo(tenant.toUpperCase()), organization(tenant), discovery(tenant), client('pc1', tenant)]),
    ).toEqual([]);
  });
  test.each([
    ['the connection point', [pointingTo(other), organization(tenant)]],
    ['the discovery of a domain', [discovery(other), organization(tenant)]],
    ['a client', [client('pc1', other), organization(tenant)]],
    ['a client and the connection point', [client('pc1', other), pointingTo(tenant)]],
  ])('%s names another one', (_what, evidence) => {
    expect(valuesIn(evidence)).toEqual({ [tenant]: 1, [other]: 1 });
    expect(ids(evidence)).toEqual(['tenant']);
  });
  test('of a fleet the witnesses are few and the number is whole', () => {
    const fleet = Array.from({ length: 300 }, (_, index) => client(`pc${index}`, tenant));
    const [first] = found([...fleet, organization(tenant), client('pc999', other)]);
    expect(first?.values.map(({ value, total, witnesses }) => [value, total, witnesses.length])).toEqual([
      [tenant, 301, 10],
      [other, 1, 1],
    ]);
    expect(first?.values[0]?.witnesses.map(({ kind }) => kind)).toContain('entra.organization');
  });
  test.each<UnknownReason>(['access-denied', 'unreachable', 'unreadable'])(
    'what failed (%s) says nothing',
    (reason) => {
      expect(ids([organization(tenant), failed('ad.device-registration', forest, reason)])).toEqual([]);
    },
  );
  test('what is too old to be judged, or is no id, says nothing', () => {
    expect(ids([organization(tenant), pointingTo(other, 'old')])).toEqual([]);
    expect(ids([organization(tenant), client('pc1', 'not a tenant')])).toEqual([]);
  });
  test('bears on the checks that were given one of the records', () => {
    const scp = pointingTo(other);
    const unrelated = record('ad.schema', forest, { objectVersion: 88 });
    const contradictions = judgeContradictions(
      [scp, organization(tenant), unrelated],
      [finding('DEV-003', [], { evidenceIds: [scp.id] }), finding('DIR-001', [], { evidenceIds: [unrelated.id] })],
      new Date(now),
    );
    expect(contradictions[0]?.checks).toEqual(['DEV-003']);
  });
});

const metadata = (host: string, signing: readonly ReturnType<typeof certificate>[] = [], header = {}, target = farm) =>
  record(
    'adfs.federation-metadata',
    target,
    {
      entityId: `http://${host}/adfs/services/trust`,
      host,
      passiveEndpoints: [],
      activeEndpoints: [],
      mexEndpoints: [],
      signingCertificates: signing,
      encryptionCertificates: [],
      unreadableCertificates: 0,
      isAdfs: true,
    },
    header,
  );
const properties = (hostName: string, target = farm) => record('adfs.properties', target, { hostName });
const openId = (issuer: string) =>
  record('adfs.openid-configuration', farm, {
    host: farm,
    answers: [{ issuer, scopesSupported: [], sha256: '0'.repeat(64) }],
  });
const entraSettings = (passiveSignInUri: string, signingCertificate?: string, header: Partial<EvidenceHeader> = {}) =>
  record(
    'entra.federation-configuration',
    'contoso.com',
    {
      domain: 'contoso.com',
      issuerUri: `http://${farm}/adfs/services/trust/`,
      passiveSignInUri,
      activeSignInUri: '',
      metadataExchangeUri: '',
      preferredAuthenticationProtocol: 'wsFed',
      ...(signingCertificate === undefined ? {} : { signingCertificate }),
    },
    header,
  );

describe('federation service', () => {
  test('one name everywhere, in any capitals', () => {
    const evidence = [
      metadata('FS.contoso.com'),
      properties(farm),
      openId(`https://${farm}/adfs`),
      entraSettings(`https://${farm}/adfs/ls/`),
    ];
    expect(ids(evidence)).toEqual([]);
  });
  test.each([
    ['properties', [metadata(farm), properties('adfs.contoso.com')]],
    ['the issuer', [metadata(farm), openId('https://adfs.contoso.com/adfs')]],
    ['the metadata', [metadata('adfs.contoso.com'), properties(farm)]],
  ])('%s of one farm give another name', (_what, evidence) => {
    expect(ids(evidence)).toEqual([`federation-service:${farm}`]);
    expect(Object.keys(valuesIn(evidence)).sort()).toEqual(['adfs.contoso.com', farm]);
  });
  test('two farms are no contradiction while Entra ID knows one of them', () => {
    const second = 'fs.fabrikam.com';
    expect(
      ids([metadata(farm), metadata(second, [], {}, second), entraSettings(`https://${second}/adfs/ls/`)]),
    ).toEqual([]);
  });
  test('Entra ID knows none of the farms that were read', () => {
    const evidence = [metadata(farm), entraSettings('https://sts.northwind.com/adfs/ls/')];
    expect(ids(evidence)).toEqual(['federation-service:entra']);
    expect(Object.keys(valuesIn(evidence)).sort()).toEqual([farm, 'sts.northwind.com']);
  });
  test('without AD FS, or without federation, there is nothing to compare', () => {
    expect(ids([entraSettings('https://sts.northwind.com/adfs/ls/')])).toEqual([]);
    expect(ids([metadata(farm), failed('entra.federation-configuration', 'contoso.com', 'access-denied')])).toEqual([]);
    expect(ids([metadata(farm), entraSettings('')])).toEqual([]);
  });
});

const realText = readFileSync('tests/fixtures/samples/certificates/DoD_Root_CA_3.cer', 'latin1').replaceAll(
  /-----[^-]+-----|\s/gu,
  '',
);
const real = decodeCertificate(Buffer.from(realText, 'base64'));
const another = certificate({ thumbprint: 'B'.repeat(40), notBefore: '2026-01-01T00:00:00Z' });
const made = (notBefore: string) => certificate({ thumbprint: 'C'.repeat(40), notBefore });
const fromCmdlets = (...thumbprints: readonly string[]) =>
  record('adfs.certificates', farm, {
    certificates: thumbprints.map((thumbprint, index) => ({
      type: 'Token-Signing',
      isPrimary: index === 0,
      thumbprint,
    })),
    sslBindings: [],
  });

describe('signing certificates', () => {
  const uri = `https://${farm}/adfs/ls/`;
  test('around a change the sources share one', () => {
    const evidence = [
      metadata(farm, [real, another]),
      fromCmdlets(another.thumbprint.toLowerCase(), 'D'.repeat(40)),
      entraSettings(uri, realText),
    ];
    expect(ids([evidence[0], evidence[1]].flatMap((each) => each ?? []))).toEqual([]);
    expect(ids([evidence[0], evidence[2]].flatMap((each) => each ?? []))).toEqual([]);
  });
  test.each([
    ['metadata and cmdlets', [metadata(farm, [another]), fromCmdlets('D'.repeat(40))]],
    ['metadata and Entra ID', [metadata(farm, [another]), entraSettings(uri, realText)]],
    ['cmdlets and Entra ID', [fromCmdlets('D'.repeat(40)), entraSettings(uri, realText)]],
  ])('%s share none', (_what, evidence) => {
    expect(ids(evidence)).toEqual([`signing-certificate:${farm}`]);
    expect(Object.keys(valuesIn(evidence))).toHaveLength(2);
  });
  test('a certificate made after the other source was read is no contradiction', () => {
    const yesterday = { collectedAt: '2026-11-20T09:00:00Z' };
    expect(ids([metadata(farm, [made('2026-11-21T00:00:00Z')]), entraSettings(uri, realText, yesterday)])).toEqual([]);
    expect(ids([metadata(farm, [made('2026-11-19T00:00:00Z')]), entraSettings(uri, realText, yesterday)])).toHaveLength(
      1,
    );
  });
  test('of different farms, none at all, cut off or altered they say nothing', () => {
    expect(ids([metadata(farm, [another]), entraSettings('https://fs.fabrikam.com/adfs/ls/', realText)])).toEqual([
      'federation-service:entra',
    ]);
    expect(ids([metadata(farm, []), entraSettings(uri, realText)])).toEqual([]);
    expect(ids([metadata(farm, [another]), entraSettings(uri, 'MIIC3jCC…')])).toEqual([]);
    expect(ids([metadata(farm, [another]), failed('adfs.certificates', farm, 'access-denied')])).toEqual([]);
  });
});

const templates = (header = {}) =>
  record(
    'ad.certificate-templates',
    forest,
    { containerFound: true, templates: [helloTemplate(), agentTemplate()] },
    header,
  );
const asking = (windowsHelloTemplate: string) =>
  record('adfs.certificate-authority', farm, { enrollmentAgentTemplate: agentTemplate().cn, windowsHelloTemplate });
const issued = (template: string, notBefore: string) =>
  record('ca.issued-certificates', 'Contoso Issuing CA 1', {
    authority: 'Contoso Issuing CA 1',
    certificates: [{ requester: 'CONTOSO\\svc-adfs$', template, notBefore }],
    failures: [],
  });

describe('template names', () => {
  const { cn, displayName, oid } = helloTemplate();
  test('AD FS, CA and directory agree, in any capitals, by name or OID', () => {
    expect(ids([templates(), asking(cn.toUpperCase()), issued(cn, '2026-11-20T08:00:00Z')])).toEqual([]);
    if (oid !== undefined) expect(ids([templates(), issued(oid, '2026-11-20T08:00:00Z')])).toEqual([]);
  });
  test('AD FS asks for a name the directory does not hold', () => {
    const [first] = found([templates(), asking('Hello Logon')]);
    expect(first?.title).toContain('Hello Logon');
    expect(first?.values).toHaveLength(2);
  });
  test('AD FS asks for a display name', () => {
    if (displayName.toLowerCase() === cn.toLowerCase()) throw new Error('The fixture cannot tell them apart');
    expect(found([templates(), asking(displayName)])[0]?.title).toContain(`display name of “${cn}”`);
  });
  test('a CA issued lately from a template the directory does not hold', () => {
    expect(ids([templates(), issued('Gone', '2026-11-20T08:00:00Z')])).toEqual([
      'template-name:contoso issuing ca 1:gone',
    ]);
  });
  test('a template deleted since, or made after the directory was read, is none', () => {
    expect(ids([templates(), issued('Gone', '2026-06-01T08:00:00Z')])).toEqual([]);
    expect(ids([templates(), issued('New', '2026-11-22T14:00:00Z')])).toEqual([]);
  });
  test('an identifier is not missed where the source tells none', () => {
    const excerpt = { tool: 'Certipy', lacks: { oid: 'object identifiers' } };
    const told = record('ad.certificate-templates', forest, {
      excerpt,
      containerFound: true,
      templates: [helloTemplate()],
    });
    expect(ids([told, issued('1.3.6.1.4.1.311.21.8.99', '2026-11-20T08:00:00Z')])).toEqual([]);
    expect(ids([templates(), issued('1.3.6.1.4.1.311.21.8.99', '2026-11-20T08:00:00Z')])).toHaveLength(1);
  });
  test('without templates of the directory nothing is said', () => {
    expect(ids([asking('Hello Logon'), failed('ad.certificate-templates', forest, 'access-denied')])).toEqual([]);
    expect(
      ids([
        asking('Hello Logon'),
        record('ad.certificate-templates', forest, { containerFound: false, templates: [] }),
      ]),
    ).toEqual([]);
  });
});

describe('certificates of CAs', () => {
  const directory = record('ad.certification-authorities', forest, {
    containerFound: true,
    authorities: [authority({ certificates: [certificate(), olderCertificate({ serialNumber: '1E00000001' })] })],
    roots: [],
    intermediates: [],
  });
  const recorded = (recordedCertificate: RecordedCertificate, header = {}) =>
    record(
      'ad.certification-authorities',
      forest,
      {
        excerpt: { tool: 'Certipy', lacks: { certificates: 'certificates' } },
        containerFound: true,
        authorities: [authority({ certificates: [], recordedCertificate })],
        roots: [],
        intermediates: [],
      },
      { collectedAt: '2026-11-20T09:00:00Z', ...header },
    );
  test.each([
    ['its thumbprint', { thumbprint: certificate().thumbprint }],
    ['the thumbprint of an earlier one', { thumbprint: olderCertificate().thumbprint }],
    ['its serial number without leading zeros', { serialNumber: certificate().serialNumber.replace(/^0+/u, '') }],
    ['nothing of it', {}],
  ])('that a tool wrote down by %s agree', (_what, told) => {
    expect(ids([directory, recorded(told)])).toEqual([]);
  });
  test.each([
    ['thumbprint', { thumbprint: 'FF'.repeat(20) }, 'FF'.repeat(20)],
    ['serial number', { serialNumber: '7777' }, 'serial number 7777'],
  ])('that a tool wrote down with another %s do not', (_what, told, value) => {
    const [first] = found([directory, recorded(told)]);
    expect(first?.id).toBe('authority-certificate:contoso.com:contoso issuing ca 1');
    expect(first?.values.map((each) => each.value)).toContain(value);
    expect(first?.values).toHaveLength(3);
  });
  test('written down after the directory was read may be those of a renewal', () => {
    expect(ids([directory, recorded({ serialNumber: '7777' }, { collectedAt: '2026-11-22T10:00:00Z' })])).toEqual([]);
  });
});

describe('ages', () => {
  test('sources of one system a week apart are none, more is one', () => {
    const apart = (collectedAt: string) => [metadata(farm, [], { collectedAt }), properties(farm)];
    expect(ids(apart('2026-11-15T10:00:00Z'))).toEqual([]);
    expect(ids(apart('2026-11-14T09:00:00Z'))).toEqual([`age:adfs:${farm}`]);
  });
  test('also when the older one is too old to be judged', () => {
    expect(ids([metadata(farm, [], { collectedAt: '2026-08-01T09:00:00Z' }), properties(farm)])).toEqual([
      `age:adfs:${farm}`,
    ]);
  });
  test('of different systems, failed, or what people said is none', () => {
    const old = { collectedAt: '2026-11-10T09:00:00Z' };
    expect(ids([metadata('sts.fabrikam.com', [], old, 'sts.fabrikam.com'), properties(farm)])).toEqual([]);
    expect(ids([{ ...failed('adfs.certificates', farm, 'unreachable'), ...old }, properties(farm)])).toEqual([]);
    const said = (question: string, saidOn: string) =>
      record(
        'interview.answer',
        'adfs-plan',
        { question, answer: 'keep', saidBy: 'Imke Brandt', saidOn },
        {
          source: { way: 'attested', by: 'interview', location: 'said by Imke Brandt' },
          collectedAt: `${saidOn}T00:00:00Z`,
        },
      );
    expect(ids([said('adfs-plan', '2026-08-01'), said('adfs-design', '2026-12-24')])).toEqual([]);
  });
});

describe('later than now', () => {
  const events = (time: string) =>
    record('host.events', 'dc01 System', { host: 'dc01', log: 'System', events: [{ id: 19, time, parameters: [] }] });
  test('evidence of the future', () => {
    expect(ids([properties(farm)])).toEqual([]);
    const late = record('adfs.properties', farm, { hostName: farm }, { collectedAt: '2026-11-22T16:30:00Z' });
    expect(ids([late])).toEqual(['later-than-now:collected']);
  });
  test('a clock a few minutes off is none', () => {
    expect(ids([record('adfs.properties', farm, { hostName: farm }, { collectedAt: '2026-11-22T15:40:00Z' })])).toEqual(
      [],
    );
  });
  test('events after they were collected', () => {
    expect(ids([events('2026-11-22T08:59:00Z')])).toEqual([]);
    expect(ids([events('2026-11-22T12:00:00Z')])).toEqual(['later-than-now:dc01 system']);
  });
  test('a time that cannot be read is none', () => expect(ids([events('yesterday')])).toEqual([]));
});

test('nothing is said of nothing', () => expect(found([])).toEqual([]));
