import type { EntraDomain } from '../../../src-shared/model/evidence/entra';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { Outcome } from '../../../src-shared/model/outcome';
import { domainsInScope, isBelow } from '../../evidence/derived/forest-scope';
import { type PilotSuffixes, type SampleUser, sumPilotUsers } from '../../evidence/derived/pilot-suffixes';
import { defineCheck } from '../define-check';
import { judged, unknown } from '../result';
import { countOf, listed } from '../wording';

interface Verdict {
  readonly outcome: Outcome;
  readonly note: string;
}
interface JudgedSuffix extends Verdict {
  readonly name: string;
  readonly count: number;
  readonly users: readonly SampleUser[];
}

export default defineCheck({
  id: 'DIR-015',
  revision: 1,
  why: 'Users whose UPN suffix the tenant cannot verify are outside what this deployment supports: they cannot be provisioned.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.pilot-users', 'entra.domains', 'ad.partitions?'],
  evaluate({ 'ad.pilot-users': users, 'entra.domains': tenant, 'ad.partitions': partitions }, { scope }) {
    const inScope = domainsInScope(partitions.records, scope);
    const pilot = sumPilotUsers(users.records.filter(({ target }) => inScope.includes(target)));
    const domains = tenant.records.flatMap(({ data }) => data.domains);
    if (!pilot.populationFound) {
      return unknown('not-collected', {
        summary:
          'The pilot group of the scope is in none of the directories that were read, so its users are not known.',
      });
    }
    if (pilot.total === 0) {
      return unknown('not-collected', {
        summary: 'The pilot has no enabled user in the directories that were read, so there is nothing to judge.',
      });
    }
    if (domains.length === 0) {
      return unknown('unreadable', {
        summary: 'The list of Entra domains holds none, yet every tenant has at least its initial domain.',
      });
    }
    const suffixes = judgeSuffixes(pilot, domains);
    return judged(suffixes.flatMap(toObjects), {
      summary: summarise(suffixes, pilot.total),
      observations: suffixes.map(({ name, count, outcome, note }) => ({
        label: name,
        observed: `${countOf(count, 'user')}: ${note}`,
        expected: 'a verified domain of the tenant',
        matches: outcome === 'pass',
      })),
      counts: countUsers(suffixes),
    });
  },
  remediation: {
    task: 'Give every pilot user a UPN suffix that is verified in the tenant.',
    steps: [
      'Decide on a suffix that is a public domain name of the organisation.',
      'Add the domain to the tenant, publish the TXT record it asks for and let Entra ID verify it; then federate the domain with AD FS.',
      'Add the suffix to the forest and give it to the users; their sign-in name changes, so tell them first.',
    ],
    command: [
      "Set-ADForest -Identity contoso.com -UPNSuffixes @{Add='contoso.com'}",
      "Get-ADUser -Filter \"UserPrincipalName -like '*@contoso.local'\" | ForEach-Object { Set-ADUser $_ -UserPrincipalName ($_.SamAccountName + '@contoso.com') }",
      "New-MgDomain -Id 'contoso.com'",
      "(Get-MgDomainVerificationDnsRecord -DomainId 'contoso.com').AdditionalProperties",
      "Confirm-MgDomain -DomainId 'contoso.com'",
    ].join('\n'),
    verify:
      "`(Get-MgDomain -DomainId 'contoso.com').IsVerified` is True, and a new export of pilot users shows no other suffix.",
    revert: 'Set the former `UserPrincipalName` again with `Set-ADUser`; keep a list of old values before the change.',
    right: 'Enterprise Admins for the suffix, account operators for the users, Domain Name Administrator in Entra ID',
    risk: 'A changed UPN changes the sign-in name in every application that uses it.',
  },
});

function judgeSuffixes(pilot: PilotSuffixes, domains: readonly EntraDomain[]): readonly JudgedSuffix[] {
  const suffixes = pilot.suffixes.map(({ suffix, count, users }) => ({
    name: suffix === '' ? 'no suffix' : suffix,
    count,
    users,
    ...judgeSuffix(suffix, domains),
  }));
  const { count, users } = pilot.withoutUpn;
  return count === 0
    ? suffixes
    : [...suffixes, { name: 'no UPN', count, users, outcome: 'fail', note: 'the user principal name is empty' }];
}

function judgeSuffix(suffix: string, domains: readonly EntraDomain[]): Verdict {
  if (suffix === '') return { outcome: 'fail', note: 'the user principal name has no suffix' };
  const verified = domains.filter(({ isVerified }) => isVerified);
  const listedDomain = domains.find(({ id }) => id === suffix);
  if (verified.some(({ id }) => id === suffix)) return { outcome: 'pass', note: 'verified domain of the tenant' };
  if (listedDomain !== undefined) return { outcome: 'fail', note: 'added to the tenant but not verified' };
  const parent = verified.find(({ id }) => isBelow(suffix, id));
  if (parent !== undefined)
    return { outcome: 'warning', note: `below the verified domain ${parent.id}, but not listed itself` };
  return { outcome: 'fail', note: 'not a domain of the tenant' };
}

/** The suffix, and of suffixes that do not pass the sample of users. */
function toObjects({ name, count, users, outcome, note }: JudgedSuffix): readonly AffectedObject[] {
  const suffix = {
    id: `suffix:${name}`,
    kind: 'upn-suffix',
    name,
    outcome,
    note: `${countOf(count, 'user')}: ${note}.`,
  } as const;
  if (outcome === 'pass') return [suffix];
  const samples = users.map((user) => ({
    id: user.objectSid,
    kind: 'user' as const,
    name: user.userPrincipalName ?? user.samAccountName,
    outcome,
    note: `Suffix ${name}: ${note}.`,
    evidenceId: user.evidenceId,
    locate: user.samAccountName,
  }));
  return [suffix, ...samples];
}

function countUsers(suffixes: readonly JudgedSuffix[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome, count } of suffixes) counts[outcome] = (counts[outcome] ?? 0) + count;
  return counts;
}

function summarise(suffixes: readonly JudgedSuffix[], total: number): string {
  const unverified = suffixes.filter(({ outcome }) => outcome === 'fail');
  const inherited = suffixes.filter(({ outcome }) => outcome === 'warning');
  const users = (group: readonly JudgedSuffix[]): number => group.reduce((sum, { count }) => sum + count, 0);
  const names = (group: readonly JudgedSuffix[]): string =>
    listed(group.map(({ name, count }) => `${name} (${count})`));
  if (unverified.length > 0) {
    return `${users(unverified)} of ${countOf(total, 'pilot user')} have a UPN whose suffix is not a verified domain of the tenant: ${names(unverified)}.`;
  }
  if (inherited.length > 0) {
    return `${users(inherited)} of ${countOf(total, 'pilot user')} have a UPN below a verified domain that is not listed itself: ${names(inherited)}.`;
  }
  return `All ${countOf(total, 'pilot user')} have a UPN whose suffix is a verified domain of the tenant (${countOf(suffixes.length, 'suffix', 'suffixes')}).`;
}
