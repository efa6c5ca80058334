import { plusMinutes } from '../formats/binary-forms.mjs';
import { collected } from '../formats/collector-file.mjs';
import { registryItem, serviceRow, systemItem } from './common-items.mjs';

const right = 'ADSyncAdmins';
const framework = 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319';
const framework32 = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319';
const tls = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';

const classes = [
  'user',
  'inetOrgPerson',
  'group',
  'contact',
  'computer',
  'msDS-Device',
  'msDS-DeviceContainer',
  'container',
  'organizationalUnit',
  'domainDNS',
  'foreignSecurityPrincipal',
];

function connectors(org) {
  const partition = {
    distinguishedName: org.domain.dn,
    selected: true,
    inclusions: [org.domain.dn],
    exclusions: [],
    objectClasses: classes,
  };
  return [
    {
      name: org.domain.dns,
      type: 'AD',
      forest: org.domain.dns,
      user: org.connect.account,
      domain: org.domain.dns.toUpperCase(),
      partitions: [{ ...partition, ...org.connect.partition }],
    },
    {
      name: `${org.tenant.initial} - AAD`,
      type: 'Extensible2',
      forest: null,
      user: null,
      domain: null,
      partitions: [
        {
          distinguishedName: 'default',
          selected: true,
          inclusions: [],
          exclusions: [],
          objectClasses: ['user', 'group', 'contact', 'device'],
        },
      ],
    },
  ];
}

const rule = (Name, Direction, SourceObjectType, TargetObjectType, attributes, Disabled = false) => ({
  Name,
  Direction,
  Disabled,
  SourceObjectType,
  TargetObjectType,
  IsStandardRule: true,
  attributes,
});

/** The rules that carry what Hello needs; the real list has more than a hundred. */
const rules = (org) => [
  rule('In from AD - User Join', 'Inbound', 'user', 'person', ['cloudFiltered', 'objectSid', 'sourceAnchor']),
  rule('In from AD - User AccountEnabled', 'Inbound', 'user', 'person', [
    'accountEnabled',
    'userPrincipalName',
    'onPremisesUserPrincipalName',
  ]),
  rule('In from AD - User Common from Exchange', 'Inbound', 'user', 'person', ['mail', 'proxyAddresses']),
  rule('In from AD - Computer Join', 'Inbound', 'computer', 'device', ['deviceId', 'objectSid', 'userCertificate']),
  rule('Out to AAD - User Join', 'Outbound', 'person', 'user', [
    'accountEnabled',
    'onPremiseSecurityIdentifier',
    'sourceAnchor',
    'userPrincipalName',
  ]),
  rule('Out to AAD - User Identity', 'Outbound', 'person', 'user', [
    'dnsDomainName',
    'netBiosName',
    'onPremisesDistinguishedName',
    'onPremisesSamAccountName',
    'userPrincipalName',
  ]),
  rule('Out to AAD - Device Join SOAInAD', 'Outbound', 'device', 'device', [
    'deviceId',
    'displayName',
    'userCertificate',
  ]),
  rule('In from AAD - Device Common', 'Inbound', 'device', 'device', ['deviceId', 'deviceKeys', 'displayName']),
  rule('In from AAD - User NGCKey', 'Inbound', 'user', 'person', ['searchableDeviceKey'], org.connect.withoutKeyRule),
  rule('Out to AD - Device Join SOAInAAD', 'Outbound', 'device', 'msDS-Device', [
    'altSecurityIdentities',
    'msDS-DeviceID',
    'msDS-KeyCredentialLink',
  ]),
  rule('Out to AD - User NGCKey', 'Outbound', 'person', 'user', ['msDS-KeyCredentialLink'], org.connect.withoutKeyRule),
];

const settings = (org) =>
  Object.entries({
    'Microsoft.OptionalFeature.DeviceWriteBack': 'True',
    'Microsoft.DeviceWriteBack.Forest': org.domain.dns,
    'Microsoft.DeviceWriteBack.Container': org.registeredDevicesDn,
    'Microsoft.SynchronizationOption.AnchorAttribute': 'mS-DS-ConsistencyGuid',
    'Microsoft.SynchronizationOption.UPNAttribute': 'userPrincipalName',
    'Microsoft.UserSignIn.SignOnMethod': 'Federation',
  }).map(([name, value]) => ({ name, value }));

const runs = (org) =>
  [0, 1, 2, 3].flatMap((index) => {
    const started = plusMinutes(org.instant, -58 - 30 * index);
    const run = (ConnectorName, RunProfileName) => ({
      ConnectorName,
      RunProfileName,
      Result: 'success',
      StartDate: started,
    });
    const cloud = `${org.tenant.initial} - AAD`;
    return [
      run(org.domain.dns, 'Delta Import'),
      run(cloud, 'Delta Import'),
      run(org.domain.dns, 'Delta Synchronization'),
      run(cloud, 'Export'),
      run(org.domain.dns, 'Export'),
    ];
  });

/** Items of the server of Entra Connect, as `connect.ps1` reads them. */
export function synchronisationServerItems(org, server) {
  const { version, autoUpgrade, passwordHashSync, strongCrypto } = org.connect;
  return [
    systemItem(org, server),
    collected('services', 'User', [serviceRow(org, 'ADSync', 'NT SERVICE\\ADSync')]),
    collected('server', right, { version, serviceAccount: 'NT SERVICE\\ADSync', autoUpgrade }),
    collected('scheduler', right, {
      SyncCycleEnabled: true,
      StagingModeEnabled: false,
      SchedulerSuspended: false,
      CurrentlyEffectiveSyncCycleInterval: '00:30:00',
      NextSyncCycleStartTimeInUTC: plusMinutes(org.instant, -28).replace('.000Z', 'Z'),
    }),
    collected('connectors', right, connectors(org)),
    collected('rules', right, rules(org)),
    collected('settings', right, settings(org)),
    collected('features', 'ADSyncAdmins; the server signs in to the tenant', [
      { name: 'DeviceWriteback', value: true },
      { name: 'PasswordHashSync', value: passwordHashSync },
    ]),
    collected('password-hash-sync', right, { connector: org.domain.dns, enabled: passwordHashSync }),
    collected('runs', right, runs(org)),
    registryItem({
      [`${framework}|SchUseStrongCrypto`]: strongCrypto,
      [`${framework}|SystemDefaultTlsVersions`]: strongCrypto,
      [`${framework32}|SchUseStrongCrypto`]: strongCrypto,
      [`${framework32}|SystemDefaultTlsVersions`]: strongCrypto,
      [`${tls}\\Client|Enabled`]: undefined,
      [`${tls}\\Client|DisabledByDefault`]: undefined,
      [`${tls}\\Server|Enabled`]: undefined,
      [`${tls}\\Server|DisabledByDefault`]: undefined,
    }),
  ];
}
