import type { EvidenceHeader, EvidenceRecord } from '../../../../src-shared/model/evidence';
import { record } from '../check-cases';
import { dnOf, forest, guid, tenantId } from '../contoso';

type Fields = Readonly<Record<string, string | undefined>>;

/** The client of sample A.1 that will provision; collected at 09:00, token renewed at 07:12. */
const ready: Fields = {
  AzureAdJoined: 'YES',
  EnterpriseJoined: 'NO',
  DomainJoined: 'YES',
  DeviceId: undefined,
  TenantId: tenantId,
  NgcSet: 'NO',
  AzureAdPrt: 'YES',
  AzureAdPrtUpdateTime: '2026-11-22 07:12:33.000 UTC',
  AzureAdPrtExpiryTime: '2026-12-06 07:12:32.000 UTC',
  AzureAdPrtAuthority: `https://login.microsoftonline.com/${tenantId}`,
  EnterprisePrt: 'YES',
  EnterprisePrtUpdateTime: '2026-11-22 07:12:35.000 UTC',
  EnterprisePrtAuthority: 'https://fs.contoso.com:443/adfs',
  'Executing Account Name': 'CONTOSO\\imke.brandt, imke.brandt@contoso.com',
};

const prerequisites: Fields = {
  IsDeviceJoined: 'YES',
  IsUserAzureAD: 'YES',
  PolicyEnabled: 'YES',
  PostLogonEnabled: 'YES',
  DeviceEligible: 'YES',
  SessionIsNotRemote: 'YES',
  CertEnrollment: 'enrollment authority',
  AdfsRefreshToken: 'YES',
  AdfsRaIsReady: 'YES',
  LogonCertTemplateReady: 'YES ( StateReady )',
  PreReqResult: 'WillProvision',
};

/** A capture without its last block, as after provisioning or when run by another user. `undefined` takes a line away. */
export const clientWithoutCheck = (
  name: string,
  changes: Fields = {},
  header: Partial<EvidenceHeader> = {},
): EvidenceRecord => {
  const fields = Object.entries({ ...ready, ...changes }).flatMap(([label, value]) =>
    value === undefined ? [] : [[label, value] as const],
  );
  return record(
    'client.dsregcmd',
    name,
    {
      deviceName: name,
      fields: Object.fromEntries(fields),
      sections: ['Device State'],
      lines: Object.fromEntries(fields.map(([label], index) => [label, index + 1])),
    },
    header,
  );
};

/** A capture with all blocks. */
export const client = (name: string, changes: Fields = {}, header: Partial<EvidenceHeader> = {}): EvidenceRecord =>
  clientWithoutCheck(name, { ...prerequisites, ...changes }, header);

/** The failing variants of sample A.1. */
export const variant = {
  writeBackMissing: {
    EnterprisePrt: 'NO',
    AdfsRefreshToken: 'NO',
    AdfsRaIsReady: 'YES',
    LogonCertTemplateReady: 'NO ( StateNoPolicy )',
    PreReqResult: 'WillNotProvision',
  },
  authorityNotConfigured: { AdfsRefreshToken: 'YES', AdfsRaIsReady: 'NO', PreReqResult: 'WillNotProvision' },
  withoutCertificatePolicy: {
    CertEnrollment: 'none',
    OnPremTGT: 'NO',
    CloudTGT: 'NO',
    AdfsRefreshToken: undefined,
    AdfsRaIsReady: undefined,
    LogonCertTemplateReady: undefined,
  },
  scep: { CertEnrollment: 'mobile device management' },
  policyMissing: { PolicyEnabled: 'NO', PreReqResult: 'WillNotProvision' },
  remoteSession: { SessionIsNotRemote: 'NO', PreReqResult: 'WillNotProvision' },
  notJoined: {
    AzureAdJoined: 'NO',
    TenantId: undefined,
    AzureAdPrt: 'NO',
    AzureAdPrtUpdateTime: undefined,
    AzureAdPrtAuthority: undefined,
    EnterprisePrt: 'NO',
    EnterprisePrtAuthority: undefined,
    IsDeviceJoined: 'NO',
    IsUserAzureAD: 'NO',
    PolicyEnabled: 'NO',
    CertEnrollment: 'none',
    AdfsRefreshToken: undefined,
    AdfsRaIsReady: undefined,
    LogonCertTemplateReady: undefined,
    PreReqResult: 'WillNotProvision',
  },
  tokenFailing: {
    AzureAdPrt: 'NO',
    AzureAdPrtUpdateTime: undefined,
    'Attempt Status': '0xc000006d',
    'Server Error Code': 'invalid_grant',
    'Server Error Description': 'AADSTS50126: Error validating credentials',
    IsUserAzureAD: 'NO',
    PreReqResult: 'WillNotProvision',
  },
  entraJoined: { DomainJoined: 'NO' },
  bySystem: { 'Executing Account Name': 'CONTOSO\\PC0417$, PC0417$@contoso.com' },
} as const satisfies Readonly<Record<string, Fields>>;

/** Pilot computers by name; the scope must name a group or unit for them to count. */
export const pilotComputers = (...names: readonly string[]): EvidenceRecord =>
  record('ad.pilot-computers', forest, {
    total: names.length,
    populationFound: true,
    computers: names.map((name, index) => ({
      distinguishedName: `CN=${name.toUpperCase()},OU=WHFB Pilot,OU=Workstations,${dnOf(forest)}`,
      objectSid: `S-1-5-21-1004336348-1177238915-682003330-${4000 + index}`,
      objectGuid: guid(400 + index),
      name: name.toUpperCase(),
      dnsHostName: `${name}.contoso.com`,
    })),
  });

export const pilotScope = {
  pilotComputers: { kind: 'group', group: 'CN=WHFB Pilot Computers,OU=Groups,DC=contoso,DC=com' },
} as const;
export const bothJoinTypes = { joinTypes: { hybridJoined: true, entraJoined: true } } as const;

export const [pc1, pc2, pc3] = ['pc0417.contoso.com', 'pc0418.contoso.com', 'pc0422.contoso.com'] as const;
export const idOf = (name: string): string => `client:${name}`;
