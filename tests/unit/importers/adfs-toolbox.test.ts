import { describe, expect, it } from 'vitest';
import { fixture } from '../evidence/fixture';
import { type DropResult, importFiles, only } from './import-drop';

const trueFile = fixture('samples/adfs-toolbox.json');
type Json = Record<string, unknown>;

/** The true file with other values in its configuration. */
function changed(changes: Json): string {
  const document = JSON.parse(String(trueFile)) as { ADFSToolbox: { 'Adfs-Configuration': Json } };
  Object.assign(document.ADFSToolbox['Adfs-Configuration'], changes);
  return JSON.stringify(document);
}
const entraTrust = {
  Name: 'Microsoft Office 365 – Größe',
  Identifier: ['https://login.microsoftonline.com/extSTS.srf', 'urn:federation:MicrosoftOnline'],
  IssuanceTransformRules: 'c:[Type == "a"] => issue(claim = c);',
  IssuanceAuthorizationRules: '',
  AdditionalAuthenticationRules: '',
};
const statuses = ({ drafts }: DropResult): Json => Object.fromEntries(drafts.map(({ kind, status }) => [kind, status]));

describe('a file of Export-AdfsDiagnosticsFile', () => {
  it('gives what it holds whole, and marks the rest', async () => {
    const result = await importFiles({ 'ADFSDiagnosticsFile-20190115134922.json': trueFile });
    expect(result.recognised).toEqual({ 'ADFSDiagnosticsFile-20190115134922.json': 'adfs-toolbox' });
    expect(statuses(result)).toEqual({
      'adfs.farm-information': 'complete',
      'adfs.authentication-policy': 'complete',
      'adfs.certificates': 'partial',
      'adfs.entra-trust': 'complete',
    });
    expect(new Set(result.drafts.map(({ target }) => target))).toEqual(new Set(['sts.aadtestdom.com']));
    expect(only(result, 'adfs.farm-information').data).toEqual({
      nodes: [{ host: 'aadtestdoms1.aadtestdom.com' }],
      behaviorLevel: 3,
    });
    expect(only(result, 'adfs.authentication-policy').data).toMatchObject({
      deviceAuthenticationEnabled: false,
      deviceAuthenticationMethod: '2',
      additionalProviders: [],
    });
    expect(only(result, 'adfs.certificates')).toMatchObject({
      data: {
        certificates: [
          {
            type: 'Token-Signing',
            thumbprint: 'A99992967E1F4CD0D7D2BE793A6DE9B9A0B7396B',
            notAfter: '2020-01-15T21:43:08.000Z',
          },
        ],
      },
      failure: { message: expect.stringContaining('only those that sign tokens') },
    });
    expect(only(result, 'adfs.entra-trust').data).toEqual({ count: 0, identifiers: [] });
  });

  it('is as old as its name says', async () => {
    const named = await importFiles({ 'ADFSDiagnosticsFile-20190115134922.json': trueFile });
    expect(named.drafts[0]?.collectedAt).toBe('2019-01-15T13:49:22.000Z');
    expect((await importFiles({ 'renamed.json': trueFile })).drafts[0]?.collectedAt).toBeUndefined();
    expect(
      (await importFiles({ 'ADFSDiagnosticsFile-20199915134922.json': trueFile })).drafts[0]?.collectedAt,
    ).toBeUndefined();
  });

  it('finds the trust of Entra ID, also where its identifiers were written as one text', async () => {
    const whole = await importFiles({ 'a.json': changed({ AdfsRelyingPartyTrust: [entraTrust] }) });
    expect(only(whole, 'adfs.entra-trust').data).toMatchObject({
      count: 1,
      name: 'Microsoft Office 365 – Größe',
      issuanceTransformRules: expect.stringContaining('issue'),
    });
    expect(only(whole, 'adfs.entra-trust').data?.enabled).toBeUndefined();
    const flat = await importFiles({
      'a.json': changed({ AdfsRelyingPartyTrust: { ...entraTrust, Identifier: entraTrust.Identifier.join(' ') } }),
    });
    expect(only(flat, 'adfs.entra-trust').data?.count).toBe(1);
  });

  it('does not take a value that could not be read for none', async () => {
    const result = await importFiles({
      'a.json': changed({ AdfsRelyingPartyTrust: null, AdfsServers: null, AdfsCertificate: [] }),
    });
    expect(statuses(result)).toEqual({ 'adfs.authentication-policy': 'complete' });
    const flattened = await importFiles({
      'a.json': changed({ AdfsRelyingPartyTrust: [entraTrust, '@{Name=Other}'] }),
    });
    expect(only(flattened, 'adfs.entra-trust')).toMatchObject({ status: 'partial' });
  });

  it('of a proxy or cut off leaves a reason', async () => {
    const empty = { AdfsGlobalAuthenticationPolicy: null, AdfsRelyingPartyTrust: null, AdfsServers: null };
    for (const content of [
      changed({ ...empty, AdfsCertificate: null }),
      String(trueFile).slice(0, 9000),
      '{"ADFSToolbox":{}}',
    ]) {
      const result = await importFiles({ 'a.json': content });
      expect(only(result, 'adfs.entra-trust')).toMatchObject({ status: 'failed', target: '*' });
      expect(only(result, 'adfs.entra-trust').failure?.message).toContain('a.json cannot be read.');
    }
  });
});

