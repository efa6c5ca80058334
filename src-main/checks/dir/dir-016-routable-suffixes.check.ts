import type { AffectedObject } from '../../../src-shared/model/finding';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { type SampleUser, sumPilotUsers } from '../../evidence/derived/pilot-suffixes';
import { routability } from '../../knowledge/public-suffix';
import { defineCheck } from '../define-check';
import { judged, notApplicable, unknown } from '../result';
import { countOf, listed } from '../wording';

interface JudgedSuffix {
  readonly suffix: string;
  readonly count: number;
  readonly users: readonly SampleUser[];
  /** Why the suffix can never be verified; absent when it can. */
  readonly why?: string;
}

export default defineCheck({
  id: 'DIR-016',
  revision: 1,
  why: 'A suffix that nobody can register on the Internet can never be verified in Entra ID, so its users need a new UPN before anything else.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: ['ad.pilot-users', 'ad.partitions?'],
  evaluate({ 'ad.pilot-users': users, 'ad.partitions': partitions }, { scope }) {
    const inScope = domainsInScope(partitions.records, scope);
    const pilot = sumPilotUsers(users.records.filter(({ target }) => inScope.includes(target)));
    if (!pilot.populationFound || pilot.total === 0) {
      return unknown('not-collected', {
        summary: 'No enabled pilot user is in the directories that were read, so there are no suffixes to judge.',
      });
    }
    // Empty UPNs and UPNs without a suffix are judged by DIR-015.
    const suffixes = pilot.suffixes.filter(({ suffix }) => suffix !== '').map(judgeSuffix);
    if (suffixes.length === 0) {
      return notApplicable({
        summary: `None of the ${countOf(pilot.total, 'pilot user')} has a UPN with a suffix; that is judged by another check of this area.`,
      });
    }
    const sum = (group: readonly JudgedSuffix[]): number => group.reduce((total, { count }) => total + count, 0);
    const bad = suffixes.filter(({ why }) => why !== undefined);
    return judged(suffixes.flatMap(toObjects), {
      summary:
        bad.length === 0
          ? `${suffixes.length === 1 ? 'The only UPN suffix' : `All ${suffixes.length} UPN suffixes`} of the pilot users can be registered on the Internet.`
          : `${sum(bad)} of ${countOf(pilot.total, 'pilot user')} have a UPN suffix that can never be verified: ${listed(bad.map(({ suffix, count }) => `${suffix} (${count})`))}.`,
      observations: suffixes.map(({ suffix, count, why }) => ({
        label: suffix,
        observed: `${countOf(count, 'user')}${why === undefined ? '' : `: ${why}`}`,
        expected: 'a name below a public top-level domain',
        matches: why === undefined,
      })),
      counts: bad.length === 0 ? { pass: sum(suffixes) } : { fail: sum(bad), pass: sum(suffixes) - sum(bad) },
    });
  },
  remediation: {
    task: 'Replace UPN suffixes that cannot be verified in a tenant.',
    steps: [
      'Choose a public domain name that the organisation owns and that is verified and federated in Entra ID.',
      'Add it to the forest as a UPN suffix and give it to the users.',
      'Do not use an alternate login ID instead: the on-premises UPN itself has to be routable.',
    ],
    command: [
      "Set-ADForest -Identity contoso.com -UPNSuffixes @{Add='contoso.com'}",
      "Get-ADUser -Filter \"UserPrincipalName -like '*@contoso.local'\" | ForEach-Object { Set-ADUser $_ -UserPrincipalName ($_.SamAccountName + '@contoso.com') }",
    ].join('\n'),
    verify: '`Get-ADUser -Filter "UserPrincipalName -like \'*@contoso.local\'"` finds no pilot user any more.',
    revert: 'Set the former `UserPrincipalName` again with `Set-ADUser`; keep a list of old values before the change.',
    right: 'Enterprise Admins for the suffix, account operators for the users',
    risk: 'A changed UPN changes the sign-in name in every application that uses it.',
  },
});

function judgeSuffix({ suffix, count, users }: Omit<JudgedSuffix, 'why'>): JudgedSuffix {
  const found = routability(suffix);
  return { suffix, count, users, ...(found.routable ? {} : { why: found.why }) };
}

/** The suffix, and of unroutable suffixes the sample of users. */
function toObjects({ suffix, count, users, why }: JudgedSuffix): readonly AffectedObject[] {
  const object = { id: `suffix:${suffix}`, kind: 'upn-suffix', name: suffix } as const;
  if (why === undefined)
    return [{ ...object, outcome: 'pass', note: `${countOf(count, 'user')}; the name can be registered.` }];
  const samples = users.map((user) => ({
    id: user.objectSid,
    kind: 'user' as const,
    name: user.userPrincipalName ?? user.samAccountName,
    outcome: 'fail' as const,
    note: `Suffix ${suffix} ${why}.`,
    evidenceId: user.evidenceId,
    locate: user.samAccountName,
  }));
  return [{ ...object, outcome: 'fail', note: `${countOf(count, 'user')}; the name ${why}.` }, ...samples];
}
