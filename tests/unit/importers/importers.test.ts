import { describe, expect, it } from 'vitest';
import { importers } from '../../../src-main/importers';
import { demo, demoPath, fixture } from '../evidence/fixture';
import { importFiles, importFolder, only } from './import-drop';

const page = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>';
const guid = '{6AC1786C-016F-11D2-945F-00C04FB984F9}';
const pol = demo('sysvol/contoso.com/Policies/{2F95E0B4-C81A-4637-8D2B-94E7A06C5F13}/User/registry.pol');
const empty = Buffer.from('PReg\u0001\0\0\0', 'latin1');

it('lists every format by its id', () => {
  expect(importers.map(({ id }) => id)).toEqual([
    'adfs-cmdlets',
    'adfs-openid',
    'adfs-toolbox',
    'certificate',
    'certipy',
    'certutil',
    'claim-rules',
    'collector',
    'crl',
    'dsregcmd',
    'entra-openid',
    'federation-metadata',
    'gpresult',
    'graph-json',
    'ldif',
    'mex',
    'passport-admx',
    'registry-pol',
    'registry-preferences',
    'sharphound',
    'windows-event',
  ]);
});

it('reads the whole demo customer, and passes over what it does not judge', async () => {
  const { drafts, unrecognised } = await importFolder(demoPath(''));
  const lacking = drafts.filter(({ status }) => status !== 'complete');
  expect(lacking.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
    'adfs.endpoints fs.contoso.com', // a saved document tells of no other address
    'host.certificates fs02.contoso.com service', // denied, on purpose
    // Parts of a collection of SharpHound that hold too little of anything.
    'ad.certification-authorities *',
    'ad.certification-authorities *',
    'ad.certificate-oids *',
    'ad.nt-auth *', // a machine keeps a copy, and only the scope tells its forest
  ]);
  expect(drafts.length).toBeGreaterThan(40);
  expect(unrecognised).toContain('README.md');
  expect(drafts.filter(({ kind }) => kind === 'pki.dc-certificate').map(({ target }) => target)).toEqual([
    'dc01.contoso.com',
    'dc02.contoso.com',
    'dc03.contoso.com',
  ]);
});

it('is told the same of templates by the directory, certutil, SharpHound and Certipy', async () => {
  const { drafts } = await importFolder(demoPath(''));
  const lists = drafts.flatMap((draft) =>
    draft.kind === 'ad.certificate-templates' && draft.data !== undefined && 'templates' in draft.data
      ? [{ by: draft.source.by, templates: draft.data.templates }]
      : [],
  );
  const whole = lists.find(({ by }) => by === 'ldif')?.templates ?? [];
  expect(lists.map(({ by }) => by).sort()).toEqual(['certipy', 'certutil', 'ldif', 'sharphound']);
  expect(whole.length).toBeGreaterThan(10);
  const settings = [
    'schemaVersion',
    'nameFlag',
    'enrollmentFlag',
    'raSignatures',
    'validitySeconds',
    'renewalSeconds',
  ] as const;
  const usages = ['extendedKeyUsage', 'raApplicationPolicies'] as const;
  const toldOf = (list: typeof whole) =>
    list
      .map((template) => [template.cn.toLowerCase(), ...[...settings, ...usages].map((name) => template[name])])
      .sort();
  for (const { templates } of lists) expect(toldOf(templates)).toEqual(toldOf(whole));
});

