import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { LiveSources } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { cloudDomains } from '../../evidence/derived/cloud-domains';
import { type CloudName, cloudHosts } from '../../knowledge/cloud-hosts';
import type { Endpoint } from '../net/endpoint';
import { openInternet } from '../net/network';
import { type ContractAddresses, readContract, readDiscovery, readEndpoint, readRealm } from './read-cloud';

interface EndpointTarget extends ProbeTarget {
  readonly about: 'endpoint';
  readonly endpoint: Endpoint;
}
interface DomainTarget extends ProbeTarget {
  readonly about: 'domain';
  readonly domain: string;
  readonly url: URL;
  /** Where Entra ID tells how users of the domain sign in. */
  readonly realm: URL;
}
interface SuffixTarget extends ProbeTarget {
  readonly about: 'suffix';
  readonly suffix: string;
  readonly addresses: ContractAddresses;
}
type CloudTarget = EndpointTarget | DomainTarget | SuffixTarget;

const domainLimit = 50;
const suffixLimit = 20;

/** Looks at the sign-in and registration endpoints of the cloud and reads their public documents about the domains found; nobody signs in. */
const cloudEndpointsProbe: Probe<CloudTarget> = {
  id: 'cloud-endpoints',
  channel: 'https',
  rights: 'None',
  deadline: 2 * 60_000,

  targets: ({ live, evidence }) =>
    live.cloudEndpoints
      ? [...cloudsOf(live).flatMap(endpointTargets), ...domainTargets(evidence, live), ...suffixTargets(evidence, live)]
      : [],

  contacts: (live) => (live.cloudEndpoints ? contactsOf(live) : []),

  gives: (target) => {
    switch (target.about) {
      case 'endpoint':
        return [{ kind: 'entra.endpoint', target: target.endpoint.host }];
      case 'domain':
        return [
          { kind: 'entra.openid-configuration', target: target.domain },
          { kind: 'entra.realm', target: target.domain },
        ];
      case 'suffix':
        return [{ kind: 'entra.registration-contract', target: target.suffix }];
    }
  },

  async *collect(target, { progress, ...way }) {
    const network = openInternet(way);
    progress('Connecting', 0);
    switch (target.about) {
      case 'endpoint':
        yield await readEndpoint(target.endpoint, network);
        return;
      case 'domain':
        yield await readDiscovery(target.domain, target.url, network);
        yield await readRealm(target.domain, target.realm, network);
        return;
      case 'suffix':
        yield await readContract(target.suffix, target.addresses, network);
    }
  },
};

export default cloudEndpointsProbe;

/** The clouds of the tenants entered; without one the global cloud. */
function cloudsOf(live: LiveSources): readonly CloudName[] {
  const chosen = [...new Set(live.entra.map(({ cloud }) => cloud))];
  return chosen.length === 0 ? ['global'] : chosen;
}

/** Domains are asked about at one cloud only, as a client of the organisation does. */
const hostsOf = (live: LiveSources) => cloudHosts[cloudsOf(live)[0] ?? 'global'];

const endpointTargets = (cloud: CloudName): readonly EndpointTarget[] =>
  Object.values(cloudHosts[cloud]).map((host: string) => ({
    about: 'endpoint',
    id: `cloud-endpoints:${host}`,
    title: `${host} (cloud endpoint)`,
    hosts: [host],
    endpoint: { host, port: 443, origin: 'typed' },
  }));

function domainTargets(evidence: readonly EvidenceRecord[], live: LiveSources): readonly DomainTarget[] {
  const { signIn } = hostsOf(live);
  const entered = live.entra.map(({ tenant }) => tenant.toLowerCase()).filter((tenant) => tenant.includes('.'));
  return [...new Set([...entered, ...cloudDomains(evidence).all])].slice(0, domainLimit).map((domain) => ({
    about: 'domain',
    id: `cloud-endpoints:domain:${domain}`,
    title: `${domain} (discovery at ${signIn})`,
    hosts: [signIn],
    domain,
    url: new URL(`https://${signIn}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`),
    realm: new URL(`https://${signIn}/common/userrealm/user@${encodeURIComponent(domain)}?api-version=1.0`),
  }));
}

function suffixTargets(evidence: readonly EvidenceRecord[], live: LiveSources): readonly SuffixTarget[] {
  const { registration } = hostsOf(live);
  return cloudDomains(evidence)
    .upnSuffixes.slice(0, suffixLimit)
    .map((suffix) => ({
      about: 'suffix',
      id: `cloud-endpoints:suffix:${suffix}`,
      title: `${suffix} (device registration contract)`,
      hosts: [registration, `enterpriseregistration.${suffix}`],
      suffix,
      addresses: {
        cloud: new URL(
          `https://${registration}/${encodeURIComponent(suffix)}/enrollmentserver/contract?api-version=1.4`,
        ),
        own: new URL(`https://enterpriseregistration.${suffix}/EnrollmentServer/contract?api-version=1.2`),
      },
    }));
}

function contactsOf(live: LiveSources) {
  const { signIn, registration } = hostsOf(live);
  const base = { port: 443, protocol: 'HTTPS', rights: 'None' };
  return [
    ...cloudsOf(live).flatMap((cloud) =>
      Object.values(cloudHosts[cloud]).map((host: string) => ({
        ...base,
        host,
        protocol: 'TLS',
        sends: 'A TLS handshake, no data',
        purpose: 'See whether the endpoint is reachable and who signed its certificate',
      })),
    ),
    {
      ...base,
      host: signIn,
      sends: 'GET requests with the names of UPN suffixes and verified domains, without credentials',
      purpose: 'Read which tenant has these domains, and how their users sign in',
    },
    {
      ...base,
      host: registration,
      sends: 'GET requests with the names of UPN suffixes, without credentials',
      purpose: 'Read the device registration contract of these domains',
    },
    {
      ...base,
      host: 'enterpriseregistration.<UPN suffix> of every UPN suffix',
      sends: 'A GET request without credentials',
      purpose: 'See where devices that look for a registration service in their own domain are led',
    },
  ];
}
