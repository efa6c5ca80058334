import type { EvidenceDraft, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { isHostName } from '../net/host-name';
import { type Network, openNetwork } from '../net/network';
import { portState } from '../net/port-state';
import { resolveHost } from '../net/resolve-host';
import { type AskedEndpoint, askEndpoints } from './ask-enrolment-endpoints';

interface AuthorityHostTarget extends ProbeTarget {
  readonly host: string;
  /** Port of the RPC endpoint mapper; absent on a server of NDES, which nobody calls by RPC. */
  readonly rpcPort?: number;
  readonly endpoints: readonly AskedEndpoint[];
}

const rpcEndpointMapper = 135;
const hostLimit = 100;

/** Looks whether CA hosts take RPC connections and offer enrolment over HTTP(S), and how NDES answers elsewhere; no credentials, and no answer to a demand for them. */
const enrolmentEndpointsProbe: Probe<AuthorityHostTarget> = {
  id: 'enrolment-endpoints',
  channel: 'https',
  rights: 'None',
  deadline: 3 * 60_000,

  targets: ({ live, evidence }) => {
    if (!live.enrolmentEndpoints) return [];
    const authorities = authorityHosts(evidence).map(targetOf);
    const others = ndesHosts(evidence).filter((host) => !authorities.some((target) => target.host === host));
    return [...authorities, ...others.map(ndesTarget)];
  },

  contacts: (live) => (live.enrolmentEndpoints ? authorityContacts : []),

  gives: ({ host, rpcPort }) => [
    ...(rpcPort === undefined ? [] : [{ kind: 'pki.authority-host', target: host } as const]),
    { kind: 'pki.enrolment-endpoints', target: host },
  ],

  async *collect({ host, rpcPort, endpoints }, { live, signal, progress }) {
    const network = openNetwork(live, signal);
    if (rpcPort !== undefined) {
      progress('Connecting to the RPC port', 0);
      yield await authorityHost(host, rpcPort, network);
    }
    progress('Asking for enrolment addresses', 1);
    const answers = await askEndpoints(endpoints, network);
    yield {
      kind: 'pki.enrolment-endpoints',
      target: host,
      source: { way: 'probe', by: 'enrolment-endpoints', location: `http://${host}/certsrv/` },
      status: 'complete',
      data: { host, endpoints: answers },
      facts: answers.length,
    };
  },
};

export default enrolmentEndpointsProbe;

async function authorityHost(host: string, port: number, network: Network): Promise<EvidenceDraft> {
  const endpoint = { host, port, origin: 'found' } as const;
  const addresses = (await resolveHost(endpoint, network)).map(({ address }) => address);
  return {
    kind: 'pki.authority-host',
    target: host,
    source: { way: 'probe', by: 'enrolment-endpoints', location: `${host}:${port}` },
    status: 'complete',
    data: { host, addresses, rpcPort: await portState(endpoint, network) },
    facts: 1,
  };
}

const authorityContacts = [
  {
    host: 'every CA host found in the directory',
    port: rpcEndpointMapper,
    protocol: 'TCP',
    sends: 'A TCP connection, no data',
    rights: 'None',
    purpose: 'See whether AD FS and domain controllers could reach the CA',
  },
  ...(['HTTP', 'HTTPS'] as const).map((protocol) => ({
    host: 'every CA host found in the directory, the enrolment servers it names there, and known servers of NDES',
    port: protocol === 'HTTP' ? 80 : 443,
    protocol,
    sends: 'GET requests without credentials',
    rights: 'None',
    purpose: 'See whether enrolment over HTTP is offered and how it wants to sign people in',
  })),
];

type Authorities = readonly [host: string, authorities: readonly CertificationAuthority[]];

/** CA hosts with the CAs on them; the attributes they come from may hold anything. */
function authorityHosts(evidence: readonly EvidenceRecord[]): readonly Authorities[] {
  const hosts = new Map<string, readonly CertificationAuthority[]>();
  for (const record of evidence) {
    if (record.kind !== 'ad.certification-authorities') continue;
    for (const authority of record.data?.authorities ?? []) {
      const host = authority.dnsHostName.toLowerCase();
      if (isHostName(host)) hosts.set(host, [...(hosts.get(host) ?? []), authority]);
    }
  }
  return [...hosts].slice(0, hostLimit);
}

/** Servers of NDES that said so themselves. */
function ndesHosts(evidence: readonly EvidenceRecord[]): readonly string[] {
  const hosts = evidence.flatMap((record) =>
    record.kind === 'ndes.server' && record.data !== undefined ? [record.data.host.toLowerCase()] : [],
  );
  return [...new Set(hosts)].filter(isHostName).slice(0, hostLimit);
}

const ndesTarget = (host: string): AuthorityHostTarget => ({
  id: `enrolment-endpoints:${host}`,
  title: `${host} (NDES)`,
  hosts: [host],
  host,
  endpoints: [{ kind: 'ndes', url: new URL('/certsrv/mscep/mscep.dll', `https://${host}`) }],
});

function targetOf([host, authorities]: Authorities): AuthorityHostTarget {
  const endpoints = [...usualEndpoints(host, authorities), ...namedEndpoints(authorities)];
  const unique = [...new Map(endpoints.map((endpoint) => [endpoint.url.href, endpoint])).values()];
  return {
    id: `enrolment-endpoints:${host}`,
    title: `${host} (CA host)`,
    hosts: [...new Set([host, ...unique.map(({ url }) => url.hostname)])],
    host,
    rpcPort: rpcEndpointMapper,
    endpoints: unique,
  };
}

/** Where the roles CA Web Enrollment, NDES and Certificate Enrollment Web Service put themselves. */
function usualEndpoints(host: string, authorities: readonly CertificationAuthority[]): readonly AskedEndpoint[] {
  const paths: readonly (readonly [AskedEndpoint['kind'], string])[] = [
    ['web-enrolment', '/certsrv/'],
    ['ndes', '/certsrv/mscep/mscep.dll'],
    ['ndes-admin', '/certsrv/mscep_admin/'],
    ...authorities.map(
      ({ name }) => ['enrolment-service', `/${encodeURIComponent(name)}_CES_Kerberos/service.svc`] as const,
    ),
  ];
  return ['http', 'https'].flatMap((protocol) =>
    paths.map(([kind, path]) => ({ kind, url: new URL(path, `${protocol}://${host}`) })),
  );
}

const namedLimit = 20;

/** `msPKI-Enrollment-Servers`: lines of priority, authentication, renewal only, address (MS-WCCE 2.2.2.11.2). */
const namedEndpoints = (authorities: readonly CertificationAuthority[]): readonly AskedEndpoint[] =>
  authorities
    .flatMap(({ enrollmentServers = [] }) => enrollmentServers)
    .flatMap((value) => value.split(/\r?\n/u))
    .filter((line) => /^https?:\/\//iu.test(line) && URL.canParse(line))
    .map((line) => new URL(line))
    .filter(({ username, password }) => username === '' && password === '')
    .slice(0, namedLimit)
    .map((url) => ({ kind: 'enrolment-service', url }));
