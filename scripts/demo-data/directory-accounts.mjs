import { fileTime, guidBytes, plusMinutes, sidBytes } from './binary-forms.mjs';
import { isPilotComputer } from './computers.mjs';
import { directoryObject } from './directory-objects.mjs';
import { protectedAccountRights } from './directory-rights.mjs';
import { domain, instant, ou, rid, sidOf } from './organisation.mjs';
import { guidFor, seededRandom } from './seeded-random.mjs';

const disabled = 0x2;
const normalAccount = 0x200;
const neverExpires = 0x10000;
const workstation = 0x1000;
const domainController = 0x82000;
const globalSecurity = '-2147483646';
const universalSecurity = '-2147483640';
const domainLocalSecurity = '-2147483644';

export const groupDn = {
  whfbUsers: `CN=WHFB Users,${ou.groups}`,
  whfbUsersFabrikam: `CN=WHFB Users Fabrikam,${ou.groups}`,
  whfbPilotComputers: `CN=WHFB Pilot Computers,${ou.groups}`,
};
const adfsServiceDn = `CN=svc-adfs,CN=Managed Service Accounts,${domain.dn}`;
const connectAccountDn = `CN=MSOL_4f1c2d3e5a6b,CN=Users,${domain.dn}`;
const wellKnown = (cn) => `CN=${cn},CN=Users,${domain.dn}`;
const builtIn = (cn) => `CN=${cn},CN=Builtin,${domain.dn}`;
const workplaceSupportDn = `CN=Arbeitsplatz-Support,${ou.groups}`;
/** A member of the service desk who became a protected account and stayed in the pilot. */
export const isAccountOperator = ({ rid: relativeId }) => relativeId === rid.firstPerson + 11;
/** Whose old smart card is mapped by issuer and subject. */
const isMappedWeakly = ({ rid: relativeId }) => relativeId === rid.firstPerson + 14;

const principal = (relativeId, account, more) => [
  ['objectSid', sidBytes(sidOf(relativeId))],
  ['sAMAccountName', account],
  ...more,
];

function lastLogon(name) {
  const hoursAgo = 5 + seededRandom(`logon ${name}`).below(24 * 12);
  return String(fileTime(plusMinutes(instant, -60 * hoursAgo)));
}

/** People, each with the groups of the pilot it is a direct member of. */
export function personEntries(people, pilot, keys) {
  return people.map((person) => {
    const guid = guidFor(`person ${person.login}`);
    const memberOf = [
      pilot.direct.includes(person) && groupDn.whfbUsers,
      pilot.nested.includes(person) && groupDn.whfbUsersFabrikam,
      isAccountOperator(person) && builtIn('Account Operators'),
    ].filter(Boolean);
    return directoryObject({
      dn: person.dn,
      classes: ['top', 'person', 'organizationalPerson', 'user'],
      categoryOf: 'Person',
      created: `20${16 + (person.rid % 9)}-0${1 + (person.rid % 8)}-1${person.rid % 10}T08:1${person.rid % 6}:2${person.rid % 7}Z`,
      changed: '2026-11-19T05:31:07Z',
      guid,
      attributes: principal(person.rid, person.login, [
        ['userAccountControl', String(normalAccount | (person.enabled ? 0 : disabled))],
        ['primaryGroupID', '513'],
        ['userPrincipalName', person.upn],
        ['givenName', person.given],
        ['sn', person.last],
        ['displayName', person.name],
        ['mail', person.mail],
        ['memberOf', ...memberOf],
        ['lastLogonTimestamp', lastLogon(person.login)],
        ['mS-DS-ConsistencyGuid', guidBytes(guid)],
        ['msDS-KeyCredentialLink', ...(keys.get(person) ?? [])],
        ['adminCount', isAccountOperator(person) ? '1' : undefined],
        [
          'altSecurityIdentities',
          isMappedWeakly(person)
            ? `X509:<I>DC=com,DC=contoso,CN=Contoso Issuing CA 1<S>DC=com,DC=contoso,OU=Staff,CN=${person.name}`
            : undefined,
        ],
      ]),
    });
  });
}