describe('group policy files', () => {
  it('of one folder are one record, whatever the case of their names', async () => {
    const root = `sysvol/contoso.com/Policies/${guid}`;
    const result = await importFiles({
      [`${root}/MACHINE/Registry.pol`]: empty,
      [`${root}/User/registry.POL`]: pol,
      [`${root}/GPT.INI`]: '[General]\r\nVersion=65537\r\n',
    });
    expect(only(result, 'policy.registry')).toMatchObject({
      target: `contoso.com/${guid.toLowerCase()}`,
      status: 'complete',
      data: { domain: 'contoso.com', version: 65_537, machine: { count: 0 }, user: { count: 3 } },
    });
  });

  it('without settings are evidence of no settings', async () => {
    const { data, status } = only(
      await importFiles({ [`contoso.com/Policies/${guid}/gpt.ini`]: 'Version=0' }),
      'policy.registry',
    );
    expect([status, data?.machine, data?.user, data?.version]).toEqual(['complete', undefined, undefined, 0]);
  });

  it('of a lone policy folder have no domain', async () => {
    const draft = only(await importFiles({ [`${guid}/User/registry.pol`]: pol }), 'policy.registry');
    expect(draft).toMatchObject({ target: `unknown-domain/${guid.toLowerCase()}`, data: { domain: '' } });
    expect(draft.notes?.[0]).toContain('domain');
  });

  it('that are cut off name file and byte, and keep the other half', async () => {
    const root = `contoso.com/Policies/${guid}`;
    const partial = only(
      await importFiles({ [`${root}/Machine/registry.pol`]: pol.subarray(0, 50), [`${root}/User/registry.pol`]: pol }),
      'policy.registry',
    );
    expect(partial).toMatchObject({
      status: 'partial',
      data: { user: { count: 3 } },
      failure: { reason: 'unreadable' },
    });
    expect(partial.failure?.message).toMatch(
      /Machine\/registry\.pol cannot be read\. It is cut off: the entry at byte \d+/u,
    );
    expect(partial.data?.machine).toBeUndefined();
    expect(only(await importFiles({ [`${root}/Machine/registry.pol`]: 'MZ' }), 'policy.registry')).toMatchObject({
      status: 'failed',
    });
  });

  it('outside a policy folder are refused', async () => {
    expect(only(await importFiles({ 'registry.pol': pol }), 'policy.registry')).toMatchObject({
      status: 'failed',
      failure: { code: 'policy-file-without-folder' },
    });
  });
});

describe('documents of AD FS', () => {
  it('replaced by a web page are refused and named', async () => {
    const result = await importFiles({ 'adfs/openid-configuration.json': page, 'adfs/FederationMetadata.xml': page });
    expect(result.recognised).toEqual({
      'adfs/openid-configuration.json': 'adfs-openid',
      'adfs/FederationMetadata.xml': 'federation-metadata',
    });
    for (const kind of ['adfs.openid-configuration', 'adfs.federation-metadata'] as const) {
      expect(only(result, kind)).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
      expect(only(result, kind).failure?.message).toContain('It holds a web page');
    }
  });

  it('are told by their content, whatever their name', async () => {
    const result = await importFiles({
      'a.txt': demo('adfs/openid-configuration.json'),
      'b.txt': fixture('samples/adfs-metadata/adfs-v3-metadata.xml'),
    });
    expect(only(result, 'adfs.openid-configuration').target).toBe('fs.contoso.com');
    expect(only(result, 'adfs.federation-metadata').target).toBe('fs.msidlab2.com');
  });

  it('of another provider are kept and said to be', async () => {
    const draft = only(
      await importFiles({ 'idp.xml': fixture('samples/adfs-metadata/idp-metadata.xml') }),
      'adfs.federation-metadata',
    );
    expect(draft).toMatchObject({ status: 'complete', target: 'idp.msidlab13.com', data: { isAdfs: false } });
    expect(draft.notes?.[0]).toContain('another identity provider');
  });
});

describe('clients', () => {
  it('are named by the output, else by the file', async () => {
    const result = await importFiles({
      'PC0999.txt': fixture('samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt'),
    });
    expect(only(result, 'client.dsregcmd')).toMatchObject({ target: 'pc0999', status: 'complete' });
    expect(only(result, 'client.dsregcmd').notes?.[0]).toContain('does not name its device');
  });

  it('that saved something else leave a reason', async () => {
    const result = await importFiles({
      'dsregcmd_PC1.txt': "'dsregcmd' is not recognized as an internal or external command\r\n",
    });
    expect(only(result, 'client.dsregcmd')).toMatchObject({
      target: 'dsregcmd_pc1',
      status: 'failed',
      failure: { reason: 'unreadable' },
    });
  });
});

