import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import type { MetadataSignature } from '../../src-shared/model/evidence/adfs';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { printable } from './printable';

const digitalSignature = 'http://www.w3.org/2000/09/xmldsig#';
const enveloped = `${digitalSignature}enveloped-signature`;
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const hashNames: Readonly<Record<string, string>> = {
  [`${digitalSignature}sha1`]: 'SHA-1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
};
const algorithmNames: Readonly<Record<string, string>> = {
  [`${digitalSignature}rsa-sha1`]: 'RSA with SHA-1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'RSA with SHA-256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'RSA with SHA-512',
};
/** Above this the document is read but its signature is not worked out: metadata of AD FS has some 100,000 characters. */
const characterLimit = 1024 * 1024;
const signerLimit = 20;
const idAttributes = ['ID', 'Id', 'id'] as const;

export interface VerifiedMetadata {
  readonly signature: MetadataSignature;
  /** Exactly what was signed, in canonical form without the signature; only when the signature is valid. */
  readonly signed?: string;
}

/** What ends the verification without an answer about the bytes. */
class Unverified extends Error {
  constructor(
    readonly state: 'invalid' | 'absent' | 'not-verifiable',
    sentence: string,
  ) {
    super(sentence);
  }
}

/**
 * Verifies the enveloped signature of a metadata document (XML Signature 1.1, exclusive canonicalisation, RSA) as AD FS makes it: one signature, over the whole
 * document, by a key of one of `signers` – the signing certificates the document itself publishes; a certificate inside the signature counts for nothing.
 * A valid signature says that the document is as the holder of that key made it, not who the holder is. The text must have passed `parseXml` (no document type).
 */
export function verifyMetadata(text: string, signers: readonly CertificateFacts[]): VerifiedMetadata {
  try {
    return verified(text, signers.slice(0, signerLimit));
  } catch (error) {
    if (error instanceof Unverified) return { signature: { state: error.state, problem: error.message } };
    const reason = printable(error instanceof Error ? error.message : String(error), 200);
    return { signature: { state: 'not-verifiable', problem: `The signature cannot be worked out: ${reason}` } };
  }
}

function verified(text: string, signers: readonly CertificateFacts[]): VerifiedMetadata {
  if (!/Signature/u.test(text)) throw new Unverified('absent', 'The document is not signed.');
  if (text.length > characterLimit) throw new Unverified('not-verifiable', 'The document is too large to verify.');
  const root = rootOf(text);
  const signature = onlySignature(root);
  const algorithm = expectedForm(signature, root);
  if (signers.length === 0)
    throw new Unverified('not-verifiable', 'The document names no signing certificate that can be read.');
  for (const signer of signers) {
    const signed = contentSignedBy(signer, text, signature);
    if (signed !== undefined) return { signature: { state: 'valid', signedBy: signer.thumbprint, algorithm }, signed };
  }
  throw new Unverified('invalid', 'None of the signing certificates in the document made its signature.');
}

/** Warnings of this parser concern HTML only; a text it has an error for is refused. */
function rootOf(text: string): Element {
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  const errorHandler = { warning: () => undefined, error: refuse, fatalError: refuse };
  return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml').documentElement;
}

function onlySignature(root: Element): Element {
  const all = root.getElementsByTagNameNS(digitalSignature, 'Signature');
  const signature = all.item(0);
  if (signature === null) throw new Unverified('absent', 'The document is not signed.');
  if (all.length > 1) throw new Unverified('invalid', 'The document carries more than one signature.');
  if (signature.parentNode !== root)
    throw new Unverified('invalid', 'The signature stands inside a part of the document, not on the whole.');
  return signature;
}

/** Refuses every form but the one AD FS writes; gives the algorithm for people. */
function expectedForm(signature: Element, root: Element): string {
  const info = onlyChild(signature, 'SignedInfo');
  const reference = onlyChild(info, 'Reference');
  const id = root.getAttribute('ID') ?? '';
  if (id === '' || reference.getAttribute('URI') !== `#${id}`)
    throw new Unverified('invalid', 'The signature does not cover the document as a whole.');
  if (
    Array.from(root.getElementsByTagName('*')).some((element) =>
      idAttributes.some((name) => element.getAttribute(name) === id),
    )
  )
    throw new Unverified('invalid', 'Another part of the document carries the identifier that was signed.');
  const transforms = childrenOf(onlyChild(reference, 'Transforms'), 'Transform').map(algorithmOf);
  const canonical = algorithmOf(onlyChild(info, 'CanonicalizationMethod'));
  if (canonical !== exclusive || transforms.join(' ') !== `${enveloped} ${exclusive}`)
    throw new Unverified('not-verifiable', 'The signature is made over another form of the document than AD FS uses.');
  const hash = hashNames[algorithmOf(onlyChild(reference, 'DigestMethod'))];
  const algorithm = algorithmNames[algorithmOf(onlyChild(info, 'SignatureMethod'))];
  if (hash === undefined || algorithm === undefined)
    throw new Unverified('not-verifiable', 'The signature uses an algorithm that is not known here.');
  return hash === 'SHA-1' && !algorithm.endsWith(hash) ? `${algorithm}, content by SHA-1` : algorithm;
}

const childrenOf = (element: Element, name: string): readonly Element[] =>
  Array.from(element.childNodes).filter(
    (node): node is Element =>
      node.nodeType === node.ELEMENT_NODE &&
      (node as Element).namespaceURI === digitalSignature &&
      (node as Element).localName === name,
  );

function onlyChild(element: Element, name: string): Element {
  const [child, ...others] = childrenOf(element, name);
  if (child === undefined || others.length > 0)
    throw new Unverified('invalid', `The signature does not have exactly one ${name}.`);
  return child;
}

const algorithmOf = (element: Element): string => element.getAttribute('Algorithm') ?? '';

/** What the library canonicalised and verified, if this key made the signature. A digest that does not fit is the same for every key. */
function contentSignedBy(signer: CertificateFacts, text: string, signature: Element): string | undefined {
  const verifier = new SignedXml({ publicCert: pem(signer.der), getCertFromKeyInfo: () => null });
  verifier.loadSignature(signature);
  const isWhole = checked(verifier, text);
  if (isWhole === 'altered')
    throw new Unverified('invalid', 'The document is not as it was signed: something in it was changed afterwards.');
  const [signed, ...others] = isWhole === 'signed' ? verifier.getSignedReferences() : [];
  return others.length === 0 ? signed : undefined;
}

/** The library gives false for a digest that does not fit, and throws when the key did not make the signature. */
function checked(verifier: SignedXml, text: string): 'signed' | 'altered' | 'by-another' {
  try {
    return verifier.checkSignature(text) ? 'signed' : 'altered';
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('invalid signature: the signature value'))
      return 'by-another';
    throw error;
  }
}

const pem = (der: string): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.match(/.{1,64}/gu) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
