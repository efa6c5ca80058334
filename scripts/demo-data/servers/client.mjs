import { dsregcmdStatus } from '../clients/dsregcmd.mjs';
import { collected } from '../formats/collector-file.mjs';
import { eventsItem, heldRow, registryItem, systemItem } from './common-items.mjs';
import { provisioningEvents } from './provisioning-events.mjs';

const policy = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const names = [
  'Enabled',
  'RequireSecurityDevice',
  'UseCertificateForOnPremAuth',
  'UseCloudTrustForOnPremAuth',
  'DisablePostLogonProvisioning',
];
const enrolment = 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment';

/** Values of Hello below both hives; what group policy does not set is absent. */
const helloValues = (org) =>
  Object.fromEntries([
    ...['HKLM', 'HKCU'].flatMap((hive) =>
      names.map((name) => [`${hive}\\${policy}|${name}`, hive === 'HKLM' ? org.clientPolicy[name] : undefined]),
    ),
    [`HKLM\\${enrolment}|AEPolicy`, undefined],
    [`HKCU\\${enrolment}|AEPolicy`, 7],
  ]);

/** Items of a client, as `client.ps1` reads them in the session of the person in front of it. */
export function clientItems(org, { pki }, client) {
  const { device, user } = client;
  const [build, revision] = device.build.replace('10.0.', '').split('.');
  const signIn = pki.signIn[device.name];
  return [
    systemItem(org, { build, revision }, { productType: 1, installation: 'Client' }),
    collected('dsregcmd', 'User', { lines: dsregcmdStatus(org, client).split('\r\n') }),
    registryItem({
      ...helloValues(org),
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin|autoWorkplaceJoin': undefined,
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD|TenantId': org.tenant.id,
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD|TenantName': org.domain.dns,
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System|AllowDomainPINLogon': undefined,
    }),
    eventsItem(
      org,
      'events.registration',
      'User',
      'Microsoft-Windows-User Device Registration/Admin',
      provisioningEvents(client).registration,
    ),
    eventsItem(
      org,
      'events.hello',
      'User',
      'Microsoft-Windows-HelloForBusiness/Operational',
      provisioningEvents(client).hello,
    ),
    eventsItem(org, 'events.entra', 'User', 'Microsoft-Windows-AAD/Operational'),
    collected('certificates.user', 'User', {
      owner: `${org.domain.netbios}\\${user.login}`,
      certificates: signIn ? [heldRow(signIn, { provider: 'Microsoft Passport Key Storage Provider' })] : [],
    }),
    collected('certificates.machine', 'User', []),
    collected('tpm', 'Administrator of the client', {
      isPresent: true,
      isReady: true,
      isLockedOut: false,
      specification: '2.0, 0, 1.59',
    }),
    collected('connectivity', 'User', { kind: 'dc-locator', target: org.domain.dns, succeeded: true }),
  ];
}