describe('answers of Microsoft Graph', () => {
  const devices = (ids: readonly string[], more: boolean) =>
    JSON.stringify({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#devices',
      ...(more ? { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/devices?$skiptoken=x' } : {}),
      value: ids.map((deviceId) => ({ deviceId, displayName: 'PC', trustType: 'ServerAd', accountEnabled: true })),
    });

  it('in pages are one list, whole only with the last page', async () => {
    const both = only(
      await importFiles({ '1.json': devices(['a', 'b'], true), '2.json': devices(['b', 'c'], false) }),
      'entra.devices',
    );
    expect(both).toMatchObject({ status: 'complete', data: { complete: true, devices: { length: 3 } } });
    const first = only(await importFiles({ '1.json': devices(['a', 'b'], true) }), 'entra.devices');
    expect(first).toMatchObject({ status: 'partial', data: { complete: false }, failure: { reason: 'not-collected' } });
  });

  it('about users are one list, with or without their context', async () => {
    const users = (ids: readonly string[], more: object) =>
      JSON.stringify({
        ...more,
        value: ids.map((id) => ({
          id,
          userPrincipalName: `${id}@contoso.com`,
          onPremisesSyncEnabled: true,
          onPremisesImmutableId: id,
        })),
      });
    const context = { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,userPrincipalName)' };
    const link = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users?$skiptoken=x' };
    const both = await importFiles({
      '1.json': users(['a', 'b'], { ...context, ...link }),
      '2.json': users(['c'], {}),
    });
    expect(only(both, 'entra.users')).toMatchObject({
      status: 'complete',
      target: 'tenant',
      data: { complete: true, users: { length: 3 } },
    });
    expect(only(await importFiles({ '1.json': users(['a'], { ...context, ...link }) }), 'entra.users')).toMatchObject({
      status: 'partial',
      data: { complete: false },
    });
    const messages = '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(\'a\')/messages","value":[]}';
    expect((await importFiles({ 'messages.json': messages })).unrecognised).toEqual(['messages.json']);
  });

  it('that are errors, cut off or without their domain leave a reason', async () => {
    const error =
      '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}';
    expect(only(await importFiles({ 'domains.json': error }), 'entra.domains')).toMatchObject({
      status: 'failed',
      failure: { reason: 'access-denied' },
    });
    expect(
      only(await importFiles({ 'devices.json': devices(['a'], false).slice(0, -5) }), 'entra.devices'),
    ).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    const federation = fixture('samples/graph/internalDomainFederation.json');
    expect(
      only(await importFiles({ 'internalDomainFederation.json': federation }), 'entra.federation-configuration'),
    ).toMatchObject({ status: 'partial' });
    expect(
      only(await importFiles({ 'federation-contoso.com.json': federation }), 'entra.federation-configuration'),
    ).toMatchObject({ status: 'complete', target: 'contoso.com' });
  });
});

describe('certificates and CRLs', () => {
  it('of a chain file are ordered from the leaf', async () => {
    const pem = (bytes: Buffer): string =>
      `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;
    const files = [
      'certificates/Contoso Root CA.crt',
      'certificates/dc01.contoso.com.cer',
      'certificates/ca01.contoso.com_Contoso Issuing CA 1.crt',
    ];
    const der = (path: string): Buffer => {
      const bytes = demo(path);
      return bytes[0] === 0x30
        ? bytes
        : Buffer.from(bytes.toString('latin1').replace(/-----[^-]+-----/gu, ''), 'base64');
    };
    const draft = only(
      await importFiles({ 'chain.pem': files.map((path) => pem(der(path))).join('') }),
      'pki.dc-certificate',
    );
    expect(draft).toMatchObject({ target: 'dc01.contoso.com', data: { seen: 'file', chain: { length: 3 } } });
    expect(draft.data?.chain.map(({ subject }) => subject)).toEqual([
      '',
      'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
      'CN=Contoso Root CA, DC=contoso, DC=com',
    ]);
  });

  it('that are not of a domain controller are told by their thumbprint', async () => {
    expect(
      only(await importFiles({ 'web.cer': fixture('certificates/server-p384.cer') }), 'pki.certificate'),
    ).toMatchObject({ status: 'complete' });
  });

  it('that are damaged leave a reason', async () => {
    const certificate = fixture('certificates/server-p384.cer').subarray(0, 200);
    expect(only(await importFiles({ 'web.cer': certificate }), 'pki.certificate').failure?.message).toMatch(
      /web\.cer cannot be read\. .*byte 200/u,
    );
    expect(only(await importFiles({ 'a.crl': 'not a CRL' }), 'pki.crl')).toMatchObject({ status: 'failed' });
  });
});
