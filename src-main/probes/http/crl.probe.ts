import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { decodeCrl } from '../../evidence/crl';
import { httpGet } from '../net/http-get';
import { openRevocation } from '../net/network';
import { addressLimit, certificatesInPlay, type WebAddress, webAddress } from './certificates-in-play';

/** The spelling of the address is what the record is about. */
interface CrlTarget extends ProbeTarget, WebAddress {}

const sizeLimit = 50 * 1024 * 1024;
const downloadDeadline = 4 * 60_000;

/** Downloads the CRLs named in the certificates of CAs and domain controllers, without credentials. */
const crlProbe: Probe<CrlTarget> = {
  id: 'crl',
  channel: 'http',
  rights: 'None',
  deadline: 5 * 60_000,

  targets: ({ live, evidence }) =>
    live.revocationLists
      ? distributionPoints(evidence).map(({ spelling, url }) => ({
          id: `crl:${spelling}`,
          title: spelling,
          hosts: [url.hostname],
          url,
          spelling,
        }))
      : [],

  contacts: (live) =>
    live.revocationLists
      ? [
          {
            host: 'web servers named in the certificates of CAs and domain controllers',
            port: 80,
            protocol: 'HTTP',
            sends: 'A GET request without credentials',
            rights: 'None',
            purpose: 'Download certificate revocation lists as clients do',
          },
        ]
      : [],

  gives: ({ spelling }) => [{ kind: 'pki.crl', target: spelling }],

  async *collect({ url, spelling }, { progress, ...way }) {
    progress('Downloading', 0);
    const request = { url, origin: 'found', limit: sizeLimit, deadline: downloadDeadline } as const;
    const { status, body, address } = await httpGet(request, openRevocation(way));
    if (status !== 200) throw noCrl(spelling, `answered with HTTP status ${status}`, 'http-status', 'unreachable');
    const list = readCrl(body, spelling);
    yield {
      kind: 'pki.crl',
      target: spelling,
      source: { way: 'probe', by: 'crl', location: spelling },
      status: 'complete',
      data: { ...list, url: spelling },
      facts: 1 + list.revokedCount,
      notes: [`Downloaded from ${address.address}.`],
      raw: { name: url.pathname.split('/').at(-1) || 'list.crl', mediaType: 'application/pkix-crl', bytes: body },
    };
  },
};

export default crlProbe;

function readCrl(body: Buffer, spelling: string): ReturnType<typeof decodeCrl> {
  try {
    return decodeCrl(body);
  } catch {
    const isPage = /^\s*<(?:!doctype|html|\?xml)/iu.test(body.toString('latin1', 0, 200));
    throw noCrl(
      spelling,
      isPage
        ? 'answered with a web page in place of a revocation list'
        : 'answered with something that is no revocation list',
      'crl-unreadable',
      'unreadable',
    );
  }
}

const noCrl = (spelling: string, what: string, code: string, reason: 'unreachable' | 'unreadable'): ProbeFailure =>
  new ProbeFailure({
    reason,
    code,
    message: `${spelling} ${what}.`,
    next: 'Publish the CRL at this address (certutil -crl on the CA, then the copy to the web server), or take the address out of the CA’s settings.',
  });

/** Of base and delta lists, as the certificates in play and the base lists name them. */
const distributionPoints = (evidence: readonly EvidenceRecord[]): readonly WebAddress[] =>
  [
    ...new Set([
      ...certificatesInPlay(evidence).flatMap((certificate) => [
        ...certificate.crlDistributionPoints,
        ...(certificate.deltaAddresses ?? []),
      ]),
      ...evidence.flatMap(deltaAddresses),
    ]),
  ]
    .flatMap(webAddress)
    .slice(0, addressLimit);

function deltaAddresses(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'pki.crl') return record.data?.deltaAddresses ?? [];
  if (record.kind !== 'ad.crl-distribution-points') return [];
  return record.data?.points.flatMap(({ base }) => base?.deltaAddresses ?? []) ?? [];
}
