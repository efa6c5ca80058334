import { createHash, createSign, X509Certificate } from 'node:crypto';
import type { KeyAndCertificate } from '../probes/servers/authority';

/** What to change about a signed document; everything as AD FS does it when left out. */
export interface SigningOptions {
  /** Who signs; the first listed certificate when absent. */
  readonly signer?: KeyAndCertificate;
  readonly hash?: 'sha1' | 'sha256';
  readonly canonicalization?: string;
  /** `URI` of the reference. */
  readonly uri?: string;
  /** Placed at the end of the document before it is signed. */
  readonly content?: string;
}

const ds = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const id = '_6e16697e-ba6b-4441-ab20-00de38f9447a';

export const base64Of = ({ cert }: KeyAndCertificate): string => new X509Certificate(cert).raw.toString('base64');

const methods = {
  sha1: { digest: `${ds}sha1`, signature: `${ds}rsa-sha1` },
  sha256: { digest: 'http://www.w3.org/2001/04/xmlenc#sha256', signature: `${more}rsa-sha256` },
} as const;

/** Federation metadata that lists `signing`, signed by Node alone: every part is written in its canonical form, so nothing needs to be canonicalised. */
export function signedMetadata(
  host: string,
  signing: readonly [KeyAndCertificate, ...KeyAndCertificate[]],
  options: SigningOptions = {},
): string {
  const { signer = signing[0], hash = 'sha256', canonicalization = exclusive, uri = `#${id}`, content = '' } = options;
  const body = bodyOf(host, signing.map(base64Of), content);
  const digest = createHash(hash)
    .update(`${opening(host)}${body}${closing}`)
    .digest('base64');
  const info = [
    `<ds:SignedInfo xmlns:ds="${ds}">`,
    `<ds:CanonicalizationMethod Algorithm="${canonicalization}"></ds:CanonicalizationMethod>`,
    `<ds:SignatureMethod Algorithm="${methods[hash].signature}"></ds:SignatureMethod>`,
    `<ds:Reference URI="${uri}"><ds:Transforms><ds:Transform Algorithm="${ds}enveloped-signature"></ds:Transform>`,
    `<ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>`,
    `<ds:DigestMethod Algorithm="${methods[hash].digest}"></ds:DigestMethod>`,
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
  ].join('');
  const value = createSign(hash).update(info).sign(signer.key, 'base64');
  const keyInfo = `<KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${base64Of(signer)}</X509Certificate></X509Data></KeyInfo>`;
  const signature = `<ds:Signature xmlns:ds="${ds}">${info.replace(` xmlns:ds="${ds}"`, '')}<ds:SignatureValue>${value}</ds:SignatureValue>${keyInfo}</ds:Signature>`;
  return `${opening(host)}${signature}${body}${closing}`;
}

const opening = (host: string): string =>
  `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" ID="${id}" entityID="http://${host}/adfs/services/trust">`;
const closing = '</EntityDescriptor>';

function bodyOf(host: string, certificates: readonly string[], content: string): string {
  const keys = certificates.map(
    (certificate) =>
      `<KeyDescriptor use="signing"><KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`,
  );
  const endpoint = `<EndpointReference xmlns="http://www.w3.org/2005/08/addressing"><Address>https://${host}/adfs/ls/</Address></EndpointReference>`;
  return [
    '<RoleDescriptor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="fed:SecurityTokenServiceType">',
    ...keys,
    `<fed:PassiveRequestorEndpoint xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">${endpoint}</fed:PassiveRequestorEndpoint>`,
    `</RoleDescriptor>${content}`,
  ].join('');
}
