/** The roles a collector script is written for; each is the name of its script in `assets/collectors`. */
export const collectorRoles = ['adfs', 'ca', 'connect', 'dc', 'ndes', 'client'] as const;
export type CollectorRole = (typeof collectorRoles)[number];

/** Items of a script that need the same right for the same reason. */
export interface CollectorItems {
  /** As the script and its result name them. */
  readonly names: readonly string[];
  readonly right: string;
  readonly why: string;
}

/** What a customer's administrator has to know before running a script. */
export interface CollectorDescription {
  readonly title: string;
  readonly runOn: string;
  readonly reads: string;
  readonly doesNotRead: string;
  readonly items: readonly CollectorItems[];
  readonly expectedSize: string;
  /** Said beside the commands; absent when there is nothing to say. */
  readonly remark?: string;
}

const system: CollectorItems = {
  names: ['system'],
  right: 'A signed-in user',
  why: 'Release and update state of Windows are open to every user.',
};
const machineCertificates: CollectorItems = {
  names: ['certificates.machine'],
  right: 'A signed-in user',
  why: 'Certificates of the computer are public; their keys are not touched.',
};

export const collectorDescriptions: Readonly<Record<CollectorRole, CollectorDescription>> = {
  adfs: {
    title: 'AD FS server',
    runOn: 'Every node of the AD FS farm.',
    reads:
      'AD FS configuration through its own cmdlets, the AD FS service and its account, certificates without their keys, the AD FS event log of the last 7 days, and whether the registration service and the CAs answer on their ports.',
    doesNotRead: 'Private keys, passwords, sign-ins of users, relying parties other than that of Microsoft Entra ID.',
    items: [
      system,
      {
        names: [
          ...['Get-AdfsProperties', 'Get-AdfsFarmInformation', 'Get-AdfsGlobalAuthenticationPolicy'],
          ...['Get-AdfsAdditionalAuthenticationRule', 'Get-AdfsAuthenticationProvider', 'Get-AdfsDeviceRegistration'],
          ...['Get-AdfsEndpoint', 'Get-AdfsCertificateAuthority', 'Get-AdfsCertificate', 'Get-AdfsSslCertificate'],
          ...['Get-AdfsRelyingPartyTrust', 'Get-AdfsApplicationPermission', 'Get-AdfsScopeDescription'],
          'Get-AdfsSyncProperties',
        ],
        right: 'AD FS administrator',
        why: 'AD FS answers its cmdlets for its administrators only, also those that just read.',
      },
      { names: ['services'], right: 'A signed-in user', why: 'State and account of a service are open to every user.' },
      machineCertificates,
      {
        names: ['certificates.service'],
        right: 'Administrator of the server',
        why: 'The store of the service account lies in the part of the registry that only administrators read.',
      },
      {
        names: ['events.adfs'],
        right: 'Event Log Readers',
        why: 'The log tells why certificate requests of users failed.',
      },
      {
        names: ['connectivity'],
        right: 'A signed-in user; Request Certificates at the CA',
        why: 'The CA is asked whether it answers as AD FS would ask it; nothing is requested.',
      },
    ],
    expectedSize: 'up to 2 MB',
  },
  ca: {
    title: 'Certification authority',
    runOn: 'Every enterprise CA.',
    reads:
      'Settings of the CA service, the rights on the CA, local administrators, and the newest 1,000 requests: who asked, by which template, when it was issued or which error ended it.',
    doesNotRead: 'Private keys, archived keys, the requests and certificates themselves.',
    items: [
      system,
      {
        names: ['authority'],
        right: 'Administrator of the server',
        why: 'The settings of the CA lie in its part of the registry.',
      },
      {
        names: ['administrators'],
        right: 'A signed-in user',
        why: 'Who administers the CA decides who can issue sign-in certificates.',
      },
      {
        names: ['requests'],
        right: 'Read on the CA',
        why: 'Failed requests show what AD FS was refused, and by which template.',
      },
      { names: ['connectivity'], right: 'A signed-in user', why: 'The CA itself is asked whether it answers.' },
    ],
    expectedSize: 'up to 2 MB',
  },
  connect: {
    title: 'Entra Connect',
    runOn: 'The active server of Microsoft Entra Connect Sync, and the staging server when there is one.',
    reads:
      'Version, service account, scheduler, connectors with their scopes, names and targets of synchronisation rules, settings, features of the tenant, the newest run results, registry values about .NET and TLS.',
    doesNotRead: 'Passwords, keys, objects of the directory, the connector spaces.',
    items: [
      system,
      { names: ['services'], right: 'A signed-in user', why: 'State and account of a service are open to every user.' },
      {
        names: ['server', 'scheduler', 'connectors', 'rules', 'settings', 'password-hash-sync', 'runs'],
        right: 'Member of ADSyncAdmins on the server',
        why: 'Connect answers its cmdlets for this group only.',
      },
      {
        names: ['features'],
        right: 'Member of ADSyncAdmins on the server',
        why: 'Connect asks the tenant with its own account which features are on; the one item that goes to the cloud.',
      },
      { names: ['registry'], right: 'A signed-in user', why: 'Old TLS settings stop the synchronisation.' },
    ],
    expectedSize: 'up to 5 MB',
    remark: 'No synchronisation is started.',
  },
  dc: {
    title: 'Domain controller',
    runOn: 'Every domain controller that pilot users reach.',
    reads:
      'Registry values of the KDC and of Schannel about certificates, certificates of the computer without their keys, events of the KDC and sign-ins by certificate of the last 7 days.',
    doesNotRead: 'Private keys, password hashes, the directory database, sign-ins by password.',
    items: [
      system,
      {
        names: ['registry'],
        right: 'A signed-in user',
        why: 'How strictly the KDC maps certificates to accounts is set here.',
      },
      machineCertificates,
      {
        names: ['events.kdc', 'events.certificates'],
        right: 'Event Log Readers',
        why: 'The KDC logs which certificates it refuses, and why.',
      },
      {
        names: ['events.sign-in'],
        right: 'Event Log Readers, for the security log',
        why: 'Sign-ins by certificate prove that the whole chain works.',
      },
    ],
    expectedSize: 'up to 10 MB, by the number of sign-ins',
    remark: 'Whoever may not sign in to domain controllers can have the script run by somebody who does.',
  },
  ndes: {
    title: 'NDES server',
    runOn: 'Every NDES server that issues certificates to Intune devices.',
    reads:
      'Registry values of NDES and of HTTP, limits and application pool of IIS, certificates of the computer without their keys.',
    doesNotRead: 'Private keys, enrolment passwords, requests of devices.',
    items: [
      system,
      { names: ['registry'], right: 'A signed-in user', why: 'NDES keeps its templates in the registry.' },
      {
        names: ['request-limits', 'application-pool'],
        right: 'Administrator of the server',
        why: 'IIS shows its configuration to administrators only.',
      },
      machineCertificates,
      { names: ['services'], right: 'A signed-in user', why: 'State and account of a service are open to every user.' },
    ],
    expectedSize: 'up to 1 MB',
  },
  client: {
    title: 'Client',
    runOn: 'A few pilot computers: one that works, one that does not, each as its pilot user.',
    reads:
      'The output of dsregcmd /status, policy values about Hello, three event logs of the last 7 days by number and parameters, certificates of user and computer without their keys, the TPM, and whether a domain controller is found.',
    doesNotRead: 'Private keys, PIN, biometric data, documents, browsing, mail.',
    items: [
      system,
      {
        names: ['dsregcmd', 'registry', 'certificates.user', 'connectivity'],
        right: 'The pilot user, signed in',
        why: 'Registration, policy and certificates are those of this user; another account sees its own.',
      },
      {
        names: ['events.registration', 'events.hello', 'events.entra'],
        right: 'The pilot user, signed in',
        why: 'The logs say at which step provisioning stopped.',
      },
      machineCertificates,
      {
        names: ['tpm'],
        right: 'Administrator of the client',
        why: 'Windows shows the state of the TPM to administrators only.',
      },
    ],
    expectedSize: 'up to 3 MB',
    remark: 'For the TPM an administrator runs it once more; the two files complete each other.',
  },
};

/** Name of the script, and of the result for a host. */
export const scriptOf = (role: CollectorRole): string => `${role}.ps1`;
export const resultNameOf = (role: CollectorRole, host: string): string => `hello-preflight-${role}-${host}.json`;
