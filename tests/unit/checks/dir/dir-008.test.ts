import check from '../../../../src-main/checks/dir/dir-008-platforms.check';
import type { DirectoryServer } from '../../../../src-shared/model/evidence/forest';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';

const controller = (build: number | undefined, number = 1) => ({
  distinguishedName: `CN=DC0${number},OU=Domain Controllers,DC=contoso,DC=com`,
  objectGuid: guid(number),
  dnsHostName: `dc0${number}.contoso.com`,
  readOnly: false,
  ...(build === undefined ? {} : { build }),
});
const controllers = (...list: readonly ReturnType<typeof controller>[]) =>
  record('ad.domain-controllers', forest, { controllers: list.length === 0 ? [controller(20_348)] : list });
const server = (name: string, build: number, more: Partial<DirectoryServer> = {}): DirectoryServer => ({
  distinguishedName: `CN=${name},OU=Servers,DC=contoso,DC=com`,
  objectSid: `${domainSid}-${name.length}${build}`,
  objectGuid: guid(build + name.length),
  name,
  dnsHostName: `${name.toLowerCase()}.contoso.com`,
  operatingSystem: 'Windows Server',
  build,
  enabled: true,
  lastLogon: '2026-11-20T00:00:00.000Z',
  ...more,
});
const servers = (...list: readonly DirectoryServer[]) =>
  record('ad.servers', forest, { servers: [server('DC01', 20_348), ...list], total: list.length + 1 });
const good = servers(server('FS01', 17_763), server('CA01', 20_348));
const ids = { fs: guid(17_763 + 4), ca: guid(20_348 + 4) };

const release = (operatingSystem: string, build?: number, count = 12) => ({
  operatingSystem,
  count,
  ...(build === undefined ? {} : { build }),
});
const clients = (...releases: readonly ReturnType<typeof release>[]) =>
  record('ad.pilot-computers', forest, {
    total: releases.reduce((sum, { count }) => sum + count, 0),
    computers: releases.map((one, index) => ({
      distinguishedName: `CN=PC${index},OU=Büro,DC=contoso,DC=com`,
      objectSid: `${domainSid}-${6000 + index}`,
      objectGuid: guid(6000 + index),
      name: `PC${index}`,
      operatingSystem: one.operatingSystem,
      ...(one.build === undefined ? {} : { build: one.build }),
    })),
    populationFound: true,
    releases,
  });
const windows11 = clients(release('Windows 11 Enterprise', 26_200));
const authority = (dnsHostName: string) =>
  record('ad.certification-authorities', forest, {
    containerFound: true,
    authorities: [
      {
        distinguishedName: 'CN=Contoso Issuing CA 1,CN=Enrollment Services',
        objectGuid: guid(77),
        name: 'Contoso Issuing CA 1',
        dnsHostName,
        certificates: [],
        unreadableCertificates: 0,
        templates: [],
      },
    ],
    roots: [],
    intermediates: [],
  });
const connector = record('ad.service-accounts', forest, {
  accounts: [
    {
      distinguishedName: 'CN=MSOL_4f1c2d3e5a6b,CN=Users,DC=contoso,DC=com',
      objectSid: `${domainSid}-1130`,
      samAccountName: 'MSOL_4f1c2d3e5a6b',
      accountClass: 'user',
      enabled: true,
      description: 'Konto für den Computer AADC01, Mandant contoso.onmicrosoft.com.',
      servicePrincipalNames: [],
      allowedToDelegateTo: [],
      memberOf: [],
      adminCount: false,
    },
  ],
});
const entraDevices = (operatingSystemVersion: string) =>
  record('entra.devices', 'tenant', {
    devices: [
      {
        deviceId: guid(700),
        displayName: 'NB0700',
        trustType: 'AzureAd',
        operatingSystem: 'Windows',
        operatingSystemVersion,
      },
    ],
    complete: true,
  });
const entraJoined = { joinTypes: { hybridJoined: true, entraJoined: true } };
const clientId = (name: string): string => `release:contoso.com:${name}`;

