import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { buildChain } from '../../evidence/certificate-chain';
import { knownIssuers } from '../../evidence/derived/known-issuers';
import { decodeOcspResponse, type OcspResponse } from '../../evidence/ocsp';
import { type OcspCertificateId, ocspCertificateId, ocspRequest } from '../../evidence/ocsp-request';
import { exchange } from '../net/http-exchange';
import { openRevocation } from '../net/network';
import { addressLimit, certificatesInPlay, webAddress } from './certificates-in-play';

interface OcspQuestion {
  /** The address as the certificate spells it. */
  readonly responder: string;
  readonly url: URL;
  readonly certificate: CertificateFacts;
  readonly issuer: CertificateFacts;
}
interface OcspTarget extends ProbeTarget, OcspQuestion {}

const sizeLimit = 256 * 1024;
const requestDeadline = 30_000;

/** Asks the OCSP responders named in the certificates in play about these certificates, without credentials. */
const ocspProbe: Probe<OcspTarget> = {
  id: 'ocsp',
  channel: 'http',
  rights: 'None',
  deadline: 60_000,

  targets: ({ live, evidence }) =>
    live.authorityInformation
      ? questions(evidence).map((question) => ({
          ...question,
          id: `ocsp:${aboutOf(question)}`,
          title: `${question.responder} about ${question.certificate.subject || question.certificate.dnsNames[0] || question.certificate.serialNumber}`,
          hosts: [question.url.hostname],
        }))
      : [],

  contacts: (live) =>
    live.authorityInformation
      ? [
          {
            host: 'OCSP responders named in the certificates of CAs and domain controllers',
            port: 80,
            protocol: 'HTTP',
            sends: 'A POST request with the serial number of the certificate, without credentials',
            rights: 'None',
            purpose: 'Ask whether the certificate was revoked, as clients do',
          },
        ]
      : [],

  gives: (question) => [{ kind: 'pki.ocsp', target: aboutOf(question) }],

  async *collect(question, { progress, ...way }) {
    progress('Asking', 0);
    const { responder, url, certificate, issuer } = question;
    const id = ocspCertificateId(certificate, issuer);
    const answer = await exchange(
      {
        url,
        origin: 'found',
        limit: sizeLimit,
        deadline: requestDeadline,
        method: 'POST',
        headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
        body: ocspRequest(id),
        isPublic: true,
      },
      openRevocation(way),
    );
    if (answer.status !== 200) throw noResponse(responder, `answered with HTTP status ${answer.status}`, 'http-status');
    const response = readResponse(answer.body, id, question);
    yield {
      kind: 'pki.ocsp',
      target: aboutOf(question),
      source: { way: 'probe', by: 'ocsp', location: responder },
      status: 'complete',
      data: { url: responder, thumbprint: certificate.thumbprint, ...response },
      facts: 1,
      notes: [`Asked at ${answer.address.address}.`],
      raw: { name: 'response.ocsp', mediaType: 'application/ocsp-response', bytes: answer.body },
    };
  },
};

export default ocspProbe;

const aboutOf = ({ responder, certificate }: OcspQuestion): string => `${responder} ${certificate.thumbprint}`;

/** One question for each responder a certificate names; a certificate whose issuer is not known cannot be asked about. */
function questions(evidence: readonly EvidenceRecord[]): readonly OcspQuestion[] {
  const issuers = knownIssuers(evidence);
  return certificatesInPlay(evidence, issuers)
    .flatMap((certificate) => {
      const [, issuer] = certificate.ocspResponders.length === 0 ? [] : buildChain(certificate, issuers);
      if (issuer === undefined) return [];
      return [...new Set(certificate.ocspResponders)]
        .flatMap(webAddress)
        .map(({ spelling, url }) => ({ responder: spelling, url, certificate, issuer }));
    })
    .slice(0, addressLimit);
}

function readResponse(body: Buffer, id: OcspCertificateId, { responder, issuer }: OcspQuestion): OcspResponse {
  try {
    return decodeOcspResponse(body, id, issuer, new Date());
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/\.$/u, '') : String(error);
    throw noResponse(responder, `answered with something that cannot be used: ${what}`, 'ocsp-unreadable');
  }
}

const noResponse = (responder: string, what: string, code: 'http-status' | 'ocsp-unreadable'): ProbeFailure =>
  new ProbeFailure({
    reason: code === 'http-status' ? 'unreachable' : 'unreadable',
    code,
    message: `${responder} ${what}.`,
    next: 'Check the Online Responder service and its revocation configuration, or take the address out of the CA’s settings.',
  });
