import type { PrivilegedGroup } from '../../../src-shared/model/evidence/access';
import { connectorAccounts, connectorNeeds } from '../../evidence/derived/connector-accounts';
import { isKeyAdmins } from '../../evidence/derived/key-writers';
import { primaryGroupSid } from '../../evidence/derived/membership';
import { firstNameOf, normalDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { defineCheck, type Inputs } from '../define-check';
import { domainRecords } from '../domain-records';
import { type JudgedObject, judged, notApplicable } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.privileged-groups', 'ad.groups?', ...connectorNeeds] as const;

export default defineCheck({
  id: 'SEC-020',
  revision: 1,
  why: 'Members of Key Admins and Enterprise Key Admins can add a key to any user and sign in as that user.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/dual-enrollment',
    'https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-groups',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate(inputs, { scope }) {
    const { records, unread } = domainRecords(inputs['ad.privileged-groups'], inputs['ad.partitions'].records, scope);
    const known = knownNames(
      inputs,
      connectorAccounts(inputs, scope).accounts.map(({ account }) => account.distinguishedName),
    );
    const groups = records.flatMap(({ id, data }) =>
      data.groups.filter(({ objectSid }) => isKeyAdmins(objectSid)).map((group) => ({ group, evidenceId: id })),
    );
    if (groups.length === 0 && unread.length === 0)
      return notApplicable({ summary: 'No domain has the group Key Admins, so it has no members; see DIR-023.' });
    const objects = [...groups.flatMap(({ group, evidenceId }) => judgeGroup(group, evidenceId, known)), ...unread];
    return judged(objects, {
      summary: summarise(objects, groups.length),
      observations: groups.map(({ group }) => ({
        label: printable(group.samAccountName, 200),
        observed:
          listed(
            group.members.map((dn) => printable(firstNameOf(dn), 200)),
            20,
          ) || 'no member',
        expected: 'no member, or only the account of Entra Connect',
      })),
    });
  },
  remediation: {
    task: 'Empty Key Admins but for the connector account.',
    steps: [
      'Take every member out of both groups but the AD DS connector account of Entra Connect.',
      'Put the connector account in directly, not through a group.',
      'Check msDS-KeyCredentialLink of privileged accounts for keys that the former members may have added.',
    ],
    command: [
      "Get-ADGroupMember 'Key Admins'",
      "Get-ADGroupMember 'Enterprise Key Admins'",
      "Remove-ADGroupMember 'Key Admins' -Members otto.brandt",
    ].join('\n'),
    verify: 'The first two commands show the connector account or nothing.',
    revert: "`Add-ADGroupMember 'Key Admins' -Members …`",
    right: 'Domain Admins; Enterprise Admins for Enterprise Key Admins',
  },
});

/** What is known of possible members, by DN in normal form. */
interface KnownNames {
  readonly connectors: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** SIDs of primary groups and the names of the accounts that have them. */
  readonly primary: ReadonlyMap<string, readonly string[]>;
  readonly areAccountsRead: boolean;
  readonly areGroupsRead: boolean;
}

function knownNames(inputs: Inputs<(typeof needs)[number]>, connectors: readonly string[]): KnownNames {
  const accounts = inputs['ad.service-accounts'].records.flatMap(({ data }) => data.accounts);
  const groups = inputs['ad.groups'].records.flatMap(({ data }) => data.groups);
  const primary = new Map<string, string[]>();
  for (const account of accounts) {
    const sid = primaryGroupSid(account);
    if (sid !== undefined) primary.set(sid, [...(primary.get(sid) ?? []), account.distinguishedName]);
  }
  return {
    connectors: new Set(connectors.map(normalDn)),
    groups: new Set(groups.map(({ distinguishedName }) => normalDn(distinguishedName))),
    primary,
    areAccountsRead: inputs['ad.service-accounts'].records.length > 0,
    areGroupsRead: inputs['ad.groups'].records.length > 0,
  };
}

function judgeGroup(group: PrivilegedGroup, evidenceId: string, known: KnownNames): readonly JudgedObject[] {
  const name = printable(group.samAccountName, 200);
  const object = {
    id: group.objectSid,
    kind: 'directory-object',
    name,
    evidenceId,
    locate: group.samAccountName,
  } as const;
  const members = [...new Set([...group.members, ...(known.primary.get(group.objectSid) ?? [])])];
  const more = group.memberCount - group.members.length;
  if (members.length === 0) return [{ ...object, outcome: 'pass', note: 'It has no member.' }];
  return [
    ...members.map((dn) => judgeMember(dn, group, evidenceId, known)),
    ...(more > 0 ? [{ ...object, outcome: 'fail', note: `It has ${countOf(more, 'further member')}.` } as const] : []),
  ];
}

function judgeMember(dn: string, group: PrivilegedGroup, evidenceId: string, known: KnownNames): JudgedObject {
  const object = {
    id: `${group.objectSid} ${normalDn(dn)}`,
    kind: 'user',
    name: `${printable(firstNameOf(dn), 200)} in ${printable(group.samAccountName, 200)}`,
    evidenceId,
    locate: dn.slice(0, 500),
  } as const;
  const key = normalDn(dn);
  if (known.connectors.has(key)) return { ...object, outcome: 'pass', note: 'The account of Entra Connect.' };
  if (known.groups.has(key))
    return { ...object, outcome: 'warning', note: 'A group: whoever is in it, now or later, may write keys.' };
  if (known.areAccountsRead && known.areGroupsRead && known.connectors.size === 0)
    return {
      ...object,
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'No account of Entra Connect is known by its name, so this member may be the one.',
    };
  if (known.areAccountsRead && known.areGroupsRead)
    return { ...object, outcome: 'fail', note: 'Not the account of Entra Connect, and may write keys of any user.' };
  const unread = known.areAccountsRead ? 'groups' : 'service accounts';
  return {
    ...object,
    outcome: 'unknown',
    reason: 'not-collected',
    note: `The ${unread} of the domain were not read, so it is not known what this member is.`,
  };
}

function summarise(objects: readonly JudgedObject[], groups: number): string {
  const [others, nested, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (others.length > 0)
    return `${countOf(others.length, 'unexpected entry', 'unexpected entries')} may write keys of any user: ${listed(others)}.`;
  if (nested.length > 0) return `Groups are nested where only the account of Entra Connect belongs: ${listed(nested)}.`;
  if (unseen.length > 0)
    return `It could not be told who belongs to the groups of key administrators: ${listed(unseen)}.`;
  const isEmpty = objects.every(({ kind }) => kind === 'directory-object');
  return `${countOf(groups, 'group of key administrators', 'groups of key administrators')}: ${isEmpty ? 'no members' : 'only the account of Entra Connect'}.`;
}
