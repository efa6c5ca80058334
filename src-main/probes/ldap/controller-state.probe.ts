import type { EvidenceDraft, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { RootDse } from '../../../src-shared/model/evidence/directory';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { present } from '../../evidence/present';
import { connectTls } from '../net/connect';
import { controllerEndpoint } from '../net/controller-endpoint';
import { type Endpoint, endpointName } from '../net/endpoint';
import { isHostName } from '../net/host-name';
import { type Network, openNetwork } from '../net/network';
import { portState } from '../net/port-state';
import { LdapSession } from './ldap-session';
import { readRootDse } from './read-root-dse';

interface ControllerTarget extends ProbeTarget {
  readonly endpoint: Endpoint;
}

const kerberosPort = 88;

/** Asks each domain controller for its root DSE without a sign-in, and whether its Kerberos port takes connections. */
const controllerStateProbe: Probe<ControllerTarget> = {
  id: 'controller-state',
  channel: 'ldap',
  rights: 'None',
  deadline: 60_000,

  targets: ({ live, evidence }) =>
    live.domainControllerCertificates
      ? controllerHosts(evidence).map((host) => ({
          id: `controller-state:${host}`,
          title: `${host} (state)`,
          hosts: [host],
          endpoint: controllerEndpoint(host, live),
        }))
      : [],

  contacts: (live) =>
    live.domainControllerCertificates
      ? [
          {
            host: 'every domain controller found in the directory',
            port: kerberosPort,
            protocol: 'TCP',
            sends: 'Nothing; the connection is closed as soon as it is open',
            rights: 'None',
            purpose: 'See whether Kerberos can be reached from here',
          },
          {
            host: 'every domain controller and server of a site found in the directory',
            port: 636,
            protocol: 'LDAPS',
            sends: 'One search of the root DSE without a sign-in, after the certificate is verified',
            rights: 'None',
            purpose: 'Read whether it is synchronised, its clock and its functional level',
          },
        ]
      : [],

  gives: ({ endpoint }) => [{ kind: 'ad.controller-state', target: endpoint.host }],

  async *collect({ endpoint }, { live, signal, progress }) {
    progress(`Asking ${endpoint.host}`, 0);
    const network = openNetwork(live, signal);
    const [kerberos, root] = await Promise.all([
      portState({ ...endpoint, port: kerberosPort }, network),
      askRootDse(endpoint, network),
    ]);
    if (root instanceof ProbeFailure && kerberos === 'silent') throw root;
    yield draftOf(endpoint, kerberos, root);
  },
};

export default controllerStateProbe;

/** Domain controllers by their accounts, and by the server objects of the sites: those of a domain that was not read as well. */
function controllerHosts(evidence: readonly EvidenceRecord[]): readonly string[] {
  const hosts = evidence.flatMap((record) => {
    if (record.kind === 'ad.domain-controllers')
      return record.data?.controllers.map(({ dnsHostName }) => dnsHostName) ?? [];
    if (record.kind !== 'ad.sites') return [];
    const servers = record.data?.sites.flatMap((site) => site.servers) ?? [];
    return servers.flatMap(({ directoryService, dnsHostName }) =>
      directoryService === 'none' ? [] : (dnsHostName ?? []),
    );
  });
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter(isHostName);
}

interface AnsweredRootDse {
  readonly root: RootDse;
  readonly draft: EvidenceDraft<'ad.root-dse'>;
  readonly answeredAt: number;
}

/** Gives a failure instead of throwing it: what the Kerberos port showed is kept. */
async function askRootDse(endpoint: Endpoint, network: Network): Promise<AnsweredRootDse | ProbeFailure> {
  try {
    const { socket, address } = await connectTls(endpoint, network);
    const session = new LdapSession(socket);
    const close = (): void => session.close();
    const connection = { session, endpoint, address, account: 'nobody', url: urlOf(endpoint), close };
    try {
      const { root, draft } = await readRootDse(connection, network.signal);
      return { root, draft, answeredAt: Date.now() };
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof ProbeFailure && !network.signal.aborted) return error;
    throw error;
  }
}

const urlOf = (endpoint: Endpoint): string => `ldaps://${endpointName(endpoint)}/`;

function draftOf(
  endpoint: Endpoint,
  kerberos: 'open' | 'refused' | 'silent',
  answer: AnsweredRootDse | ProbeFailure,
): EvidenceDraft<'ad.controller-state'> {
  const { host } = endpoint;
  const base = {
    kind: 'ad.controller-state',
    target: host,
    source: { way: 'probe', by: 'controller-state', location: urlOf(endpoint) },
  } as const;
  if (answer instanceof ProbeFailure) {
    return { ...base, status: 'partial', failure: answer.failure, data: { host, kerberosPort: kerberos }, facts: 1 };
  }
  const { root, draft, answeredAt } = answer;
  const { isSynchronized, isGlobalCatalogReady, domainControllerFunctionality, serverName, currentTime } = root;
  const clockSkewSeconds =
    currentTime === undefined ? undefined : Math.round((Date.parse(currentTime) - answeredAt) / 1000);
  return {
    ...base,
    status: 'complete',
    data: {
      host,
      kerberosPort: kerberos,
      ...present({
        isSynchronized,
        isGlobalCatalogReady,
        domainControllerFunctionality,
        serverName,
        clockSkewSeconds,
      }),
    },
    facts: 2,
    ...present({ raw: draft.raw }),
  };
}
