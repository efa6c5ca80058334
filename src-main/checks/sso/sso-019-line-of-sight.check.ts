import { answerTarget, answerTo, hostsOfServices, kerberosService } from '../../evidence/derived/dns-answers';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { pilotDomains } from '../../evidence/derived/pilot-domains';
import { kerberosReach } from '../../evidence/derived/site-controllers';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.partitions', 'ad.pilot-users?', 'dns.answer?', 'ad.controller-state?', 'pki.crl?'] as const;
type SightInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'SSO-019',
  revision: 1,
  why: 'An Entra-joined device still needs a domain controller, DNS and the revocation lists for its Kerberos ticket; without them nothing on premises opens.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/faq',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ joinTypes }) => joinTypes.entraJoined || { reason: 'No Entra-joined devices are in scope.' },
  evaluate: judgeSight,
  remediation: {
    task: 'Assess from the network that Entra joined devices use.',
    steps: [
      'Run the assessment from the network, or over the VPN, that Entra-joined devices use.',
      'Let their DNS servers resolve the service records of the domains, and open TCP and UDP 88 and TCP 389 to domain controllers.',
      'Publish the revocation lists over HTTP where these devices reach them.',
    ],
    command: [
      'Resolve-DnsName -Type SRV _kerberos._tcp.contoso.com',
      'nltest /dsgetdc:contoso.com /kdc /force',
      'Test-NetConnection dc01.contoso.com -Port 88',
      'klist get krbtgt',
    ].join('\n'),
    verify: '`klist get krbtgt` on an Entra-joined device shows a ticket of the domain.',
    revert: 'Close the ports and take back the DNS forwarding.',
    right: 'Network, DNS and VPN administrators',
  },
});

function judgeSight(inputs: SightInputs, { scope }: CheckContext): CheckResult {
  const domains = pilotDomains(domainsInScope(inputs['ad.partitions'].records, scope), [
    { population: scope.pilotUsers, records: inputs['ad.pilot-users'].records },
  ]);
  if (domains.length === 0)
    return unknown('not-collected', {
      summary: 'No domain with pilot users is known, so nothing can be looked for.',
    });
  const objects = [
    ...domains.map(
      (domain): JudgedObject => ({
        id: `domain:${domain}`,
        kind: 'domain',
        name: domain,
        ...judgeDomain(domain, inputs),
      }),
    ),
    {
      id: 'revocation-lists',
      kind: 'revocation-list',
      name: 'revocation lists over HTTP',
      ...judgeLists(inputs),
    } as const,
  ];
  return judged(objects, {
    summary: summarise(objects, domains.length),
    observations: objects.map(({ name, note, outcome }) => ({
      label: name,
      observed: note,
      ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
    })),
  });
}

/** A name that DNS denies and a port that is refused are facts of this network; silence is not. */
function judgeDomain(domain: string, inputs: SightInputs): Verdict {
  const answers = inputs['dns.answer'];
  const answer = answerTo(answers.records, kerberosService(domain), 'SRV');
  if (answer === undefined) {
    const gap = answers.gaps.find(
      ({ target }) => target.toLowerCase() === answerTarget(kerberosService(domain), 'SRV'),
    );
    const note = gap?.message ?? 'DNS was not asked for its domain controllers.';
    return { outcome: 'unknown', reason: gap?.reason ?? 'not-collected', note };
  }
  const hosts = hostsOfServices(answer.data);
  if (hosts.length === 0) return { outcome: 'fail', note: 'DNS names no domain controller for Kerberos.' };
  const reaches = hosts.map((host) => kerberosReach(host, inputs['ad.controller-state']));
  const open = hosts.filter((_, index) => reaches[index] === 'open');
  if (open.length > 0)
    return {
      outcome: 'pass',
      note: `DNS names ${countOf(hosts.length, 'controller')}, and ${open.length} of them took a Kerberos connection.`,
    };
  if (reaches.every((reach) => reach === 'refused'))
    return {
      outcome: 'fail',
      note: `Each of ${countOf(hosts.length, 'controller')} that DNS names refused the Kerberos connection.`,
    };
  return reaches.includes('silent')
    ? {
        outcome: 'unknown',
        reason: 'unreachable',
        note: `None of ${countOf(hosts.length, 'controller')} that DNS names was seen to answer.`,
      }
    : {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Whether its controllers take Kerberos connections was not tried.',
      };
}

/** Reaching them is what counts here; whether they are current is PKI-017's. */
function judgeLists({ 'pki.crl': lists }: SightInputs): Verdict {
  const isDownload = ({ target }: { readonly target: string }): boolean => /^http:/iu.test(target);
  const read = lists.records.filter(isDownload);
  const [gap] = lists.gaps.filter(isDownload);
  if (gap !== undefined) return { outcome: 'unknown', reason: gap.reason, note: `${gap.target}: ${gap.message}` };
  return read.length > 0
    ? { outcome: 'pass', note: `${countOf(read.length, 'list')} downloaded.` }
    : { outcome: 'unknown', reason: 'not-collected', note: 'No revocation list was downloaded.' };
}

function summarise(objects: readonly JudgedObject[], domains: number): string {
  const [blocked, open] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  const first = objects.find(({ outcome }) => outcome === (blocked.length > 0 ? 'fail' : 'unknown'));
  const seen = 'As seen from this computer, not from an Entra-joined device';
  if (blocked.length > 0) return `${seen}: ${listed(blocked)} cannot be reached for Kerberos. ${first?.note ?? ''}`;
  if (open.length > 0)
    return `${seen}: not everything Kerberos needs was seen to work (${listed(open)}). ${first?.note ?? ''}`;
  return `${seen}: ${countOf(domains, 'domain')} with a domain controller in DNS that takes Kerberos connections, and the revocation lists can be downloaded.`;
}
