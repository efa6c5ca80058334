import type { FederationMetadata } from '../../src-shared/model/evidence/adfs';
import { decodeCertificates } from './certificate';
import { verifyMetadata } from './metadata-signature';
import { printable } from './printable';
import { childrenOf, descendants, parseXml, type XmlElement } from './xml';

const certificateLimit = 100;
const endpointLimit = 200;

/**
 * Reads federation metadata (WS-Federation 1.2 section 3, SAML 2.0 metadata) and verifies its signature. Where that is valid, what was signed is read and nothing
 * else, so that two readers of XML cannot see two documents. Metadata of other identity providers is read too and marked by `isAdfs`.
 * Throws an Error with a sentence when the text is no such document.
 */
export function parseFederationMetadata(text: string): FederationMetadata {
  const asReceived = readMetadata(text);
  const { signature, signed } = verifyMetadata(text, asReceived.signingCertificates);
  return { ...(signed === undefined ? asReceived : readMetadata(signed)), signature };
}

function readMetadata(text: string): FederationMetadata {
  const root = parseXml(text);
  const entityId = root.attributes.get('entityID');
  if (root.name !== 'EntityDescriptor' || entityId === undefined)
    throw new Error('The document is no federation metadata: it has no EntityDescriptor with an entityID');
  const roles = childrenOf(root, 'RoleDescriptor').filter((role) => typeOf(role) === 'SecurityTokenServiceType');
  const passiveEndpoints = addresses(roles, 'PassiveRequestorEndpoint');
  const activeEndpoints = addresses(roles, 'SecurityTokenServiceEndpoint');
  const signing = keysOf(roles, 'signing');
  const encryption = keysOf(childrenOf(root, 'RoleDescriptor'), 'encryption');
  return {
    entityId: printable(entityId),
    host: hostOf(passiveEndpoints[0]) ?? hostOf(entityId) ?? '',
    passiveEndpoints,
    activeEndpoints,
    mexEndpoints: unique(roles.flatMap((role) => descendants(role, 'MetadataReference').flatMap(addressesIn))),
    signingCertificates: signing.certificates,
    encryptionCertificates: encryption.certificates,
    unreadableCertificates: signing.unreadable + encryption.unreadable,
    isAdfs: [...passiveEndpoints, ...activeEndpoints].some((address) => /^https?:\/\/[^/]+\/adfs\//iu.test(address)),
  };
}

/** Local name of `xsi:type`. */
const typeOf = (role: XmlElement): string => (role.attributes.get('type') ?? '').split(':').at(-1) ?? '';

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].slice(0, endpointLimit);

const addresses = (roles: readonly XmlElement[], endpoint: string): readonly string[] =>
  unique(
    roles.flatMap((role) =>
      childrenOf(role, endpoint).flatMap((element) => childrenOf(element, 'EndpointReference').flatMap(addressesIn)),
    ),
  );

const addressesIn = (element: XmlElement): readonly string[] =>
  childrenOf(element, 'Address').map(({ text }) => printable(text, 2048));

/** Certificates of the keys of one use, each once; a key without a stated use serves both. */
function keysOf(roles: readonly XmlElement[], use: 'signing' | 'encryption'): ReturnType<typeof decodeCertificates> {
  const keys = roles
    .flatMap((role) => childrenOf(role, 'KeyDescriptor'))
    .filter((key) => (key.attributes.get('use') ?? use) === use);
  const values = new Set(
    keys.flatMap((key) => descendants(key, 'X509Certificate').map(({ text }) => text.replace(/\s/gu, ''))),
  );
  return decodeCertificates([...values].slice(0, certificateLimit).map((value) => Buffer.from(value, 'base64')));
}

function hostOf(address: string | undefined): string | undefined {
  try {
    const { hostname } = new URL(address ?? '');
    return hostname === '' ? undefined : hostname.toLowerCase();
  } catch {
    return undefined;
  }
}
