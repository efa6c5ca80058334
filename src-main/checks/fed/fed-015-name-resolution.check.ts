import type { DnsAnswer } from '../../../src-shared/model/evidence/forest';
import { federationHostNeeds, federationHostsIn } from '../../evidence/derived/federation-hosts';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { type Collected, defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed } from '../wording';
import { farmObject } from './judge-farms';

export default defineCheck({
  id: 'FED-015',
  revision: 1,
  why: 'With an alias in between Windows asks Kerberos for the wrong name, and integrated sign-in to AD FS fails.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/configure-corporate-dns-for-the-federation-service-and-drs',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [
    // Optional because a name nobody answers for, say that of device registration, leaves nothing open about this one.
    'dns.answer?',
    ...federationHostNeeds,
    'ad.servers?',
  ],
  evaluate(inputs) {
    const hosts = federationHostsIn(inputs);
    if (hosts.length === 0)
      return unknown('not-collected', {
        summary: 'The name of the federation service is not known, so DNS cannot be judged.',
      });
    const servers = inputs['ad.servers'].records.flatMap(({ data }) =>
      data.servers.flatMap(({ dnsHostName }) => dnsHostName ?? []),
    );
    const objects = hosts.map(
      (host): JudgedObject => ({
        ...farmObject(host),
        ...judgeName(host, inputs['dns.answer'], servers),
      }),
    );
    return judged(objects, {
      summary: objects.map(({ note }) => note).join(' '),
      observations: inputs['dns.answer'].records
        .filter(({ data }) => hosts.some((host) => isSameHost(host, data.name)))
        .map(({ data }) => ({
          label: `${data.name}, ${data.type}`,
          observed:
            data.result === 'answered'
              ? listed(data.values)
              : data.result === 'empty'
                ? 'no such record'
                : 'no such name',
        })),
    });
  },
  remediation: {
    task: 'Give the federation service name address records.',
    steps: [
      'Replace the alias by an address record that points to the farm or its load balancer, inside and outside.',
      'Do not give a node the name of the federation service.',
    ],
    command: 'Resolve-DnsName fs.contoso.com',
    verify: 'The answer holds A records only.',
    revert: 'Set the former record again.',
    right: 'DNS administrator',
  },
});

function judgeName(host: string, { records, gaps }: Collected<'dns.answer'>, servers: readonly string[]): Verdict {
  const own = records.filter(({ data }) => isSameHost(data.name, host)).map(({ data }) => data);
  const answered = (type: DnsAnswer['type']): DnsAnswer | undefined =>
    own.find((answer) => answer.type === type && answer.result === 'answered');
  const alias = answered('CNAME');
  const named = own.filter(({ type }) => type === 'A' || type === 'AAAA');
  if (own.some(({ result }) => result === 'no-such-name'))
    return { outcome: 'fail', note: `DNS does not know ${host}.` };
  const addresses = [answered('A'), answered('AAAA')].flatMap((answer) => answer?.values ?? []);
  if (named.length === 0 || (addresses.length === 0 && named.length < 2)) {
    const gap = gaps.find(({ target }) => target.toLowerCase().startsWith(`${host} `));
    return {
      outcome: 'unknown',
      reason: gap?.reason ?? 'not-collected',
      note: gap?.message ?? `DNS was not asked for ${host}.`,
    };
  }
  if (alias !== undefined)
    return {
      outcome: 'warning',
      note: `${host} is an alias of ${listed(alias.values)}; Kerberos then asks for that name.`,
    };
  if (addresses.length === 0) return { outcome: 'fail', note: `DNS has no address for ${host}.` };
  if (servers.some((server) => isSameHost(server, host)))
    return {
      outcome: 'warning',
      note: `${host} is also the name of a server in the directory; the name of the federation service must be its own.`,
    };
  const hasAliasAnswer = own.some(({ type }) => type === 'CNAME');
  return hasAliasAnswer
    ? { outcome: 'pass', note: `${host} resolves to ${listed(addresses)} without an alias.` }
    : {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `${host} resolves to ${listed(addresses)}; whether through an alias was not asked.`,
      };
}
