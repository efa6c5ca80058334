import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { LiveSources } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { controllerEndpoint } from '../net/controller-endpoint';
import type { Endpoint } from '../net/endpoint';
import { isHostName } from '../net/host-name';
import { openNetwork } from '../net/network';
import { pemText } from '../net/pem-text';
import { inspectTls } from '../net/tls-inspection';

interface DcTarget extends ProbeTarget {
  readonly endpoint: Endpoint;
}

const ldapsPort = 636;

/** Reads the certificate each domain controller shows on LDAPS: a TLS handshake, nothing else. */
const dcCertificateProbe: Probe<DcTarget> = {
  id: 'dc-certificate',
  channel: 'tls',
  rights: 'None',
  deadline: 60_000,

  targets: ({ live, evidence }) =>
    live.domainControllerCertificates
      ? controllerHosts(evidence, live).map((host) => ({
          id: `dc-certificate:${host}`,
          title: `${host} (certificate on LDAPS)`,
          hosts: [host],
          endpoint: controllerEndpoint(host, live),
        }))
      : [],

  contacts: (live) =>
    live.domainControllerCertificates
      ? [
          {
            host: 'every domain controller found in the directory',
            port: ldapsPort,
            protocol: 'TLS',
            sends: 'A TLS handshake, no data',
            rights: 'None',
            purpose: 'Read the certificate that clients see on LDAPS',
          },
        ]
      : [],

  gives: ({ endpoint }) => [{ kind: 'pki.dc-certificate', target: endpoint.host }],

  async *collect({ endpoint }, { live, signal, progress }) {
    const { host, port } = endpoint;
    progress(`TLS handshake with ${host}`, 0);
    const { chain, verification, address } = await inspectTls(endpoint, openNetwork(live, signal));
    yield {
      kind: 'pki.dc-certificate',
      target: host,
      source: { way: 'probe', by: 'dc-certificate', location: `ldaps://${host}:${port}/` },
      status: 'complete',
      data: { host, chain, seen: 'tls', verification },
      facts: chain.length,
      notes: [`Seen at ${address.address}.`],
      raw: { name: `${host}.pem`, mediaType: 'application/x-pem-file', bytes: Buffer.from(pemText(chain)) },
    };
  },
};

export default dcCertificateProbe;

/** Found in the directory; where that could not be read, the servers entered: their certificate is often why. */
function controllerHosts(evidence: readonly EvidenceRecord[], live: LiveSources): readonly string[] {
  const lists = evidence.filter((record) => record.kind === 'ad.domain-controllers');
  const found = lists.flatMap(({ data }) => data?.controllers.map(({ dnsHostName }) => dnsHostName) ?? []);
  const entered = lists.some(({ data }) => data === undefined) ? live.directory.map(({ server }) => server) : [];
  const hosts = [...found, ...entered].map((host) => host.toLowerCase());
  return [...new Set(hosts)].filter(isHostName);
}
