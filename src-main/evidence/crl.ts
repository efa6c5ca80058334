import { AsnConvert } from '@peculiar/asn1-schema';
import { AuthorityKeyIdentifier, Name } from '@peculiar/asn1-x509';
import type { RevocationList } from '../../src-shared/model/evidence/pki';
import { extensionOid } from '../knowledge/object-identifiers';
import { distributionPointsOf } from './certificate-extensions';
import { certificateNameText } from './certificate-name';
import {
  contentOf,
  type DerValue,
  derChildren,
  derDocument,
  derTag,
  derTimeToIso,
  derValueAt,
  encodingOf,
  integerHex,
  oidOf,
} from './der';
import { signatureAlgorithmOf } from './signature-algorithm';

/** Serial numbers kept; a CRL with more is counted only. */
export const revokedSerialsLimit = 10_000;
const signedPartLimit = 4 * 1024 * 1024;

/** Reads a base or delta CRL (RFC 5280 section 5) as DER. Throws an Error with a sentence when the bytes are none. */
export function decodeCrl(bytes: Uint8Array): RevocationList {
  const [tbs, algorithm, signature] = derChildren(bytes, derDocument(bytes));
  if (tbs === undefined || algorithm === undefined || signature?.tag !== derTag.bitString)
    throw new Error('The data is no certificate revocation list');
  try {
    const algorithmOid = algorithmOidOf(bytes, algorithm);
    const tbsBytes = encodingOf(bytes, tbs);
    return {
      ...signedFacts(bytes, tbs),
      signatureAlgorithm: signatureAlgorithmOf(algorithmOid, parametersOf(bytes, algorithm)).name,
      ...(tbsBytes.length > signedPartLimit
        ? {}
        : {
            signed: { tbs: base64(tbsBytes), signature: base64(contentOf(bytes, signature).subarray(1)), algorithmOid },
          }),
    };
  } catch (error) {
    throw new Error(`The revocation list cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const algorithmOidOf = (bytes: Uint8Array, algorithm: DerValue): string =>
  oidOf(contentOf(bytes, derValueAt(bytes, algorithm.start, algorithm.end)));

function parametersOf(bytes: Uint8Array, algorithm: DerValue): Uint8Array | undefined {
  const [, parameters] = derChildren(bytes, algorithm);
  return parameters === undefined ? undefined : encodingOf(bytes, parameters);
}

type SignedFacts = Omit<RevocationList, 'signatureAlgorithm' | 'signed' | 'url'>;

/** TBSCertList: version?, algorithm, issuer, thisUpdate, nextUpdate?, revoked?, [0] extensions? */
function signedFacts(bytes: Uint8Array, tbs: DerValue): SignedFacts {
  const fields = [...derChildren(bytes, tbs)];
  const afterVersion = fields[0]?.tag === derTag.integer ? fields.slice(1) : fields;
  const [, issuer, thisUpdate, ...rest] = afterVersion;
  if (issuer === undefined || thisUpdate === undefined || !isTime(thisUpdate))
    throw new Error('issuer or date of issue are missing');
  const nextUpdate = rest.find(isTime);
  const revoked = rest.find(({ tag }) => tag === derTag.sequence);
  const extensions = rest.find(({ tag }) => tag === derTag.context0);
  return {
    issuer: certificateNameText(AsnConvert.parse(encodingOf(bytes, issuer), Name)),
    thisUpdate: derTimeToIso(bytes, thisUpdate),
    ...(nextUpdate === undefined ? {} : { nextUpdate: derTimeToIso(bytes, nextUpdate) }),
    ...revokedFacts(bytes, revoked),
    ...extensionFactsOf(bytes, extensions),
  };
}

const isTime = ({ tag }: DerValue): boolean => tag === derTag.utcTime || tag === derTag.generalizedTime;

function revokedFacts(
  bytes: Uint8Array,
  revoked: DerValue | undefined,
): Pick<RevocationList, 'revokedCount' | 'revokedSerials'> {
  const serials: string[] = [];
  let revokedCount = 0;
  if (revoked !== undefined) {
    for (const entry of derChildren(bytes, revoked)) {
      revokedCount += 1;
      if (revokedCount <= revokedSerialsLimit)
        serials.push(integerHex(contentOf(bytes, derValueAt(bytes, entry.start, entry.end))));
    }
  }
  return revokedCount > revokedSerialsLimit ? { revokedCount } : { revokedCount, revokedSerials: serials };
}

type ExtensionFacts = Pick<
  RevocationList,
  'number' | 'deltaBase' | 'deltaAddresses' | 'nextPublish' | 'authorityKeyIdentifier'
>;

function extensionFactsOf(bytes: Uint8Array, wrapper: DerValue | undefined): ExtensionFacts {
  if (wrapper === undefined) return {};
  const facts: { -readonly [K in keyof ExtensionFacts]: ExtensionFacts[K] } = {};
  for (const extension of derChildren(bytes, derValueAt(bytes, wrapper.start, wrapper.end))) {
    const parts = [...derChildren(bytes, extension)];
    const [identifier] = parts;
    const value = parts.at(-1);
    if (identifier === undefined || value?.tag !== derTag.octetString) continue;
    readExtension(facts, oidOf(contentOf(bytes, identifier)), contentOf(bytes, value));
  }
  return facts;
}

function readExtension(
  facts: { -readonly [K in keyof ExtensionFacts]: ExtensionFacts[K] },
  oid: string,
  value: Uint8Array,
): void {
  const inner = derValueAt(value, 0);
  switch (oid) {
    case extensionOid.crlNumber:
      facts.number = decimalOf(contentOf(value, inner));
      break;
    case extensionOid.deltaCrlIndicator:
      facts.deltaBase = decimalOf(contentOf(value, inner));
      break;
    case extensionOid.freshestCrl:
      facts.deltaAddresses = distributionPointsOf(value);
      break;
    case extensionOid.nextPublish:
      facts.nextPublish = derTimeToIso(value, inner);
      break;
    case extensionOid.authorityKeyIdentifier: {
      const { keyIdentifier } = AsnConvert.parse(value, AuthorityKeyIdentifier);
      if (keyIdentifier !== undefined)
        facts.authorityKeyIdentifier = Buffer.from(keyIdentifier.buffer).toString('hex').toUpperCase();
      break;
    }
    default:
  }
}

/** CRL numbers have up to 20 bytes. */
const decimalOf = (content: Uint8Array): string =>
  BigInt(`0x${Buffer.from(content.subarray(0, 32)).toString('hex') || '0'}`).toString();
