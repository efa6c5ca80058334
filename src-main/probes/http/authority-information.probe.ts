import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { decodeCertificate } from '../../evidence/certificate';
import { certificateValuesOf } from '../../evidence/certificate-file';
import { httpGet } from '../net/http-get';
import { openRevocation } from '../net/network';
import { addressLimit, certificatesInPlay, type WebAddress, webAddress } from './certificates-in-play';

/** The spelling of the address is what the record is about. */
interface AuthorityInformationTarget extends ProbeTarget, WebAddress {}

const sizeLimit = 1024 * 1024;
const downloadDeadline = 30_000;

/** Downloads the CA certificates named in the AIA extension of certificates in play, without credentials. */
const authorityInformationProbe: Probe<AuthorityInformationTarget> = {
  id: 'authority-information',
  channel: 'http',
  rights: 'None',
  deadline: 60_000,

  targets: ({ live, evidence }) =>
    live.authorityInformation
      ? issuerAddresses(evidence).map(({ spelling, url }) => ({
          id: `authority-information:${spelling}`,
          title: spelling,
          hosts: [url.hostname],
          url,
          spelling,
        }))
      : [],

  contacts: (live) =>
    live.authorityInformation
      ? [
          {
            host: 'web servers named as AIA in the certificates of CAs and domain controllers',
            port: 80,
            protocol: 'HTTP',
            sends: 'A GET request without credentials',
            rights: 'None',
            purpose: 'Download CA certificates as clients do to build chains',
          },
        ]
      : [],

  gives: ({ spelling }) => [{ kind: 'pki.authority-information', target: spelling }],

  async *collect({ url, spelling }, { progress, ...way }) {
    progress('Downloading', 0);
    const request = { url, origin: 'found', limit: sizeLimit, deadline: downloadDeadline } as const;
    const { status, body, address } = await httpGet(request, openRevocation(way));
    if (status !== 200) throw noCertificate(spelling, `answered with HTTP status ${status}`, 'http-status');
    const certificates = readCertificates(body, spelling);
    yield {
      kind: 'pki.authority-information',
      target: spelling,
      source: { way: 'probe', by: 'authority-information', location: spelling },
      status: 'complete',
      data: { url: spelling, certificates },
      facts: certificates.length,
      notes: [`Downloaded from ${address.address}.`],
      raw: { name: url.pathname.split('/').at(-1) || 'issuer.crt', mediaType: 'application/pkix-cert', bytes: body },
    };
  },
};

export default authorityInformationProbe;

const issuerAddresses = (evidence: readonly EvidenceRecord[]): readonly WebAddress[] =>
  [...new Set(certificatesInPlay(evidence).flatMap(({ caIssuers }) => caIssuers))]
    .flatMap(webAddress)
    .slice(0, addressLimit);

function readCertificates(body: Buffer, spelling: string): readonly CertificateFacts[] {
  try {
    const certificates = certificateValuesOf(body).map((value) => decodeCertificate(value));
    if (certificates.length > 0) return certificates;
  } catch {
    // Told below, like an answer without any certificate.
  }
  const isPage = /^\s*<(?:!doctype|html|\?xml)/iu.test(body.toString('latin1', 0, 200));
  throw noCertificate(
    spelling,
    isPage ? 'answered with a web page in place of a certificate' : 'answered with something that is no certificate',
    'certificate-unreadable',
  );
}

const noCertificate = (spelling: string, what: string, code: 'http-status' | 'certificate-unreadable'): ProbeFailure =>
  new ProbeFailure({
    reason: code === 'http-status' ? 'unreachable' : 'unreadable',
    code,
    message: `${spelling} ${what}.`,
    next: 'Copy the current CA certificate to this address, or take the address out of the CA’s settings.',
  });
