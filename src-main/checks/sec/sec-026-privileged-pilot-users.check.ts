import type { PrivilegedGroup } from '../../../src-shared/model/evidence/access';
import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { PilotUser } from '../../../src-shared/model/evidence/directory';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { normalDn } from '../../evidence/distinguished-name';
import { ridOf } from '../../evidence/sid';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { judgePilot, pilotNeeds, untoldObjects, userObject } from '../pilot-users';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed } from '../wording';

const needs = [...pilotNeeds, 'ad.privileged-groups?', 'ca.settings?'] as const;
/** Domain Admins and Enterprise Admins. */
const dominantRids: readonly number[] = [512, 519];

export default defineCheck({
  id: 'SEC-026',
  revision: 2,
  why: 'AD FS can request a sign-in certificate for every member of the pilot; with administrators among them, whoever takes over AD FS is one.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/dual-enrollment',
    'https://learn.microsoft.com/defender-for-identity/security-assessment-edit-misconfigured-enrollment-agent',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs, { scope }) =>
    judgePilot(inputs, scope, (pilot) => judgePrivileged(pilot, inputs, scope.pilotUsers.kind === 'all')),
  remediation: {
    task: 'Keep privileged accounts out of certificate enrolment for Hello.',
    steps: [
      'Take privileged accounts out of the group that may enrol for the WHfB template.',
      'Give administrators a credential of their own that AD FS has no part in: a smart card or a FIDO2 key.',
      'Restrict the enrolment agent on every issuing CA to the group of Hello users.',
    ],
    command: [
      "Get-ADGroupMember 'Windows Hello for Business Users' -Recursive | Get-ADUser -Properties adminCount | Where-Object adminCount -eq 1",
      "Remove-ADGroupMember 'Windows Hello for Business Users' -Members admin.brandt",
    ].join('\n'),
    verify: 'The first command gives nobody.',
    revert: 'Add the accounts to the group again.',
    right: 'Owner of the group, or Domain Admins',
  },
});

function judgePrivileged(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>, isEverybody: boolean): CheckResult {
  const dominant = membersOf(inputs['ad.privileged-groups'].records.flatMap(({ data }) => data.groups));
  const restriction = restrictionOf(inputs['ca.settings'].records.map(({ data }) => data.enrollmentAgentRights));
  const count = pilot.domains.reduce((sum, { traits }) => sum + traits.protectedUsers.count, 0);
  const accounts = pilot.domains.flatMap(({ evidenceId, traits }) =>
    traits.protectedUsers.users.map((user) => toObject(user, evidenceId, dominant, restriction)),
  );
  const unseen = untoldObjects(pilot);
  const failed = accounts.filter(({ outcome }) => outcome === 'fail').length;
  const observations = [
    { label: 'Privileged accounts (adminCount = 1)', observed: String(count), expected: '0', matches: count === 0 },
  ];
  if (count === 0 && unseen.length === 0)
    return pass({
      summary: `None of ${countOf(pilot.total, 'pilot user')} is a privileged account.`,
      observations,
      counts: { pass: pilot.total },
    });
  return judged([...accounts, ...unseen], {
    summary: summarise(count, accounts, pilot, isEverybody, restriction),
    observations,
    counts: {
      ...(failed > 0 && { fail: failed }),
      ...{ pass: pilot.total - count, warning: count - failed, unknown: unseen.length },
    },
  });
}

/** DNs of the direct members of the groups that rule a domain or the forest. */
const membersOf = (groups: readonly PrivilegedGroup[]): ReadonlySet<string> =>
  new Set(
    groups
      .filter(({ objectSid }) => dominantRids.includes(ridOf(objectSid) ?? 0))
      .flatMap(({ members }) => members.map(normalDn)),
  );

/** Whether the CAs that were read let any enrolment agent ask for anybody. */
type Restriction = 'unrestricted' | 'restricted' | 'untold';

function restrictionOf(rights: readonly AuthoritySettings['enrollmentAgentRights'][]): Restriction {
  if (rights.includes('unrestricted')) return 'unrestricted';
  return rights.length > 0 && rights.every((one) => one !== undefined) ? 'restricted' : 'untold';
}

function toObject(
  user: PilotUser,
  evidenceId: string,
  dominant: ReadonlySet<string>,
  restriction: Restriction,
): JudgedObject {
  const rules = dominant.has(normalDn(user.distinguishedName));
  return {
    ...userObject(user, evidenceId),
    outcome: rules && restriction === 'unrestricted' ? 'fail' : 'warning',
    note: rules
      ? 'A member of Domain Admins or Enterprise Admins.'
      : 'A privileged account (adminCount = 1), or it was one.',
  };
}

const restrictionNotes: Readonly<Record<Restriction, string>> = {
  unrestricted: 'A CA does not restrict enrolment agents: AD FS can request certificates for these accounts.',
  restricted: 'The CAs that were read restrict enrolment agents; RA-006 and SEC-003 tell to whom.',
  untold:
    'Whether the CAs restrict enrolment agents was not collected; if they do not, AD FS can request certificates for these accounts.',
};

function summarise(
  count: number,
  accounts: readonly JudgedObject[],
  pilot: PilotView,
  isEverybody: boolean,
  restriction: Restriction,
): string {
  const open =
    pilot.untold.length > 0 ? ` The users of ${countOf(pilot.untold.length, 'domain')} could not be judged.` : '';
  if (count === 0) return `No privileged account was seen in the pilot.${open}`;
  const everybody = isEverybody ? ' The pilot of this assessment is every user; name the group that will enrol.' : '';
  return `${count} of ${countOf(pilot.total, 'pilot user')} ${count === 1 ? 'is a privileged account' : 'are privileged accounts'}: ${listed(accounts.map(({ name }) => name))}. ${restrictionNotes[restriction]}${everybody}${open}`;
}
