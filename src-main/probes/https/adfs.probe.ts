import type { AdfsSource } from '../../../src-shared/model/plan';
import type { Probe, ProbeTarget } from '../../engine/probe';
import { openNetwork } from '../net/network';
import { readEndpoints, readMetadata, readOpenId, readTls, targetOf } from './read-farm';

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
      title: `${source.host} (AD FS)`,
      hosts: [source.host],
      source,
    })),

  contacts: (live) =>
    live.adfs.flatMap(({ host, port = 443, probePort = 80 }) => [
      {
        host,
        port,
        protocol: 'HTTPS',
        sends: 'GET requests without credentials',
        rights: 'None',
        purpose: 'Read the documents AD FS publishes',
      },
      {
        host,
        port: probePort,
        protocol: 'HTTP',
        sends: 'One GET request without credentials',
        rights: 'None',
        purpose: 'Ask the health probe of AD FS',
      },
    ]),

  gives: ({ source }) =>
    (['adfs.tls', 'adfs.openid-configuration', 'adfs.federation-metadata', 'adfs.endpoints'] as const).map((kind) => ({
      kind,
      target: targetOf(source),
    })),

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
