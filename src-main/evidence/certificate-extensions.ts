import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extension,
  type GeneralName,
  KeyUsage,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { accessMethodOid, extensionOid, otherNameOid } from '../knowledge/object-identifiers';
import { contentOf, type DerValue, derChildren, derTag, derValueAt, oidOf } from './der';
import { present } from './present';
import { printable } from './printable';

/** Names in one certificate beyond which the rest is not kept. */
const nameLimit = 500;

type ExtensionFacts = Pick<
  CertificateFacts,
  | 'isCa'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'applicationPolicies'
  | 'dnsNames'
  | 'userPrincipalNames'
  | 'uris'
  | 'templateName'
  | 'templateOid'
  | 'crlDistributionPoints'
  | 'deltaAddresses'
  | 'caIssuers'
  | 'ocspResponders'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
  | 'sid'
  | 'caCertificateIndex'
>;

/** Reads the extensions that matter (RFC 5280 4.2; MS-WCCE 2.2.2.7). Throws when one of them is malformed. */
export function extensionFacts(extensions: readonly Extension[]): ExtensionFacts {
  const values = new Map(extensions.map(({ extnID, extnValue }) => [extnID, new Uint8Array(extnValue.buffer)]));
  const read = <T>(oid: string, decode: (bytes: Uint8Array) => T): T | undefined => {
    const bytes = values.get(oid);
    return bytes === undefined ? undefined : decode(bytes);
  };
  const optional = {
    keyUsage: read(extensionOid.keyUsage, (bytes) => AsnConvert.parse(bytes, KeyUsage).toJSON()),
    extendedKeyUsage: read(extensionOid.extendedKeyUsage, (bytes) =>
      [...AsnConvert.parse(bytes, ExtendedKeyUsage)].slice(0, nameLimit),
    ),
    deltaAddresses: read(extensionOid.freshestCrl, distributionPointsOf),
    templateName: read(extensionOid.templateName, templateNameOf),
    templateOid: read(extensionOid.template, (bytes) => oidOf(contentOf(bytes, firstChild(bytes)))),
    subjectKeyIdentifier: read(extensionOid.subjectKeyIdentifier, (bytes) =>
      hexOf(AsnConvert.parse(bytes, SubjectKeyIdentifier).buffer),
    ),
    authorityKeyIdentifier: read(extensionOid.authorityKeyIdentifier, authorityKeyOf),
    sid: read(extensionOid.sid, sidOfExtension),
    caCertificateIndex: read(extensionOid.caVersion, caCertificateIndexOf),
  };
  return {
    isCa: read(extensionOid.basicConstraints, (bytes) => AsnConvert.parse(bytes, BasicConstraints).cA) ?? false,
    applicationPolicies: read(extensionOid.applicationPolicies, policiesOf) ?? [],
    ...alternativeNames(
      read(extensionOid.subjectAlternativeName, (bytes) => [...AsnConvert.parse(bytes, SubjectAlternativeName)]) ?? [],
    ),
    crlDistributionPoints: read(extensionOid.crlDistributionPoints, distributionPointsOf) ?? [],
    caIssuers:
      read(extensionOid.authorityInformationAccess, (bytes) => locationsOf(bytes, accessMethodOid.caIssuers)) ?? [],
    ocspResponders:
      read(extensionOid.authorityInformationAccess, (bytes) => locationsOf(bytes, accessMethodOid.ocsp)) ?? [],
    ...present(optional),
  };
}

const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex').toUpperCase();
const firstChild = (bytes: Uint8Array): DerValue => derValueAt(bytes, derValueAt(bytes, 0).start);

function alternativeNames(
  names: readonly GeneralName[],
): Pick<CertificateFacts, 'dnsNames' | 'userPrincipalNames' | 'uris'> {
  const kept = names.slice(0, nameLimit);
  const principal = kept.flatMap(({ otherName }) =>
    otherName?.typeId === otherNameOid.userPrincipalName ? [otherName.value] : [],
  );
  return {
    dnsNames: textsOf(kept.map(({ dNSName }) => dNSName)),
    userPrincipalNames: textsOf(principal.map((value) => wrappedText(new Uint8Array(value)))),
    uris: textsOf(kept.map(({ uniformResourceIdentifier }) => uniformResourceIdentifier)),
  };
}

const textsOf = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.flatMap((text) => (text === undefined ? [] : [printable(text, 2048)]));

/** The text of a string type, inside its explicit tag or not. */
function wrappedText(bytes: Uint8Array): string {
  const outer = derValueAt(bytes, 0);
  const value = outer.tag === derTag.context0 ? derValueAt(bytes, outer.start, outer.end) : outer;
  return stringOf(bytes, value);
}

function stringOf(bytes: Uint8Array, value: DerValue): string {
  const content = Buffer.from(contentOf(bytes, value));
  return value.tag === derTag.bmpString
    ? Buffer.from(content.subarray(0, content.length & ~1))
        .swap16()
        .toString('utf16le')
    : content.toString('utf8');
}

const templateNameOf = (bytes: Uint8Array): string => printable(stringOf(bytes, derValueAt(bytes, 0)), 256);

/** Application policies have the shape of certificate policies: a sequence of sequences that begin with an identifier. */
const policiesOf = (bytes: Uint8Array): readonly string[] =>
  [...derChildren(bytes, derValueAt(bytes, 0))]
    .slice(0, nameLimit)
    .map((policy) => oidOf(contentOf(bytes, derValueAt(bytes, policy.start, policy.end))));

/** Addresses of CRLDistributionPoints, which is also the form of the freshest CRL extension (RFC 5280 5.2.6). */
export const distributionPointsOf = (bytes: Uint8Array): readonly string[] =>
  textsOf(
    [...AsnConvert.parse(bytes, CRLDistributionPoints)]
      .flatMap(({ distributionPoint }) => distributionPoint?.fullName ?? [])
      .slice(0, nameLimit)
      .map(({ uniformResourceIdentifier }) => uniformResourceIdentifier),
  );

const locationsOf = (bytes: Uint8Array, method: string): readonly string[] =>
  textsOf(
    [...AsnConvert.parse(bytes, AuthorityInfoAccessSyntax)]
      .filter(({ accessMethod }) => accessMethod === method)
      .slice(0, nameLimit)
      .map(({ accessLocation }) => accessLocation.uniformResourceIdentifier),
  );

function authorityKeyOf(bytes: Uint8Array): string | undefined {
  const { keyIdentifier } = AsnConvert.parse(bytes, AuthorityKeyIdentifier);
  return keyIdentifier === undefined ? undefined : hexOf(keyIdentifier.buffer);
}

/** SEQUENCE { [0] { OID, [0] { OCTET STRING text of the SID } } } */
function sidOfExtension(bytes: Uint8Array): string | undefined {
  const other = firstChild(bytes);
  const [, wrapper] = derChildren(bytes, other);
  if (wrapper === undefined) return undefined;
  const text = Buffer.from(contentOf(bytes, derValueAt(bytes, wrapper.start, wrapper.end))).toString('latin1');
  return printable(text, 200);
}

/** Certificate index in the low word, key index in the high word (MS-WCCE 2.2.2.7.2). */
function caCertificateIndexOf(bytes: Uint8Array): number {
  const content = contentOf(bytes, derValueAt(bytes, 0));
  return content.subarray(-2).reduce((number, byte) => number * 256 + byte, 0);
}
