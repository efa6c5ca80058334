import {
  administrator,
  domain,
  groups,
  type LabUser,
  localisedGroups,
  units,
  users,
  warehouseStaffCount,
} from '../../facts.ts';
import { bytes, type DirectoryChange, escapeRdn, sidBytes } from './directory-change.ts';

const normalAccount = 0x200;
const accountDisabled = 0x2;
const globalSecurityGroup = '-2147483646';

interface Person {
  readonly commonName: string;
  readonly samAccountName: string;
  /** Absent: the account has no user principal name. */
  readonly upnSuffix?: string;
  readonly disabled?: true;
}

/** Pilot users with ordinary names, all `@contoso.com`. */
const plainNames = [
  'Imke Brandt',
  'Marta Lindqvist',
  'Tom Baker',
  'Rosa Delgado',
  'Kenji Mori',
  'Fatima Haddad',
  'Liam Byrne',
  'Olga Petrova',
  'Hugo Martin',
  'Nina Weber',
  'Paul Novak',
  'Sara Conti',
  'Erik Dahl',
  'Lena Vogel',
  'Omar Farouk',
  'Julia Kranz',
  'Ben Carter',
  'Anna Kovacs',
  'David Moreau',
  'Petra Simon',
] as const;

/** Names and account names that trip up code which thinks in ASCII or splits distinguished names at commas. */
const awkwardPeople: readonly Person[] = [
  { commonName: 'Zoë Åkesson', samAccountName: 'zoe.akesson', upnSuffix: 'contoso.com' },
  { commonName: 'Jürgen Groß', samAccountName: 'jürgen.groß', upnSuffix: 'contoso.com' },
  { commonName: 'Łukasz Wiśniewski', samAccountName: 'lukasz.wisniewski', upnSuffix: 'contoso.com' },
  { commonName: 'Søren Kjærgård', samAccountName: 'soren.kjaergard', upnSuffix: 'contoso.com' },
  { commonName: 'Νίκος Παπαδόπουλος', samAccountName: 'nikos.p', upnSuffix: 'contoso.com' },
  { commonName: 'Ирина Соколова', samAccountName: 'irina.sokolova', upnSuffix: 'contoso.com' },
  { commonName: '山田 太郎', samAccountName: 'taro.yamada', upnSuffix: 'contoso.com' },
  { commonName: 'נועה לוי', samAccountName: 'noa.levi', upnSuffix: 'contoso.com' },
  { commonName: 'Müller, Anke', samAccountName: 'anke.mueller', upnSuffix: 'contoso.com' },
  { commonName: '#1 Desk <night>; "late" + \\relief=', samAccountName: 'night.desk', upnSuffix: 'contoso.com' },
];

const peopleWithOtherSuffixes: readonly Person[] = [
  { commonName: 'Iris Corp', samAccountName: 'iris.corp', upnSuffix: domain.dnsName },
  { commonName: 'Karl Corp', samAccountName: 'karl.corp', upnSuffix: domain.dnsName },
  { commonName: 'Fay Brikam', samAccountName: 'fay.brikam', upnSuffix: 'fabrikam.com' },
  { commonName: 'Finn Brikam', samAccountName: 'finn.brikam', upnSuffix: 'FABRIKAM.com' },
  { commonName: 'Lois Local', samAccountName: 'lois.local', upnSuffix: 'contoso.local' },
  { commonName: 'Luke Local', samAccountName: 'luke.local', upnSuffix: 'contoso.local' },
  { commonName: 'Nora Noname', samAccountName: 'nora.noname' },
  { commonName: 'Gone Goodman', samAccountName: 'gone.goodman', upnSuffix: 'contoso.local', disabled: true },
];

const plainPeople: readonly Person[] = plainNames.map((commonName) => ({
  commonName,
  samAccountName: commonName.toLowerCase().replace(' ', '.'),
  upnSuffix: 'contoso.com',
}));

function personDn(person: Person): string {
  return `CN=${escapeRdn(person.commonName)},${units.staff}`;
}

function addPerson(person: Person): DirectoryChange {
  const { commonName, samAccountName, upnSuffix } = person;
  return {
    dn: personDn(person),
    add: {
      objectClass: ['user'],
      sAMAccountName: [samAccountName],
      displayName: [commonName],
      userAccountControl: [String(person.disabled ? normalAccount | accountDisabled : normalAccount)],
      ...(upnSuffix && {
        userPrincipalName: [`${samAccountName}@${upnSuffix}`],
        mail: [`${samAccountName}@contoso.com`],
      }),
    },
  };
}

