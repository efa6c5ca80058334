import type { Contact } from '../../../src-shared/model/contact';
import type { AdfsSource } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { openNetwork } from '../net/network';
import { placeOf, readEndpoints, readMetadata, readOpenId, readTls, targetOf } from './read-farm';
import { viewsOf } from './tls-views';

interface AdfsTarget extends ProbeTarget {
  readonly source: AdfsSource;
}

/** Reads what AD FS publishes to everybody: its TLS certificate, discovery document, federation metadata and the state of its endpoints. */
const adfsProbe: Probe<AdfsTarget> = {
  id: 'adfs',
  channel: 'https',
  rights: 'None',
  deadline: 5 * 60_000,

  targets: ({ live }) =>
    live.adfs.map((source) => ({
      id: `adfs:${source.id}`,
      title: `${source.host} (AD FS${source.outside === true ? ' from outside' : ''})`,
      hosts: [source.host, ...(source.nodes ?? [])],
      source,
    })),

  contacts: (live) => live.adfs.flatMap(contactsOf),

  gives: ({ source }) => [
    ...(['adfs.openid-configuration', 'adfs.federation-metadata'] as const).map((kind) => ({
      kind,
      target: targetOf(source),
    })),
    ...(['adfs.tls', 'adfs.endpoints'] as const).map((kind) => ({ kind, target: placeOf(source) })),
  ],

  async *collect({ source }, { live, signal, progress }) {
    const network = openNetwork(live, signal);
    progress('TLS handshake', 0);
    yield await readTls(source, network);
    progress('Asking for the discovery document', 1);
    const openId = await readOpenId(source, network);
    yield openId.draft;
    progress('Asking for the federation metadata', 2);
    const metadata = await readMetadata(source, network);
    yield metadata.draft;
    progress('Asking the other endpoints', 3);
    yield await readEndpoints(source, network, [metadata.endpoint, openId.endpoint]);
  },
};

export default adfsProbe;

function contactsOf(source: AdfsSource): readonly Contact[] {
  const { host, port = 443, probePort = 80, nodes = [], outside = false } = source;
  const handshakes = new Map(
    viewsOf(source).map(({ name, node = name, port: at }) => [`${node}:${at}`, { host: node, port: at }]),
  );
  handshakes.delete(`${host}:${port}`);
  return [
    {
      host,
      port,
      protocol: 'HTTPS',
      sends: 'GET requests without credentials',
      rights: 'None',
      purpose: outside
        ? 'Read the documents AD FS publishes, and see whether Windows authentication is offered to the internet'
        : 'Read the documents AD FS publishes',
    },
    ...[...handshakes.values()].map((place) => ({
      ...place,
      protocol: 'TLS',
      sends: 'A TLS handshake, no data',
      rights: 'None',
      purpose: `See the certificate that the farm ${host} shows there`,
    })),
    ...(outside ? [] : [host, ...nodes]).map((place) => ({
      host: place,
      port: probePort,
      protocol: 'HTTP',
      sends: 'One GET request without credentials',
      rights: 'None',
      purpose: 'Ask the health probe of AD FS',
    })),
  ];
}
