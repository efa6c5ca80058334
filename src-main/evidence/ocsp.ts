import type { OcspAnswer } from '../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { keyUsageOid } from '../knowledge/object-identifiers';
import { decodeCertificates } from './certificate';
import {
  contentOf,
  type DerValue,
  derChildren,
  derDocument,
  derTag,
  derTimeToIso,
  derValueAt,
  encodingOf,
  oidOf,
} from './der';
import type { OcspCertificateId } from './ocsp-request';
import { present } from './present';
import { isSignedBy, isSignedPartOf, type SignedPart } from './verify-signature';

const enumerated = 0x0a;
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
/** Certificates a response may bring along to prove who signed it. */
const responderLimit = 10;

const responseStatuses: Readonly<Record<number, OcspAnswer['responseStatus']>> = {
  0: 'successful',
  1: 'malformed-request',
  2: 'internal-error',
  3: 'try-later',
  5: 'signature-required',
  6: 'unauthorized',
};

/** Tags of the CertStatus choice. */
const certificateStatuses: Readonly<Record<number, OcspAnswer['certificateStatus']>> = {
  128: 'good',
  161: 'revoked',
  130: 'unknown',
};

export type OcspResponse = Omit<OcspAnswer, 'url' | 'thumbprint'>;

/**
 * Reads an OCSPResponse (RFC 6960 4.2) to a request for `id`. `issuer` signed the certificate asked about; the response must be signed by it, or by a responder
 * it certified for OCSP signing whose certificate is valid at `now`. Throws an Error with a sentence when the bytes are no response, or one about another
 * certificate.
 */
export function decodeOcspResponse(
  bytes: Uint8Array,
  id: OcspCertificateId,
  issuer: CertificateFacts,
  now: Date,
): OcspResponse {
  const [status, wrapper] = derChildren(bytes, derDocument(bytes));
  const responseStatus = status?.tag === enumerated ? responseStatuses[contentOf(bytes, status)[0] ?? -1] : undefined;
  if (responseStatus === undefined) throw new Error('The data is no OCSP response');
  if (responseStatus !== 'successful') return { responseStatus };
  if (wrapper?.tag !== derTag.context0)
    throw new Error('The OCSP response says it was successful, but holds no answer');
  const [type, content] = derChildren(bytes, derValueAt(bytes, wrapper.start, wrapper.end));
  if (type === undefined || content === undefined || oidOf(contentOf(bytes, type)) !== basicResponse)
    throw new Error('The OCSP response is of a type that is not known');
  return { responseStatus, ...basicFacts(contentOf(bytes, content), id, issuer, now) };
}

/** BasicOCSPResponse: tbsResponseData, signatureAlgorithm, signature, [0] certs? */
function basicFacts(
  bytes: Uint8Array,
  id: OcspCertificateId,
  issuer: CertificateFacts,
  now: Date,
): Omit<OcspResponse, 'responseStatus'> {
  const [data, algorithm, signature, responders] = derChildren(bytes, derDocument(bytes));
  if (data === undefined || algorithm === undefined || signature?.tag !== derTag.bitString)
    throw new Error('The OCSP response is not signed');
  const single = singleResponse(bytes, data, id);
  if (single === undefined) throw new Error('The OCSP response is about another certificate');
  const signed = {
    bytes: encodingOf(bytes, data),
    signature: contentOf(bytes, signature).subarray(1),
    algorithmOid: oidOf(contentOf(bytes, derValueAt(bytes, algorithm.start, algorithm.end))),
  };
  return {
    ...singleFacts(bytes, single),
    ...present({ isSignatureValid: isFromResponder(signed, respondersOf(bytes, responders), issuer, now) }),
  };
}

/** ResponseData: [0] version?, responderID, producedAt, responses, [1] extensions? – the answer about `id`. */
function singleResponse(bytes: Uint8Array, data: DerValue, id: OcspCertificateId): DerValue | undefined {
  const responses = [...derChildren(bytes, data)].find(({ tag }) => tag === derTag.sequence);
  if (responses === undefined) return undefined;
  return [...derChildren(bytes, responses)].find((response) => isAbout(bytes, response, id));
}

function isAbout(bytes: Uint8Array, response: DerValue, id: OcspCertificateId): boolean {
  const [, nameHash, keyHash, serial] = derChildren(bytes, derValueAt(bytes, response.start, response.end));
  if (nameHash === undefined || keyHash === undefined || serial === undefined) return false;
  return (
    id.issuerNameHash.equals(contentOf(bytes, nameHash)) &&
    id.issuerKeyHash.equals(contentOf(bytes, keyHash)) &&
    id.serialNumber.equals(contentOf(bytes, serial))
  );
}

/** SingleResponse: certID, certStatus, thisUpdate, [0] nextUpdate?, [1] extensions? */
function singleFacts(
  bytes: Uint8Array,
  single: DerValue,
): Pick<OcspResponse, 'certificateStatus' | 'thisUpdate' | 'nextUpdate'> {
  const [, status, thisUpdate, ...rest] = derChildren(bytes, single);
  const certificateStatus = certificateStatuses[status?.tag ?? -1];
  if (certificateStatus === undefined || thisUpdate === undefined)
    throw new Error('The OCSP response names no status or no time');
  const next = rest.find(({ tag }) => tag === derTag.context0);
  return {
    certificateStatus,
    thisUpdate: derTimeToIso(bytes, thisUpdate),
    ...(next === undefined ? {} : { nextUpdate: derTimeToIso(bytes, derValueAt(bytes, next.start, next.end)) }),
  };
}

function respondersOf(bytes: Uint8Array, wrapper: DerValue | undefined): readonly CertificateFacts[] {
  if (wrapper?.tag !== derTag.context0) return [];
  const list = derValueAt(bytes, wrapper.start, wrapper.end);
  const values = [...derChildren(bytes, list)].slice(0, responderLimit).map((value) => encodingOf(bytes, value));
  return decodeCertificates(values).certificates;
}

/** Undefined when the algorithm of the signature is not known, which proves nothing. */
function isFromResponder(
  signed: SignedPart,
  responders: readonly CertificateFacts[],
  issuer: CertificateFacts,
  now: Date,
): boolean | undefined {
  const signers = [issuer, ...responders.filter((responder) => isDelegated(responder, issuer, now))];
  const verdicts = signers.map((signer) => isSignedPartOf(signed, signer));
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

const isDelegated = (responder: CertificateFacts, issuer: CertificateFacts, now: Date): boolean =>
  responder.extendedKeyUsage?.includes(keyUsageOid.ocspSigning) === true &&
  responder.issuer === issuer.subject &&
  isSignedBy(responder, issuer) === true &&
  Date.parse(responder.notBefore) <= now.getTime() &&
  now.getTime() < Date.parse(responder.notAfter);