function computerEntry(computer, { control, primaryGroup, memberOf }) {
  const host = [
    `HOST/${computer.name}`,
    `HOST/${computer.host}`,
    `RestrictedKrbHost/${computer.name}`,
    `RestrictedKrbHost/${computer.host}`,
  ];
  const replication =
    control === domainController
      ? [`E3514235-4B06-11D1-AB04-00C04FC2DCD2/${guidFor(`ntds ${computer.name}`)}/${domain.dns}`]
      : [];
  return directoryObject({
    dn: computer.dn,
    classes: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
    categoryOf: 'Computer',
    created: computer.created,
    changed: '2026-11-20T22:14:36Z',
    guid: computer.guid,
    attributes: principal(computer.rid, `${computer.name}$`, [
      ['userAccountControl', String(control)],
      ['primaryGroupID', String(primaryGroup)],
      ['dNSHostName', computer.host],
      ['operatingSystem', computer.system],
      ['operatingSystemVersion', computer.version],
      ['servicePrincipalName', ...host, ...replication],
      ['memberOf', memberOf],
      ['lastLogonTimestamp', lastLogon(computer.name)],
    ]),
  });
}

export function computerEntries({ controllers, servers, workstations }) {
  return [
    ...controllers.map((dc) => computerEntry(dc, { control: domainController, primaryGroup: 516 })),
    ...servers.map((server) =>
      computerEntry(server, {
        control: workstation,
        primaryGroup: 515,
        memberOf: server.name === 'CA01' ? wellKnown('Cert Publishers') : undefined,
      }),
    ),
    ...workstations.map((pc) =>
      computerEntry(pc, {
        control: workstation,
        primaryGroup: 515,
        memberOf: isPilotComputer(pc) ? groupDn.whfbPilotComputers : undefined,
      }),
    ),
  ];
}

function group(dn, relativeId, type, attributes = [], created = domain.created) {
  const account = /^CN=([^,]*)/.exec(dn)[1];
  return directoryObject({
    dn,
    classes: ['top', 'group'],
    categoryOf: 'Group',
    created,
    attributes: principal(relativeId, account, [['groupType', type], ...attributes]),
  });
}

function builtInGroup(name, relativeId, members) {
  return directoryObject({
    dn: builtIn(name),
    classes: ['top', 'group'],
    categoryOf: 'Group',
    attributes: [
      ['objectSid', sidBytes(`S-1-5-32-${relativeId}`)],
      ['sAMAccountName', name],
      ['groupType', '-2147483643'],
      ['adminCount', relativeId === 545 ? undefined : '1'],
      ['isCriticalSystemObject', 'TRUE'],
      ['member', ...members],
    ],
  });
}