describeCheck(check, [
  {
    name: 'servers of 2019 and 2022, clients of Windows 11',
    evidence: [controllers(), good, windows11, authority('ca01.contoso.com')],
    outcome: 'pass',
    says: ["inside the document's scope"],
    objects: {
      [guid(1)]: 'pass',
      [ids.ca]: 'pass',
      'role:not-told': 'pass',
      [clientId('windows 11 enterprise (26200)')]: 'pass',
    },
    differs: [],
  },
  {
    name: 'a domain controller of 2012 R2',
    evidence: [controllers(controller(9600)), good, windows11],
    outcome: 'warning',
    notes: { [guid(1)]: '2012 R2' },
  },
  {
    name: 'a domain controller of 2012',
    evidence: [controllers(controller(9200)), good, windows11],
    outcome: 'fail',
    severity: 'medium',
    says: ['Too old', 'dc01.contoso.com'],
  },
  {
    name: 'a domain controller of 2016 within a year of its end',
    evidence: [controllers(controller(14_393)), good, windows11],
    outcome: 'warning',
    notes: { [guid(1)]: '2027-01-12' },
  },
  {
    name: 'a domain controller of 2016 in time',
    evidence: [controllers(controller(14_393)), good, windows11].map((piece) => ({
      ...piece,
      collectedAt: '2025-11-01T09:00:00Z',
    })),
    now: '2025-11-01T10:00:00Z',
    outcome: 'pass',
  },
  {
    name: 'a domain controller of 2025',
    evidence: [controllers(controller(26_100)), good, windows11],
    outcome: 'warning',
    notes: { [guid(1)]: 'newer' },
  },
  {
    name: 'a domain controller without a version',
    evidence: [controllers(controller(undefined)), good, windows11],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the host of a CA is told',
    evidence: [
      controllers(),
      servers(server('FS01', 17_763), server('CA01', 9200)),
      windows11,
      authority('CA01.contoso.com'),
    ],
    outcome: 'fail',
    notes: { [guid(9200 + 4)]: 'CA: ' },
  },
  {
    name: 'the host of a CA was not read',
    evidence: [controllers(), good, windows11, authority('ca99.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: {
      [guid(1)]: 'pass',
      [guid(77)]: 'unknown',
      'role:not-told': 'pass',
      [clientId('windows 11 enterprise (26200)')]: 'pass',
    },
  },
  {
    name: 'a CA on a domain controller',
    evidence: [controllers(), good, windows11, authority('dc01.contoso.com')],
    outcome: 'pass',
  },
  {
    name: 'the server of Entra Connect is told by its account',
    evidence: [controllers(), servers(server('FS01', 17_763), server('AADC01', 9600)), windows11, connector],
    outcome: 'warning',
    notes: { [guid(9600 + 6)]: 'Entra Connect' },
  },
  {
    name: 'an old server that may run AD FS',
    evidence: [controllers(), servers(server('FS01', 17_763), server('OLD7', 9600)), windows11],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['AD FS and other roles'],
    notes: { 'role:not-told': '1 of 2 member servers would be outside the scope: OLD7' },
  },
  {
    name: 'servers that are disabled or gone do not matter',
    evidence: [
      controllers(),
      servers(
        server('FS01', 17_763),
        server('OLD7', 7601, { enabled: false }),
        server('OLD88', 7601, { lastLogon: '2026-01-01T00:00:00.000Z' }),
      ),
      windows11,
    ],
    outcome: 'pass',
  },
  {
    name: 'no member server',
    evidence: [controllers(), servers(), windows11],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { 'role:not-told': 'No member server' },
  },
  {
    name: 'Windows 10',
    evidence: [
      controllers(),
      good,
      clients(release('Windows 10 Pro', 19_045, 3), release('Windows 11 Pro', 26_200, 9)),
    ],
    outcome: 'warning',
    says: ['Windows 10 Pro (19045)'],
    objects: {
      [guid(1)]: 'pass',
      'role:not-told': 'pass',
      [clientId('windows 10 pro (19045)')]: 'warning',
      [clientId('windows 11 pro (26200)')]: 'pass',
      [`${domainSid}-6000`]: 'warning',
    },
    notes: { [clientId('windows 10 pro (19045)')]: '3 computers' },
  },
  {
    name: 'Windows 10 before 1703',
    evidence: [controllers(), good, clients(release('Windows 10 Enterprise', 14_393))],
    outcome: 'fail',
  },
  {
    name: 'Windows 7',
    evidence: [controllers(), good, clients(release('Windows 7 Professional', 7601))],
    outcome: 'fail',
  },
  {
    name: 'Windows 10 of the long-term channel in support',
    evidence: [controllers(), good, clients(release('Windows 10 Enterprise LTSC', 17_763))],
    outcome: 'pass',
  },
  {
    name: 'Windows 10 of the long-term channel within a year of its end',
    evidence: [controllers(), good, clients(release('Windows 10 Enterprise LTSC', 19_044))],
    outcome: 'warning',
    notes: { [clientId('windows 10 enterprise ltsc (19044)')]: '2027-01-12' },
  },
  {
    name: 'Windows 11 of an edition out of support',
    evidence: [controllers(), good, clients(release('Windows 11 Professionnel', 26_100))],
    outcome: 'warning',
    notes: { [clientId('windows 11 professionnel (26100)')]: '2026-10-13' },
  },
  {
    name: 'the same release in an edition in support',
    evidence: [controllers(), good, clients(release('Windows 11 Entreprise', 26_100))],
    outcome: 'pass',
  },
  {
    name: 'an edition whose name does not tell',
    evidence: [controllers(), good, clients(release('Windows 11 企业版', 26_100))],
    outcome: 'pass',
    notes: { [clientId('windows 11 企业版 (26100)')]: 'does not tell' },
  },
  {
    name: 'Windows 11 out of support in every edition',
    evidence: [controllers(), good, clients(release('Windows 11 Enterprise', 22_621))],
    outcome: 'warning',
  },
  {
    name: 'a build nobody knows',
    evidence: [controllers(), good, clients(release('Windows 11 Enterprise', 25_000))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a build younger than this version',
    evidence: [controllers(), good, clients(release('Windows 11 Enterprise', 40_000))],
    outcome: 'pass',
  },
  {
    name: 'other systems and servers are no clients',
    evidence: [
      controllers(),
      good,
      clients(release('Mac OS X'), release('Windows Server 2012', 9200), release('Windows 11 Enterprise', 26_200)),
    ],
    outcome: 'pass',
  },
  {
    name: 'computers without a build',
    evidence: [controllers(), good, clients(release(''))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no client',
    evidence: [controllers(), good, clients()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['pilot clients'],
  },
  {
    name: 'releases not collected',
    evidence: [
      controllers(),
      good,
      record('ad.pilot-computers', forest, { total: 3, computers: [], populationFound: true }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['clients of contoso.com'],
  },
  {
    name: 'Entra joined clients',
    evidence: [controllers(), good, windows11, entraDevices('10.0.19045.3803')],
    scope: entraJoined,
    outcome: 'warning',
    says: ['Entra joined (19045)'],
  },
  {
    name: 'Entra joined clients not collected',
    evidence: [controllers(), good, windows11],
    scope: entraJoined,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Entra joined clients'],
  },
  {
    name: 'servers of a second domain refused',
    evidence: [controllers(), good, windows11, failed('ad.servers', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
