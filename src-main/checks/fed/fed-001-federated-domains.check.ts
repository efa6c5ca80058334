import type { EntraDomain } from '../../../src-shared/model/evidence/entra';
import type { EntraRealm } from '../../../src-shared/model/evidence/entra-policies';
import { domainsInScope, isBelow, isSameHost } from '../../evidence/derived/forest-scope';
import { sumPilotUsers } from '../../evidence/derived/pilot-suffixes';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

export default defineCheck({
  id: 'FED-001',
  revision: 1,
  why: 'Only a federated sign-in yields the token of AD FS that pays for the certificate; users of a managed domain never talk to AD FS.',
  sources: [
    'https://learn.microsoft.com/graph/api/domain-list',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.pilot-users', 'entra.domains', 'entra.realm?', 'ad.partitions?'],
  evaluate(inputs, { scope }) {
    const inScope = domainsInScope(inputs['ad.partitions'].records, scope);
    const pilot = sumPilotUsers(inputs['ad.pilot-users'].records.filter(({ target }) => inScope.includes(target)));
    const domains = inputs['entra.domains'].records.flatMap(({ data }) => data.domains);
    const realms = inputs['entra.realm'].records.map(({ data }) => data);
    const suffixes = pilot.suffixes.filter(({ suffix }) => suffix !== '');
    if (!pilot.populationFound || suffixes.length === 0)
      return unknown('not-collected', {
        summary:
          'No pilot user with a sign-in name was found in what was read, so the domains in question are not known.',
      });
    if (domains.length === 0)
      return unknown('unreadable', {
        summary: 'The list of Entra domains holds none, yet every tenant has at least its initial domain.',
      });
    const objects = suffixes.map(({ suffix, count }): JudgedObject => {
      const verdict = judgeSuffix(suffix, domains, realms);
      return {
        id: `entra-domain:${suffix}`,
        kind: 'entra-domain',
        name: suffix,
        ...verdict,
        note: `${countOf(count, 'pilot user')}: ${verdict.note}`,
      };
    });
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        expected: 'federated',
        matches: outcome === 'pass',
      })),
    });
  },
  remediation: {
    task: 'Federate every sign-in domain of pilot users with AD FS.',
    steps: [
      'Federate the domain with AD FS: Entra Connect, “Manage federation”, “Federate an additional domain”.',
      'Or choose cloud Kerberos trust for the users of managed domains.',
    ],
    command: [
      "Connect-MgGraph -Scopes 'Domain.Read.All'",
      'Get-MgDomain | Select-Object Id, AuthenticationType, IsVerified',
    ].join('\n'),
    verify: 'Every sign-in domain of the pilot shows AuthenticationType Federated.',
    revert: 'A federated domain can be converted back to managed; plan it, every user of the domain is concerned.',
    right: 'Hybrid Identity Administrator',
    risk: 'Changing the federation of a domain changes the sign-in of all its users at once.',
  },
});

const isFederated = ({ authenticationType }: EntraDomain): boolean => authenticationType.toLowerCase() === 'federated';

/** A domain that is not in the list may inherit from one above it; the realm call, made without a sign-in, says how Entra ID treats it. */
function judgeSuffix(suffix: string, domains: readonly EntraDomain[], realms: readonly EntraRealm[]): Verdict {
  const realm = realms.find(({ domain }) => isSameHost(domain, suffix));
  const own = domains.find(({ id }) => isSameHost(id, suffix));
  if (own !== undefined && !own.isVerified)
    return { outcome: 'fail', note: 'The domain is not verified, so nobody signs in with it.' };
  if (own !== undefined && !isFederated(own)) return { outcome: 'fail', note: 'The domain is managed, not federated.' };
  if (own !== undefined && realm !== undefined && realm.accountType.toLowerCase() === 'managed')
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: 'The list of domains says federated, the realm of the domain says managed.',
    };
  if (own !== undefined) return { outcome: 'pass', note: 'The domain is federated.' };
  const parent = domains.find(({ id, isVerified }) => isVerified && isBelow(suffix, id));
  if (realm?.accountType.toLowerCase() === 'federated')
    return { outcome: 'pass', note: 'The domain inherits the federation of the one above it, as its realm confirms.' };
  if (parent !== undefined && isFederated(parent))
    return {
      outcome: 'warning',
      note: `The domain is not in the list; it seems to inherit the federation of ${parent.id}.`,
    };
  return { outcome: 'fail', note: 'The domain is none of the tenant, so its users cannot sign in with it.' };
}

function summarise(objects: readonly JudgedObject[]): string {
  const failing = namesOf(objects, 'fail');
  if (failing.length > 0)
    return `${failing.length} of ${countOf(objects.length, 'domain')} that pilot users sign in with ${failing.length === 1 ? 'is' : 'are'} not federated: ${listed(failing)}.`;
  const open = objects.filter(({ outcome }) => outcome !== 'pass');
  if (open.length > 0)
    return `No sign-in domain of the pilot is known to be managed, but ${listed(open.map(({ name }) => name))} ${open.length === 1 ? 'is' : 'are'} not proven to be federated.`;
  return objects.length === 1
    ? `The sign-in domain of the pilot, ${listed(objects.map(({ name }) => name))}, is federated.`
    : `All ${objects.length} sign-in domains of the pilot are federated.`;
}
