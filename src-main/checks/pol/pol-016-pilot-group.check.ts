import type { PilotUsers } from '../../../src-shared/model/evidence/directory';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { dnsNameOf, firstNameOf } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { hasBits } from '../../knowledge/certificate-template-values';
import { groupTypeBit } from '../../knowledge/group-type';
import { defineCheck } from '../define-check';
import { judged, unknown } from '../result';
import { countOf } from '../wording';

export default defineCheck({
  id: 'POL-016',
  revision: 1,
  why: 'One group filters the policy, enrols the template and names the testers; empty or of the wrong kind it does none of this.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.pilot-users', 'ad.partitions?'],
  appliesTo: ({ pilotUsers }) =>
    pilotUsers.kind === 'group' || {
      reason: 'The scope names no group of pilot users. One group for policy, template and test is advised.',
    },
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const records = inputs['ad.pilot-users'].records.filter(({ target }) => domains.includes(target));
    const found = records.filter(({ data }) => data.populationFound);
    const holder = found.find(({ data }) => data.group !== undefined);
    const group = holder?.data.group;
    if (found.length === 0) {
      return unknown('contradictory', {
        summary:
          'The pilot group of the scope is in none of the domains that were read: it does not exist, its name is misspelt, or it is hidden from the account that read.',
      });
    }
    if (holder === undefined || group === undefined) {
      return unknown('not-collected', {
        summary: 'The pilot users were read, but not their group itself; collect the domain again.',
      });
    }
    const homes = found.filter(({ data }) => data.total > 0).map(({ target }) => target.toLowerCase());
    const total = found.reduce((sum, { data }) => sum + data.total, 0);
    const verdict = judgeGroup(group, total, homes, inputs['ad.pilot-users'].gaps[0]);
    const name = printable(firstNameOf(group.distinguishedName), 256);
    return judged(
      [
        {
          id: group.objectSid ?? group.distinguishedName.toLowerCase(),
          kind: 'directory-object',
          name,
          evidenceId: holder.id,
          locate: name.slice(0, 500),
          ...verdict,
        },
      ],
      {
        summary: `${name}: ${verdict.note}`,
        observations: [
          { label: 'Enabled users', observed: String(total), expected: 'at least 1', matches: total > 0 },
          { label: 'Kind', observed: kindOf(group.groupType), expected: 'security group, global or universal' },
        ],
      },
    );
  },
  remediation: {
    task: 'Create the pilot group and put the pilot users into it.',
    steps: [
      'Create a global or universal security group for the pilot, or change the type of the one there is.',
      'Add the pilot users; use it in the security filtering of the policy and in the rights of the WHfB template.',
    ],
    command: [
      "New-ADGroup -Name 'Windows Hello for Business Users' -GroupScope Global -GroupCategory Security",
      "Add-ADGroupMember -Identity 'Windows Hello for Business Users' -Members imke.brandt",
      "Set-ADGroup -Identity 'WHFB Users' -GroupCategory Security -GroupScope Universal",
    ].join('\n'),
    verify: "`Get-ADGroup 'Windows Hello for Business Users'` shows Security and Global; its members are enabled.",
    revert: "`Remove-ADGroupMember -Identity 'Windows Hello for Business Users' -Members imke.brandt`",
    right: 'Rights to manage groups in the organisational unit',
  },
});

function judgeGroup(
  { distinguishedName, groupType }: NonNullable<PilotUsers['group']>,
  total: number,
  homes: readonly string[],
  gap: { readonly reason: NonNullable<Verdict['reason']>; readonly message: string } | undefined,
): Verdict {
  if (groupType === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'its attribute groupType was not returned.' };
  if (!hasBits(groupType, groupTypeBit.security))
    return { outcome: 'fail', note: 'it is a distribution group, which gives no rights and filters no policy.' };
  if (total === 0) {
    return gap === undefined
      ? { outcome: 'fail', note: 'it has no enabled user, so neither policy nor template reaches anybody.' }
      : {
          outcome: 'unknown',
          reason: gap.reason,
          note: `no enabled user was found, but not every domain was read: ${gap.message}`,
        };
  }
  const isForeign = homes.some((home) => home !== dnsNameOf(distinguishedName));
  if (hasBits(groupType, groupTypeBit.domainLocal) && isForeign)
    return {
      outcome: 'warning',
      note: `it is domain local, but its users are of ${countOf(homes.length, 'domain')} and it counts in its own only.`,
    };
  return { outcome: 'pass', note: `it is a security group with ${countOf(total, 'enabled user')}.` };
}

function kindOf(groupType: number | undefined): string {
  if (groupType === undefined) return 'not returned';
  const scopeName = hasBits(groupType, groupTypeBit.domainLocal)
    ? 'domain local'
    : hasBits(groupType, groupTypeBit.universal)
      ? 'universal'
      : 'global';
  return `${hasBits(groupType, groupTypeBit.security) ? 'security' : 'distribution'} group, ${scopeName}`;
}
