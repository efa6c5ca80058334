import type { RegistrationContract } from '../../../src-shared/model/evidence/network';
import { domainsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { sumPilotUsers } from '../../evidence/derived/pilot-suffixes';
import { registrationPointer, registrationTargets } from '../../evidence/derived/registration-pointer';
import type { Verdict } from '../../evidence/derived/verdict';
import { routability } from '../../knowledge/public-suffix';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.pilot-users', 'ad.partitions?', 'dns.answer?', 'entra.registration-contract?'] as const;
type DiscoveryInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DEV-025',
  revision: 1,
  why: 'A name enterpriseregistration that leads to AD FS makes devices look for a registration service on premises, which this deployment does not use.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-dvrd',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-dvre',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs,
  evaluate: judgeSuffixes,
  remediation: {
    task: 'Settle which service answers device discovery.',
    steps: [
      'Look up the record in the internal and in the public DNS; they often differ.',
      'Remove it, or let it be an alias of enterpriseregistration.windows.net.',
      'When the cloud gives no contract, check that the suffix is a verified domain of the tenant.',
    ],
    command: [
      'Resolve-DnsName enterpriseregistration.contoso.com',
      'Remove-DnsServerResourceRecord -ZoneName contoso.com -Name enterpriseregistration -RRType A',
      'Add-DnsServerResourceRecordCName -ZoneName contoso.com -Name enterpriseregistration -HostNameAlias enterpriseregistration.windows.net',
      'curl.exe -i "https://enterpriseregistration.windows.net/contoso.com/enrollmentserver/contract?api-version=1.4"',
    ].join('\n'),
    verify: '`Resolve-DnsName` shows no record or the alias, and the address answers with HTTP 200.',
    revert: 'Add the former record again.',
    right: 'DNS administrators',
    risk: 'Devices that register with AD FS on purpose, without Entra ID, would no longer find it.',
  },
});

function judgeSuffixes(inputs: DiscoveryInputs, { scope }: CheckContext): CheckResult {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const pilot = sumPilotUsers(inputs['ad.pilot-users'].records.filter(({ target }) => domains.includes(target)));
  if (!pilot.populationFound || pilot.total === 0)
    return unknown('not-collected', {
      summary: 'No enabled pilot user is in the directories that were read, so there are no suffixes to ask about.',
    });
  const suffixes = pilot.suffixes.map(({ suffix }) => suffix).filter((suffix) => routability(suffix).routable);
  if (suffixes.length === 0)
    return notApplicable({
      summary:
        'None of the UPN suffixes of the pilot can be registered on the Internet, so devices ask nobody; see DIR-016.',
    });
  const objects = suffixes.map(
    (suffix): JudgedObject => ({
      id: `suffix:${suffix}`,
      kind: 'upn-suffix',
      name: suffix,
      ...judgeSuffix(suffix, inputs),
    }),
  );
  const servers = [...new Set(inputs['dns.answer'].records.flatMap(({ data }) => data.servers))];
  return judged(objects, {
    summary: summarise(objects),
    observations: [
      ...objects.map(({ name, note, outcome }) => ({
        label: `enterpriseregistration.${name}`,
        observed: note,
        expected: 'no such name, or an alias of the registration service of the cloud',
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
      ...(servers.length === 0 ? [] : [{ label: 'DNS servers asked', observed: listed(servers) }]),
    ],
  });
}

function judgeSuffix(suffix: string, inputs: DiscoveryInputs): Verdict {
  const { records, gaps } = inputs['dns.answer'];
  const pointer = registrationPointer(suffix, records);
  switch (pointer.to) {
    case 'elsewhere':
      return {
        outcome: 'warning',
        note: `Leads to ${listed(pointer.names, 3)}, not to the registration service of the cloud.`,
      };
    case 'unknown': {
      const gap = gaps.find(({ target }) => registrationTargets(suffix).includes(target.toLowerCase()));
      return {
        outcome: 'unknown',
        reason: gap?.reason ?? 'not-collected',
        note: gap?.message ?? 'DNS was not asked about it.',
      };
    }
    case 'nowhere':
    case 'cloud': {
      const lead = pointer.to === 'cloud' ? 'Leads to the cloud' : 'Does not exist';
      return judgeContract(lead, suffix, inputs['entra.registration-contract']);
    }
  }
}

function judgeContract(
  lead: string,
  suffix: string,
  { records, gaps }: DiscoveryInputs['entra.registration-contract'],
): Verdict {
  const contract: RegistrationContract | undefined = records.find(({ target }) => isSameHost(target, suffix))?.data;
  const gap = gaps.find(({ target }) => isSameHost(target, suffix));
  if (contract === undefined) {
    const reason = gap?.reason ?? 'not-collected';
    return { outcome: 'unknown', reason, note: `${lead}; the contract of the cloud for the suffix was not read.` };
  }
  const status = contract.cloudStatus;
  if (status === 200) return { outcome: 'pass', note: `${lead}, and the cloud offers registration for the suffix.` };
  if (status === undefined)
    return { outcome: 'unknown', reason: 'unreachable', note: `${lead}; the cloud gave no answer about the suffix.` };
  if (status === 401 || status === 403 || status === 429 || status >= 500)
    return {
      outcome: 'unknown',
      reason: 'unreachable',
      note: `${lead}; the cloud answered with HTTP status ${status}.`,
    };
  return {
    outcome: 'warning',
    note: `${lead}, but the cloud offers no registration for the suffix (HTTP status ${status}).`,
  };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [wrong, open] = [namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (wrong.length > 0) {
    const [first] = objects.filter(({ outcome }) => outcome === 'warning');
    const share = `${wrong.length} of ${countOf(objects.length, 'UPN suffix', 'UPN suffixes')}`;
    return `${share} may mislead devices that look for their registration service: ${listed(wrong)}. ${first?.note ?? ''}`;
  }
  if (open.length > 0) return `Where devices of ${listed(open)} are led to register is not known.`;
  return `${countOf(objects.length, 'UPN suffix', 'UPN suffixes')} checked: none leads devices away from the registration service of the cloud.`;
}
