import { describe, expect, it } from 'vitest';
import { parseClaimRules } from '../../../src-main/evidence/claim-rules/parse-claim-rules';
import { writeZip } from '../../support/zip-writer';
import { importFiles, only } from './import-drop';

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const lines = (...rows: readonly string[]): string => `\r\n\r\n${rows.join('\r\n')}\r\n\r\n`;

const properties = lines(
  'AutoCertificateRollover       : True',
  'CertificateDuration           : 365',
  'ExtranetLockoutThreshold      : 10',
  'ExtranetObservationWindow     : 00:05:00',
  'HostName                      : FS.contoso.com',
  'TlsClientPort                 : 49443',
  'LastUpdated                   : 22.11.2026 15:00:12',
);

describe('a folder of ADFS-Diag', () => {
  it('is one farm, named by its properties', async () => {
    const result = await importFiles({
      'Get-AdfsProperties.txt': utf16(properties),
      'Get-AdfsDeviceRegistration.txt': utf16(
        lines(
          'DrsObjectDN          : CN=DeviceRegistrationService,CN=Device Registration Services,CN=Device Registration',
          '                       Configuration,CN=Services,CN=Configuration,DC=contoso,DC=com',
          'DevicesPerUser       : 10',
          'IsDirectoryConfigured : True',
        ),
      ),
      'Get-AdfsEndpoint.txt': utf16(
        [
          lines('AddressPath : /adfs/services/trust/2005/windowstransport', 'Enabled : True', 'Proxy : False'),
          lines('AddressPath : /adfs/services/trust/13/windowstransport', 'Enabled : False', 'Proxy : False'),
        ].join(''),
      ),
    });
    expect(only(result, 'adfs.properties')).toMatchObject({
      target: 'fs.contoso.com',
      status: 'complete',
      data: { hostName: 'fs.contoso.com', autoCertificateRollover: true, extranetObservationWindowSeconds: 300 },
    });
    expect(only(result, 'adfs.device-registration-settings')).toMatchObject({
      target: 'fs.contoso.com',
      data: {
        serviceObject:
          'CN=DeviceRegistrationService,CN=Device Registration Services,CN=Device Registration Configuration,CN=Services,CN=Configuration,DC=contoso,DC=com',
        devicesPerUser: 10,
      },
    });
    expect(only(result, 'adfs.endpoint-settings').data?.endpoints).toEqual([
      { path: '/adfs/services/trust/2005/windowstransport', enabled: true, proxy: false },
      { path: '/adfs/services/trust/13/windowstransport', enabled: false, proxy: false },
    ]);
  });

  it('does not judge a list of scopes that PowerShell cut off', async () => {
    const result = await importFiles({
      'permissions.txt': lines(
        'ObjectIdentifier     : 6f1e0000-0000-4000-8000-000000000001',
        'ClientRoleIdentifier : 38aa3b87-a06d-4817-b275-7a316988d93b',
        'ServerRoleIdentifier : http://schemas.microsoft.com/ws/2009/12/identityserver/selfscope',
        'ScopeNames           : {openid, aza, winhello_cert, email...}',
      ),
    });
    expect(only(result, 'adfs.application-permissions')).toMatchObject({
      status: 'partial',
      failure: { code: 'cmdlet-incomplete' },
      data: { permissions: [] },
    });
  });
});

