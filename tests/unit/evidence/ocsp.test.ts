import { beforeAll, describe, expect, it } from 'vitest';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import { decodeOcspResponse, type OcspResponse } from '../../../src-main/evidence/ocsp';
import { type OcspCertificateId, ocspCertificateId, ocspRequest } from '../../../src-main/evidence/ocsp-request';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { OpensslAuthority } from '../probes/servers/openssl-authority';

let ca: OpensslAuthority;
let issuer: CertificateFacts;
let id: OcspCertificateId;
const week = ['-ndays', '7'];

beforeAll(() => {
  ca = new OpensslAuthority('Contoso Ausstellende CA ÄÖÜ');
  issuer = decodeCertificate(ca.certificate);
  ca.issue('responder', ['extendedKeyUsage=OCSPSigning']);
  ca.issue('server', ['extendedKeyUsage=serverAuth']);
  ca.issue('short', ['extendedKeyUsage=OCSPSigning'], 1);
  id = ocspCertificateId(decodeCertificate(ca.issue('dc1')), issuer);
});

const read = (response: Buffer, now = new Date(), asked = id, signer = issuer): OcspResponse =>
  decodeOcspResponse(response, asked, signer, now);

describe('answers of the openssl responder', () => {
  it('about a good certificate, signed by the CA', () => {
    const response = read(ca.respond(ocspRequest(id), 'ca', week));
    expect(response).toMatchObject({
      responseStatus: 'successful',
      certificateStatus: 'good',
      isSignatureValid: true,
    });
    const life = Date.parse(response.nextUpdate ?? '') - Date.parse(response.thisUpdate ?? '');
    expect(life).toBe(7 * 86_400_000);
  });

  it('without an end', () => {
    expect(read(ca.respond(ocspRequest(id))).nextUpdate).toBeUndefined();
  });

  it('signed by a responder that the CA certified for it', () => {
    expect(read(ca.respond(ocspRequest(id), 'responder', week)).isSignatureValid).toBe(true);
  });

  it('signed by a certificate that is not meant for it', () => {
    expect(read(ca.respond(ocspRequest(id), 'server', week)).isSignatureValid).toBe(false);
  });

  it('signed by a responder whose certificate has expired', () => {
    const response = ca.respond(ocspRequest(id), 'short', week);
    expect(read(response).isSignatureValid).toBe(true);
    expect(read(response, new Date(Date.now() + 2 * 86_400_000)).isSignatureValid).toBe(false);
  });

  it('signed by a responder that brings no certificate along', () => {
    expect(read(ca.respond(ocspRequest(id), 'responder', [...week, '-resp_no_certs'])).isSignatureValid).toBe(false);
  });

  it('about a revoked certificate', () => {
    const revoked = ocspCertificateId(decodeCertificate(ca.issue('lost')), issuer);
    ca.revokeLast();
    expect(read(ca.respond(ocspRequest(revoked), 'ca', week), new Date(), revoked)).toMatchObject({
      certificateStatus: 'revoked',
      isSignatureValid: true,
    });
  });

  it('about a certificate it does not know', () => {
    const foreign = { ...id, serialNumber: Buffer.from([1, 2, 3]) };
    expect(read(ca.respond(ocspRequest(foreign), 'ca', week), new Date(), foreign).certificateStatus).toBe('unknown');
  });

  it('of another CA is not taken for that of this one', () => {
    const other = new OpensslAuthority('Contoso Ausstellende CA ÄÖÜ');
    const stranger = decodeCertificate(other.certificate);
    const response = ca.respond(ocspRequest(id), 'ca', week);
    expect(read(response, new Date(), id, stranger).isSignatureValid).toBe(false);
  });

  it('about another certificate is refused', () => {
    const response = ca.respond(ocspRequest(id), 'ca', week);
    expect(() => read(response, new Date(), { ...id, serialNumber: Buffer.from([9]) })).toThrow('another certificate');
  });
});

it.each([
  [1, 'malformed-request'],
  [2, 'internal-error'],
  [3, 'try-later'],
  [5, 'signature-required'],
  [6, 'unauthorized'],
] as const)('reads the refusal %i', (status, responseStatus) => {
  expect(read(Buffer.from([0x30, 3, 0x0a, 1, status]))).toEqual({ responseStatus });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<html></html>')],
  ['a status nobody defined', Buffer.from([0x30, 3, 0x0a, 1, 4])],
  ['success without an answer', Buffer.from([0x30, 3, 0x0a, 1, 0])],
])('refuses %s', (_what, bytes) => {
  expect(() => read(bytes)).toThrow();
});

it('refuses every cut of a response with a sentence, and never calls a changed one valid', () => {
  const response = ca.respond(ocspRequest(id), 'responder', week);
  for (let length = 0; length < response.length; length += 7) {
    expect(() => read(response.subarray(0, length))).toThrow(Error);
  }
  const status = response.indexOf(Buffer.from([0x80, 0x00]));
  expect(status).toBeGreaterThan(0);
  const changed = Buffer.from(response);
  changed[status] = 0x82;
  expect(read(changed)).toMatchObject({ certificateStatus: 'unknown', isSignatureValid: false });
});
