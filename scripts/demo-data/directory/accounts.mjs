import { isPilotComputer } from '../computers.mjs';
import { fileTime, guidBytes, plusMinutes, sidBytes } from '../formats/binary-forms.mjs';
import { directoryObject } from './objects.mjs';
import { protectedAccountRights, serverRights } from './rights.mjs';

const disabled = 0x2;
const normalAccount = 0x200;
const neverExpires = 0x10000;
const workstation = 0x1000;
const domainController = 0x82000;
const globalSecurity = '-2147483646';
const universalSecurity = '-2147483640';
const domainLocalSecurity = '-2147483644';

const wellKnown = (org, cn) => `CN=${cn},CN=Users,${org.domain.dn}`;
const builtIn = (org, cn) => `CN=${cn},CN=Builtin,${org.domain.dn}`;
const groupDn = (org, key) => `CN=${org.groups[key]},${org.ou.groups}`;
const connectAccountDn = (org) => wellKnown(org, org.connect.account);
const adfsServiceDn = (org) => `CN=${org.federation.account.name},CN=Managed Service Accounts,${org.domain.dn}`;

const principal = (org, relativeId, account, more) => [
  ['objectSid', sidBytes(org.sidOf(relativeId))],
  ['sAMAccountName', account],
  ...more,
];

function lastLogon(org, name) {
  const hoursAgo = 5 + org.random(`logon ${name}`).below(24 * 12);
  return String(fileTime(plusMinutes(org.instant, -60 * hoursAgo)));
}

/** People, each with the groups of the pilot it is a direct member of. */
export function personEntries(org, people, pilot, keys) {
  return people.map((person) => {
    const guid = org.guidFor(`person ${person.login}`);
    const memberOf = [
      pilot.direct.includes(person) && groupDn(org, 'pilot'),
      pilot.nested.includes(person) && groupDn(org, 'nested'),
      person.isAccountOperator && builtIn(org, 'Account Operators'),
    ].filter(Boolean);
    return directoryObject(org, {
      dn: person.dn,
      classes: ['top', 'person', 'organizationalPerson', 'user'],
      categoryOf: 'Person',
      created: `20${16 + (person.rid % 9)}-0${1 + (person.rid % 8)}-1${person.rid % 10}T08:1${person.rid % 6}:2${person.rid % 7}Z`,
      changed: plusMinutes(org.instant, -82 * 60),
      guid,
      attributes: principal(org, person.rid, person.login, [
        ['userAccountControl', String(normalAccount | (person.enabled ? 0 : disabled))],
        ['primaryGroupID', '513'],
        ['userPrincipalName', person.upn],
        ['givenName', person.given],
        ['sn', person.last],
        ['displayName', person.name],
        ['mail', person.mail],
        ['memberOf', ...memberOf],
        ['lastLogonTimestamp', lastLogon(org, person.login)],
        ['mS-DS-ConsistencyGuid', guidBytes(guid)],
        ['msDS-KeyCredentialLink', ...(keys.get(person) ?? [])],
        ['adminCount', person.isAccountOperator ? '1' : undefined],
        [
          'altSecurityIdentities',
          person.isMappedWeakly
            ? `X509:<I>DC=com,DC=contoso,CN=${org.pki.issuing[0].name}<S>DC=com,DC=contoso,OU=Staff,CN=${person.name}`
            : undefined,
        ],
      ]),
    });
  });
}

function computerEntry(org, computer, { control, primaryGroup, memberOf, rights }) {
  const host = [
    `HOST/${computer.name}`,
    `HOST/${computer.host}`,
    `RestrictedKrbHost/${computer.name}`,
    `RestrictedKrbHost/${computer.host}`,
  ];
  const replication =
    control === domainController
      ? [`E3514235-4B06-11D1-AB04-00C04FC2DCD2/${org.guidFor(`ntds ${computer.name}`)}/${org.domain.dns}`]
      : [];
  return directoryObject(org, {
    dn: computer.dn,
    classes: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
    categoryOf: 'Computer',
    created: computer.created,
    changed: plusMinutes(org.instant, -41 * 60),
    guid: computer.guid,
    attributes: principal(org, computer.rid, `${computer.name}$`, [
      ['userAccountControl', String(control)],
      ['primaryGroupID', String(primaryGroup)],
      ['dNSHostName', computer.host],
      ['operatingSystem', computer.system],
      ['operatingSystemVersion', computer.version],
      ['servicePrincipalName', ...host, ...replication],
      ['memberOf', memberOf],
      ['lastLogonTimestamp', lastLogon(org, computer.name)],
      ...(rights ? [rights] : []),
    ]),
  });
}