describe('a file of Get-AdfsServerConfiguration', () => {
  const older: Json = {
    ADFSSyncProperties: { Role: 'PrimaryComputer' },
    ADFSRelyingPartyTrust: [entraTrust, { Name: 'x', Identifier: 'urn:x', IssuanceTransformRules: '' }],
    ADFSCertificate: [
      {
        CertificateType: 'Token-Decrypting',
        IsPrimary: true,
        Thumbprint: 'A99992967E1F4CD0D7D2BE793A6DE9B9A0B7396B',
        Certificate: 'System.Security.Cryptography.X509Certificates.X509Certificate2',
      },
    ],
    ADFSEndpoint: [{ AddressPath: '/adfs/services/trust/13/windowstransport', Enabled: true, Proxy: false }],
    ADFSProperties: { HostName: 'FS.contoso.com', TlsClientPort: 49_443, AutoCertificateRollover: true },
    ADFSGlobalAuthenticationPolicy: 'SCRIPTERROR: Access is denied.Exception.Message',
    ADFSDeviceRegistration: { DrsObjectDN: 'CN=x', DevicesPerUser: 10 },
  };

  it('gives the same kinds, in UTF-16 too', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(older), 'utf16le')]);
    const result = await importFiles({ 'ADFSFarmDetails.txt': bytes });
    expect(result.recognised).toEqual({ 'ADFSFarmDetails.txt': 'adfs-toolbox' });
    expect(statuses(result)).toEqual({
      'adfs.properties': 'complete',
      'adfs.device-registration-settings': 'complete',
      'adfs.endpoint-settings': 'complete',
      'adfs.certificates': 'complete',
      'adfs.entra-trust': 'complete',
      'adfs.authentication-policy': 'failed',
    });
    expect(only(result, 'adfs.properties')).toMatchObject({
      target: 'fs.contoso.com',
      data: { hostName: 'fs.contoso.com', tlsClientPort: 49_443, autoCertificateRollover: true },
    });
    expect(only(result, 'adfs.authentication-policy').failure?.message).toContain('Get-AdfsGlobalAuthenticationPolicy');
  });

  it('of a secondary server says so', async () => {
    const result = await importFiles({ 'a.json': '{"ADFSSyncProperties": {"Role": "SecondaryComputer"}}' });
    expect(only(result, 'adfs.properties').failure?.message).toContain('secondary server');
  });
});