function addSignInUser(user: LabUser, userAccountControl: number, mustChangePassword = false): DirectoryChange {
  return {
    dn: user.dn,
    add: {
      objectClass: ['user'],
      objectSid: [bytes(sidBytes(user.sid))],
      sAMAccountName: [user.samAccountName],
      userPrincipalName: [user.userPrincipalName],
      userAccountControl: [String(userAccountControl)],
      unicodePwd: [bytes(Buffer.from(`"${user.password}"`, 'utf16le'))],
      ...(mustChangePassword && { pwdLastSet: ['0'] }),
    },
  };
}

function addGroup(group: { readonly dn: string; readonly sid: string }, samAccountName: string): DirectoryChange {
  return {
    dn: group.dn,
    add: {
      objectClass: ['group'],
      objectSid: [bytes(sidBytes(group.sid))],
      sAMAccountName: [samAccountName],
      groupType: [globalSecurityGroup],
    },
  };
}

const warehouseWorkers: readonly string[] = Array.from(
  { length: warehouseStaffCount },
  (_, index) => `worker${String(index + 1).padStart(4, '0')}`,
);

function addWorker(name: string): DirectoryChange {
  return {
    dn: `CN=${name},${units.warehouse}`,
    add: {
      objectClass: ['user'],
      sAMAccountName: [name],
      userPrincipalName: [`${name}@contoso.com`],
      userAccountControl: [String(normalAccount)],
    },
  };
}

/** Marked by AdminSDHolder's task, which sets `adminCount` on members of protected groups. */
function addAdministrator(): DirectoryChange {
  const { dn, sid, samAccountName } = administrator;
  return {
    dn,
    add: {
      objectClass: ['user'],
      objectSid: [bytes(sidBytes(sid))],
      sAMAccountName: [samAccountName],
      userPrincipalName: [`${samAccountName}@contoso.com`],
      userAccountControl: [String(normalAccount)],
      adminCount: ['1'],
    },
  };
}

function localiseGroups(): readonly DirectoryChange[] {
  return Object.values(localisedGroups).map(([name, localName]) => ({
    dn: `CN=${name},CN=Users,${domain.baseDn}`,
    replace: { sAMAccountName: [localName] },
  }));
}

/** Users and empty groups. */
export function peopleObjects(): readonly DirectoryChange[] {
  return [
    addSignInUser(users.reader, normalAccount),
    addSignInUser(users.alice, normalAccount),
    addSignInUser(users.disabled, normalAccount | accountDisabled),
    addSignInUser(users.mustChangePassword, normalAccount, true),
    ...[...plainPeople, ...awkwardPeople, ...peopleWithOtherSuffixes].map(addPerson),
    ...warehouseWorkers.map(addWorker),
    addGroup(groups.whfbUsers, 'WHFB Users'),
    addGroup(groups.whfbUsersBerlin, 'WHFB Users Berlin'),
    addGroup(groups.whfbWave1, 'WHFB Wave 1'),
    addGroup(groups.warehouseStaff, 'Warehouse Staff'),
    addGroup(groups.tierZeroAdmins, 'Ebene-0-Administratoren'),
    addAdministrator(),
    ...localiseGroups(),
  ];
}

/** Group members; `pilotMembers` are put into the pilot group besides the users. */
export function memberships(pilotMembers: readonly string[]): readonly DirectoryChange[] {
  const berlin = awkwardPeople.slice(0, 5).map(personDn);
  const direct = [...plainPeople, ...awkwardPeople.slice(5), ...peopleWithOtherSuffixes].map(personDn);
  const signIn = [users.alice.dn, users.disabled.dn];
  const members = (group: { readonly dn: string }, dns: readonly string[]) => ({
    dn: group.dn,
    replace: { member: dns },
  });
  return [
    members(groups.whfbUsers, [...direct, ...signIn, groups.whfbUsersBerlin.dn, ...pilotMembers]),
    members(groups.whfbUsersBerlin, berlin),
    members(groups.tierZeroAdmins, [administrator.dn]),
    { dn: groups.tierZeroAdmins.dn, replace: { adminCount: ['1'] } },
    { dn: `CN=Domain Admins,CN=Users,${domain.baseDn}`, addValues: { member: [groups.tierZeroAdmins.dn] } },
    members(groups.whfbWave1, [...plainPeople, ...awkwardPeople].map(personDn)),
    members(
      groups.warehouseStaff,
      warehouseWorkers.map((name) => `CN=${name},${units.warehouse}`),
    ),
  ];
}