export function computerEntries(org, { controllers, servers, workstations }) {
  const isAuthority = ({ name }) => org.pki.issuing.some(({ host }) => host === name.toLowerCase());
  return [
    ...controllers.map((dc) => computerEntry(org, dc, { control: domainController, primaryGroup: 516 })),
    ...servers.map((server) =>
      computerEntry(org, server, {
        control: workstation,
        primaryGroup: 515,
        memberOf: isAuthority(server) ? wellKnown(org, 'Cert Publishers') : undefined,
        rights: serverRights(org),
      }),
    ),
    ...workstations.map((pc) =>
      computerEntry(org, pc, {
        control: workstation,
        primaryGroup: 515,
        memberOf: isPilotComputer(org, pc) ? groupDn(org, 'computers') : undefined,
      }),
    ),
  ];
}

function group(org, dn, relativeId, type, attributes = [], created = org.domain.created) {
  const account = /^CN=([^,]*)/.exec(dn)[1];
  return directoryObject(org, {
    dn,
    classes: ['top', 'group'],
    categoryOf: 'Group',
    created,
    attributes: principal(org, relativeId, account, [['groupType', type], ...attributes]),
  });
}

function builtInGroup(org, name, relativeId, members) {
  return directoryObject(org, {
    dn: builtIn(org, name),
    classes: ['top', 'group'],
    categoryOf: 'Group',
    attributes: [
      ['objectSid', sidBytes(`S-1-5-32-${relativeId}`)],
      ['sAMAccountName', name],
      ['groupType', '-2147483643'],
      ...(relativeId === 545 ? [['isCriticalSystemObject', 'TRUE']] : guarded(org)),
      ['member', ...members],
    ],
  });
}

/** Groups made for the deployment. The nested group and that of the service desk are not everywhere. */
function madeGroups(org, pilot, workstations) {
  const { rid, groups, templates } = org;
  const made = templates.published;
  const computers = workstations.filter((pc) => isPilotComputer(org, pc)).map(({ dn }) => dn);
  const nested = groups.nested && [
    group(
      org,
      groupDn(org, 'nested'),
      rid.whfbUsersNested,
      globalSecurity,
      [
        ['member', ...pilot.nested.map(({ dn }) => dn)],
        ['memberOf', groupDn(org, 'pilot')],
      ],
      made,
    ),
  ];
  const members = [
    ...pilot.direct.map(({ dn }) => dn),
    groups.nested && groupDn(org, 'nested'),
    org.federation.account.isInPilot ? adfsServiceDn(org) : undefined,
  ];
  return [
    group(org, groupDn(org, 'pilot'), rid.whfbUsers, globalSecurity, [['member', ...members]], made),
    ...(nested ?? []),
    group(org, groupDn(org, 'computers'), rid.whfbPilotComputers, globalSecurity, [['member', ...computers]], made),
    ...(groups.support ? [group(org, groupDn(org, 'support'), rid.workplaceSupport, globalSecurity, [], made)] : []),
  ];
}

const guarded = (org) => [['adminCount', '1'], ['isCriticalSystemObject', 'TRUE'], protectedAccountRights(org)];