describe('a zip archive of ADFS-Diag', () => {
  const rules = [
    '@RuleName = "Issue accounttype"',
    'c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid", Value =~ "-515$"]',
    ' => issue(Type = "http://schemas.microsoft.com/ws/2012/01/accounttype", Value = "DJ");',
  ];
  /** As `Format-List *` shows a value of several lines; blank lines are padded, or bare where trailing blanks were lost. */
  const trust = (blank: string): string =>
    lines(
      'Name                   : Microsoft Office 365 – Größe',
      'Identifier             : {https://login.microsoftonline.com/extSTS.srf, urn:federation:MicrosoftOnline}',
      'Enabled                : True',
      `IssuanceTransformRules : ${rules[0]}`,
      `                         ${rules[1]}`,
      `                         ${rules[2]}`,
      blank,
      '                         c:[Type == "a"] => issue(claim = c);',
      'LastMonitoredTime      : 03.04.2026 05:06:07',
      'WSFedEndpoint          : https://login.microsoftonline.com/login.srf',
    );
  const diag = (blank: string): Buffer =>
    writeZip([
      {
        name: 'SRV-ADFS01/Get-AdfsProperties.txt',
        content: utf16(`${properties}=~Windows\\s*NT.*Edg.*\r\nMSIE 6.0\r\n`),
      },
      { name: 'SRV-ADFS01/Get-AdfsRelyingPartyTrust.txt', content: utf16(trust(blank)) },
      { name: 'SRV-ADFS01/Get-AdfsClaimDescription.txt', content: utf16(lines('Name : UPN', 'ClaimType : x')) },
      { name: 'SRV-ADFS01/schannel.etl', content: Buffer.from([0, 4, 0, 0]) },
    ]);

  it.each([
    ['padded', ' '.repeat(25)],
    ['bare', ''],
  ])('is read like its folder, with %s blank lines inside rules', async (_, blank) => {
    const result = await importFiles({ 'diag.zip': diag(blank) });
    expect(result.drafts.map(({ kind, status, target }) => [kind, status, target])).toEqual([
      ['adfs.properties', 'complete', 'fs.contoso.com'],
      ['adfs.entra-trust', 'complete', 'fs.contoso.com'],
    ]);
    const { data, source } = only(result, 'adfs.entra-trust');
    expect(source.location).toMatch(/diag\.zip!\/SRV-ADFS01\/Get-AdfsRelyingPartyTrust\.txt$/u);
    expect(data).toMatchObject({ count: 1, name: 'Microsoft Office 365 – Größe', wsFedEndpoint: expect.any(String) });
    const parsed = parseClaimRules(data?.issuanceTransformRules ?? '');
    expect(parsed).toHaveLength(2);
    // Day and month of a date in the culture of the server are not told apart.
    expect(data?.lastMonitored).toBeUndefined();
    expect(result.unrecognised).toEqual([
      'diag.zip!/SRV-ADFS01/Get-AdfsClaimDescription.txt',
      'diag.zip!/SRV-ADFS01/schannel.etl',
    ]);
  });
});

describe('JSON', () => {
  it('finds the trust of Entra ID by its identifier among all trusts', async () => {
    const trust = (identifier: string, name: string): object => ({
      Name: name,
      Identifier: [identifier],
      Enabled: true,
      WSFedEndpoint: 'https://login.microsoftonline.com/login.srf',
      IssuanceTransformRules: 'c:[Type == "a"] => issue(claim = c);',
      LastMonitoredTime: '/Date(1764576000000)/',
    });
    const result = await importFiles({
      'trusts.json': JSON.stringify([trust('https://app', 'Other'), trust('urn:federation:MicrosoftOnline', 'Entra')]),
    });
    expect(only(result, 'adfs.entra-trust')).toMatchObject({
      target: 'AD FS farm',
      data: {
        count: 1,
        name: 'Entra',
        lastMonitored: '2025-12-01T08:00:00.000Z',
        issuanceTransformRules: expect.stringContaining('issue'),
      },
    });
  });

  it('knows that there is none when all trusts were exported', async () => {
    const other = { Name: 'x', Identifier: ['y'], WSFedEndpoint: null, IssuanceTransformRules: '' };
    const result = await importFiles({ 'trusts.json': JSON.stringify([other]) });
    expect(only(result, 'adfs.entra-trust').data?.count).toBe(0);
  });

  it('of one object is read too, numbers of enumerations included', async () => {
    const result = await importFiles({
      'policy.json': JSON.stringify({
        DeviceAuthenticationEnabled: true,
        DeviceAuthenticationMethod: 2,
        PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication'],
        AdditionalAuthenticationProvider: [],
      }),
    });
    expect(only(result, 'adfs.authentication-policy').data).toEqual({
      additionalProviders: [],
      primaryIntranetProviders: ['WindowsAuthentication'],
      deviceAuthenticationEnabled: true,
      deviceAuthenticationMethod: '2',
    });
  });

  it('that breaks off is a failure that names the file', async () => {
    const result = await importFiles({
      'policy.json': '{"DeviceAuthenticationEnabled": true, "PrimaryIntranetAuthenticationProvider": [',
    });
    expect(only(result, 'adfs.authentication-policy')).toMatchObject({ status: 'failed', target: '*' });
    expect(result.drafts[0]?.failure?.message).toContain('policy.json');
  });
});

it('reads Export-Clixml', async () => {
  const result = await importFiles({
    'ca.xml': `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0"><T>X</T></TN><Props>
      <Obj N="Mode" RefId="1"><TN RefId="1"><T>Mode</T></TN><ToString>EnrollmentAgent</ToString><I32>1</I32></Obj>
      <S N="EnrollmentAgentCertificateTemplateName">WHFBEnrollmentAgent</S><S N="WindowsHelloCertificateTemplateName">WHFBAuthentication</S>
      <B N="WindowsHelloCertificateProxyEnabled">true</B></Props></Obj></Objs>`,
  });
  expect(only(result, 'adfs.certificate-authority').data).toEqual({
    mode: 'EnrollmentAgent',
    enrollmentAgentTemplate: 'WHFBEnrollmentAgent',
    windowsHelloTemplate: 'WHFBAuthentication',
    windowsHelloProxyEnabled: true,
  });
});