/** The pilot's groups and the well-known ones the rules look for by relative identifier. */
export function groupEntries(pilot, workstations, people) {
  const made = '2026-09-14T11:48:30Z';
  const members = [...pilot.direct.map(({ dn }) => dn), groupDn.whfbUsersFabrikam, adfsServiceDn];
  const computers = workstations.filter(isPilotComputer).map(({ dn }) => dn);
  return [
    group(groupDn.whfbUsers, rid.whfbUsers, globalSecurity, [['member', ...members]], made),
    group(
      groupDn.whfbUsersFabrikam,
      rid.whfbUsersFabrikam,
      globalSecurity,
      [
        ['member', ...pilot.nested.map(({ dn }) => dn)],
        ['memberOf', groupDn.whfbUsers],
      ],
      made,
    ),
    group(groupDn.whfbPilotComputers, rid.whfbPilotComputers, globalSecurity, [['member', ...computers]], made),
    group(wellKnown('Domain Admins'), rid.domainAdmins, globalSecurity, [
      ['member', wellKnown('Administrator')],
      ['adminCount', '1'],
      ['isCriticalSystemObject', 'TRUE'],
      protectedAccountRights(),
    ]),
    group(wellKnown('Domain Users'), rid.domainUsers, globalSecurity),
    group(wellKnown('Domain Computers'), rid.domainComputers, globalSecurity),
    group(wellKnown('Domain Controllers'), rid.domainControllers, globalSecurity),
    group(wellKnown('Cert Publishers'), rid.certPublishers, domainLocalSecurity, [['member', `CN=CA01,${ou.servers}`]]),
    group(wellKnown('Schema Admins'), rid.schemaAdmins, universalSecurity, [
      ['adminCount', '1'],
      ['isCriticalSystemObject', 'TRUE'],
      protectedAccountRights(),
    ]),
    group(wellKnown('Enterprise Admins'), rid.enterpriseAdmins, universalSecurity, [
      ['member', wellKnown('Administrator')],
      ['adminCount', '1'],
      ['isCriticalSystemObject', 'TRUE'],
      protectedAccountRights(),
    ]),
    group(wellKnown('Key Admins'), rid.keyAdmins, globalSecurity, [['member', connectAccountDn]]),
    group(wellKnown('Enterprise Key Admins'), rid.enterpriseKeyAdmins, universalSecurity),
    group(workplaceSupportDn, rid.workplaceSupport, globalSecurity, [], made),
    builtInGroup('Administrators', 544, [
      wellKnown('Administrator'),
      wellKnown('Domain Admins'),
      wellKnown('Enterprise Admins'),
    ]),
    builtInGroup(
      'Account Operators',
      548,
      people.filter(isAccountOperator).map(({ dn }) => dn),
    ),
    builtInGroup('Users', 545, []),
  ];
}

function builtInUser(cn, relativeId, control, attributes = []) {
  return directoryObject({
    dn: wellKnown(cn),
    classes: ['top', 'person', 'organizationalPerson', 'user'],
    categoryOf: 'Person',
    attributes: principal(relativeId, cn, [
      ['userAccountControl', String(control)],
      ['primaryGroupID', '513'],
      ...attributes,
    ]),
  });
}

/** Built-in users, the synchronisation account and the group managed service account of AD FS. */
export function serviceAccountEntries() {
  return [
    builtInUser('Administrator', rid.administrator, normalAccount | neverExpires, [
      ['adminCount', '1'],
      ['memberOf', wellKnown('Domain Admins'), wellKnown('Enterprise Admins')],
      ['isCriticalSystemObject', 'TRUE'],
      protectedAccountRights(),
    ]),
    builtInUser('Guest', rid.guest, normalAccount | neverExpires | disabled | 0x20),
    builtInUser('krbtgt', rid.krbtgt, normalAccount | disabled, [
      ['adminCount', '1'],
      ['isCriticalSystemObject', 'TRUE'],
      protectedAccountRights(),
    ]),
    builtInUser('MSOL_4f1c2d3e5a6b', rid.connectAccount, normalAccount | neverExpires, [
      ['memberOf', wellKnown('Key Admins')],
      ['lastLogonTimestamp', lastLogon('MSOL_4f1c2d3e5a6b')],
      [
        'description',
        'Account created by Microsoft Azure Active Directory Connect with installation identifier 4f1c2d3e5a6b running on computer AADC01 configured to synchronize to tenant contoso.onmicrosoft.com.',
      ],
    ]),
    directoryObject({
      dn: adfsServiceDn,
      classes: ['top', 'person', 'organizationalPerson', 'user', 'computer', 'msDS-GroupManagedServiceAccount'],
      categoryOf: 'ms-DS-Group-Managed-Service-Account',
      created: '2024-02-12T10:03:54Z',
      changed: '2026-09-14T11:55:02Z',
      attributes: principal(rid.adfsService, 'adfssvc$', [
        ['userAccountControl', String(workstation)],
        ['primaryGroupID', '515'],
        ['dNSHostName', 'fs.contoso.com'],
        ['servicePrincipalName', 'host/fs.contoso.com', 'http/fs.contoso.com'],
        ['msDS-ManagedPasswordInterval', '30'],
        ['memberOf', groupDn.whfbUsers],
      ]),
    }),
  ];
}