/** The well-known groups the rules look for by relative identifier. */
function wellKnownGroups(org, servers) {
  const { rid } = org;
  const administrator = ['member', wellKnown(org, 'Administrator')];
  const authorities = servers
    .filter(({ name }) => org.pki.issuing.some(({ host }) => host === name.toLowerCase()))
    .map(({ dn }) => dn);
  const named = (cn, relativeId, type, attributes) => group(org, wellKnown(org, cn), relativeId, type, attributes);
  return [
    named('Domain Admins', rid.domainAdmins, globalSecurity, [administrator, ...guarded(org)]),
    named('Domain Users', rid.domainUsers, globalSecurity),
    named('Domain Computers', rid.domainComputers, globalSecurity),
    named('Domain Controllers', rid.domainControllers, globalSecurity),
    named('Cert Publishers', rid.certPublishers, domainLocalSecurity, [['member', ...authorities]]),
    named('Schema Admins', rid.schemaAdmins, universalSecurity, guarded(org)),
    named('Enterprise Admins', rid.enterpriseAdmins, universalSecurity, [administrator, ...guarded(org)]),
    named('Key Admins', rid.keyAdmins, globalSecurity, [['member', connectAccountDn(org)]]),
    named('Enterprise Key Admins', rid.enterpriseKeyAdmins, universalSecurity),
  ];
}

/** Groups of the pilot and of the system. */
export function groupEntries(org, pilot, { workstations, servers }, people) {
  const operators = people.filter(({ isAccountOperator }) => isAccountOperator).map(({ dn }) => dn);
  const administrators = ['Administrator', 'Domain Admins', 'Enterprise Admins'].map((cn) => wellKnown(org, cn));
  return [
    ...madeGroups(org, pilot, workstations),
    ...wellKnownGroups(org, servers),
    builtInGroup(org, 'Administrators', 544, administrators),
    builtInGroup(org, 'Account Operators', 548, operators),
    builtInGroup(org, 'Users', 545, []),
  ];
}

function builtInUser(org, cn, relativeId, control, attributes = []) {
  return directoryObject(org, {
    dn: wellKnown(org, cn),
    classes: ['top', 'person', 'organizationalPerson', 'user'],
    categoryOf: 'Person',
    attributes: principal(org, relativeId, cn, [
      ['userAccountControl', String(control)],
      ['primaryGroupID', '513'],
      ...attributes,
    ]),
  });
}

/** The group managed service account AD FS runs as. */
function federationAccount(org) {
  const { account, created, host } = org.federation;
  return directoryObject(org, {
    dn: adfsServiceDn(org),
    classes: ['top', 'person', 'organizationalPerson', 'user', 'computer', 'msDS-GroupManagedServiceAccount'],
    categoryOf: 'ms-DS-Group-Managed-Service-Account',
    created,
    changed: org.templates.published,
    attributes: principal(org, org.rid.adfsService, account.login, [
      ['userAccountControl', String(workstation)],
      ['primaryGroupID', '515'],
      ['dNSHostName', host],
      ['servicePrincipalName', `host/${host}`, `http/${host}`],
      ['msDS-ManagedPasswordInterval', '30'],
      ['memberOf', account.isInPilot ? groupDn(org, 'pilot') : undefined],
    ]),
  });
}

/** Built-in users, the synchronisation account and the service account of AD FS. */
export function serviceAccountEntries(org) {
  const { rid, connect, tenant } = org;
  const installation = connect.account.replace('MSOL_', '');
  return [
    builtInUser(org, 'Administrator', rid.administrator, normalAccount | neverExpires, [
      ['memberOf', wellKnown(org, 'Domain Admins'), wellKnown(org, 'Enterprise Admins')],
      ...guarded(org),
    ]),
    builtInUser(org, 'Guest', rid.guest, normalAccount | neverExpires | disabled | 0x20),
    builtInUser(org, 'krbtgt', rid.krbtgt, normalAccount | disabled, guarded(org)),
    builtInUser(org, connect.account, rid.connectAccount, normalAccount | neverExpires, [
      ['memberOf', wellKnown(org, 'Key Admins')],
      ['lastLogonTimestamp', lastLogon(org, connect.account)],
      [
        'description',
        `Account created by Microsoft Azure Active Directory Connect with installation identifier ${installation} running on computer ${connect.server} configured to synchronize to tenant ${tenant.initial}.`,
      ],
    ]),
    federationAccount(org),
  ];
}
