import { OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import type { DescribedCertificate } from '../../../src-shared/model/evidence/host';
import { extensionOid, publicKeyOid } from '../../knowledge/object-identifiers';
import { extensionFacts } from '../certificate-extensions';
import { present } from '../present';
import { printable } from '../printable';
import { publicKeyFacts } from '../public-key';
import { signatureAlgorithmOf } from '../signature-algorithm';
import { dumpedBytes } from './hex-dump';
import {
  linesBeforeExtensions,
  type PrintedExtension,
  printedExtensions,
  valueOfExtension,
} from './printed-extensions';

const lineLimit = 20_000;
const nameLimit = 2048;

/**
 * What `certutil -store` tells of a certificate that it does not hold, by what is the same in every language. With `-v`: identifiers, lengths and values of
 * extensions, dumps of bytes, attributes of names. Without it: names only. Dates are never read: order of day and month, calendar and time zone are those of the
 * machine. Seen in English outputs of Windows 7 to Server 2025, without `-v` in German and French ones as well.
 */
export function describedCertificate(block: string, usages: ReadonlyMap<string, string>): DescribedCertificate {
  const lines = block.split(/\r\n|\r|\n/u, lineLimit);
  const head = lines.slice(0, linesBeforeExtensions(lines));
  const extensions = printedExtensions(lines);
  return {
    ...present(namesIn(head)),
    ...present(keyAndSignatureIn(head)),
    ...(extensions === undefined ? {} : present(extensionsIn(extensions, usages))),
  };
}

const attribute = '(?:[A-Z]{1,12}|(?:OID\\.)?\\d{1,3}(?:\\.\\d{1,20}){1,30})=[^\\r\\n]{1,1000}';
const attributeLine = new RegExp(`^[ \\t]{1,40}(${attribute})$`, 'u');
const shortName = new RegExp(`^[ \\t]{0,40}[^\\s=:][^=:\\r\\n]{0,60}: ?(${attribute})$`, 'u');
/** Over the name without parts, 30 00. */
const emptyNameHash =
  /\(sha1\)\s{0,3}:\s{0,3}f9 ?44 ?dc ?d6 ?35 ?f9 ?80 ?1f ?7a ?c9 ?0a ?40 ?7f ?bc ?47 ?99 ?64 ?de ?c0 ?24\s*$/imu;

/** The issuer comes first, then the subject: one attribute a line with `-v`, all behind the label without it. */
function namesIn(lines: readonly string[]): Pick<DescribedCertificate, 'subject' | 'issuer'> {
  const names: string[][] = [];
  let [isOpen, isLabel] = [false, false];
  for (const line of lines) {
    const part = attributeLine.exec(line)?.[1];
    const whole = shortName.exec(line)?.[1];
    if (whole !== undefined) names.push([whole]);
    else if (part !== undefined && isOpen) names.at(-1)?.push(part);
    else if (part !== undefined && isLabel) names.push([part]);
    isOpen = part !== undefined && (isOpen || isLabel);
    isLabel = /^[ \t]{0,40}\S[^=\r\n]{0,60}:\s*$/u.test(line);
  }
  const [issuer, subject] = names.map((parts) => printable(parts.join(', ').trim(), nameLimit));
  const isNobody = subject === undefined && emptyNameHash.test(lines.join('\n'));
  return { ...present({ issuer, subject: isNobody ? '' : subject }) };
}

const identifierLine = /^[ \t]{0,40}[^\s\d=][^\d=\r\n]{1,80}:\s{0,3}([0-2](?:\.\d{1,20}){3,30})(?:\s|$)/u;
const octetsLine = /^[ \t]{1,40}((?:[0-9a-f]{2} ){1,40}[0-9a-f]{2})[ \t.]*$/iu;

/** The algorithm of the signature comes first, then that of the key with its parameters and its bytes. */
function keyAndSignatureIn(lines: readonly string[]): Pick<DescribedCertificate, 'publicKey' | 'signatureHash'> {
  const algorithms = lines.flatMap((line, index) => {
    const oid = identifierLine.exec(line)?.[1];
    return oid === undefined ? [] : [{ oid, index }];
  });
  const [signature, key] = algorithms;
  if (signature === undefined || key === undefined || algorithms.length !== 2) return {};
  // RSASSA-PSS names its hash in parameters that are not put together here.
  const hash = signature.oid === publicKeyOid.rsaPss ? 'unknown' : signatureAlgorithmOf(signature.oid, undefined).hash;
  return present({
    signatureHash: hash === 'unknown' ? undefined : hash,
    publicKey: publicKeyIn(key.oid, lines.slice(key.index + 1)),
  });
}

function publicKeyIn(oid: string, lines: readonly string[]): DescribedCertificate['publicKey'] {
  const bytes = dumpedBytes(lines);
  if (bytes === undefined) return undefined;
  const parameters = lines.flatMap((line) => octetsLine.exec(line)?.[1] ?? [])[0]?.replaceAll(' ', '');
  const algorithm = new AlgorithmIdentifier({
    algorithm: oid,
    ...(parameters === undefined ? {} : { parameters: arrayBuffer(Buffer.from(parameters, 'hex')) }),
  });
  const facts = publicKeyFacts(new SubjectPublicKeyInfo({ algorithm, subjectPublicKey: arrayBuffer(bytes) }));
  return facts.bits === 0 ? undefined : facts;
}

const arrayBuffer = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;

type Facts = ReturnType<typeof extensionFacts>;

/** Facts by the decoder of true extensions. An extension that is there but was not understood leaves its group open. */
function extensionsIn(
  extensions: readonly PrintedExtension[],
  usages: ReadonlyMap<string, string>,
): Omit<DescribedCertificate, 'thumbprint'> {
  const facts = (...oids: readonly string[]): Facts | undefined => {
    const values: Extension[] = [];
    for (const extension of extensions.filter(({ oid }) => oids.includes(oid))) {
      const value = valueOfExtension(extension, usages);
      if (value === undefined) return undefined;
      values.push(new Extension({ extnID: extension.oid, extnValue: new OctetString(value) }));
    }
    try {
      return extensionFacts(values);
    } catch {
      return undefined;
    }
  };
  const used = facts(extensionOid.keyUsage, extensionOid.extendedKeyUsage);
  const named = facts(extensionOid.subjectAlternativeName);
  const template = facts(extensionOid.template, extensionOid.templateName);
  return present({
    usages: used && present({ keyUsage: used.keyUsage, extendedKeyUsage: used.extendedKeyUsage }),
    applicationPolicies: facts(extensionOid.applicationPolicies)?.applicationPolicies,
    names: named && { dnsNames: named.dnsNames, userPrincipalNames: named.userPrincipalNames, uris: named.uris },
    template: template && present({ templateName: template.templateName, templateOid: template.templateOid }),
    hasSid: extensions.some(({ oid }) => oid === extensionOid.sid),
  });
}
