import { createHash } from 'node:crypto';
import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { CertificateFacts, RevocationList } from '../../../src-shared/model/evidence/pki';
import { decodeCertificate } from '../certificate';
import { certificateValuesOf } from '../certificate-file';
import { decodeCrl } from '../crl';
import { derValuesOf } from '../pem';
import { present } from '../present';
import { printable } from '../printable';

/** What `certutil -CAInfo` says of a CA the same in every language. */
export interface AuthorityInformation {
  /** Absent when the output does not show name and sanitised name, one after the other. */
  readonly settings?: AuthoritySettings;
  readonly certificates: readonly CertificateFacts[];
  /** With the SHA-256 of each. */
  readonly lists: readonly { readonly sha256: string; readonly list: RevocationList }[];
  /** What is there and cannot be decoded, one element each. */
  readonly damaged: readonly ('pki.certificate' | 'pki.crl')[];
  /** Lines `name: value` that were not understood, e.g. states and versions. */
  readonly notRead: number;
}

const lineLimit = 100_000;
const labelled = /^[ \t]{0,8}(\S[^\r\n]{0,80}?)[ \t\u00a0]?[:：][ \t]{0,4}(\S[^\r\n]{0,300})$/u;
const typeLine = /^\s{1,20}(ENUM_(?:ENTERPRISE|STANDALONE)_(?:ROOT|SUB)CA)\b/u;
const publicationError = /^\s{1,20}(CPF_[A-Z_]{1,40}_ERROR)\b/u;

const typeOf: Readonly<Record<string, AuthoritySettings['type']>> = {
  ENUM_ENTERPRISE_ROOTCA: 'enterprise-root',
  ENUM_ENTERPRISE_SUBCA: 'enterprise-subordinate',
  ENUM_STANDALONE_ROOTCA: 'standalone-root',
  ENUM_STANDALONE_SUBCA: 'standalone-subordinate',
};

/**
 * Reads `certutil -CAInfo`, whole or for one property. Words before the colon are in the language of the machine: the name of the CA is told by the sanitised
 * name behind it, its host by being the only name of DNS, its type and what failed when it published lists by names of constants. Certificates and lists come
 * whole (`-CAInfo cert`, `-CAInfo crl`) or not at all.
 */
export function readAuthorityInformation(text: string): AuthorityInformation {
  const lines = text
    .replace(/-----BEGIN [^-\r\n]{1,40}-----[^-]{0,4000000}-----END [^-\r\n]{1,40}-----/gu, '')
    .split(/\r\n|\r|\n/u, lineLimit)
    .filter((line) => !/^\s{0,20}CertUtil: /iu.test(line));
  const values = lines.flatMap((line) => labelled.exec(line)?.[2]?.trim() ?? []);
  const name = values.find((value, index) => index + 1 < values.length && isSanitised(value, values[index + 1] ?? ''));
  const hosts = [
    ...new Set(values.flatMap((value) => (isDnsName(value) && value !== name ? [value.toLowerCase()] : []))),
  ];
  const host = hosts.length === 1 ? hosts[0] : undefined;
  const type = lines.map((line) => typeOf[typeLine.exec(line)?.[1] ?? '']).find((found) => found !== undefined);
  const errors = [...new Set(lines.flatMap((line) => publicationError.exec(line)?.[1] ?? []))];
  const settings =
    name === undefined
      ? undefined
      : {
          authority: `${host === undefined ? '' : `${host}\\`}${printable(name, 255)}`,
          ...present({ host, type, publicationErrors: /^\s{1,20}CPF_/mu.test(text) ? errors : undefined }),
        };
  const understood = (name === undefined ? 0 : 2) + (host === undefined ? 0 : 1) + (type === undefined ? 0 : 1);
  return {
    ...present({ settings }),
    ...copiesIn(text),
    notRead: Math.max(0, values.length - understood),
  };
}

/**
 * A sanitised name writes characters outside a small set as `!` and four hexadecimal digits; the short one is cut at 51 characters and ends in a checksum
 * (MS-WCCE 3.1.1.4.1.1).
 */
function isSanitised(name: string, shown: string): boolean {
  if (!/[\p{L}]/u.test(name) || /^\d+ -- /u.test(name)) return false;
  const sanitised = name.replace(
    /[^A-Za-z0-9 \-.$%'()@^_{}~]/gu,
    (character) => `!${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return sanitised.length <= 51
    ? shown === sanitised
    : shown.length >= 46 && /-\d{5}$/u.test(shown) && sanitised.startsWith(shown.slice(0, -6));
}

const isDnsName = (text: string): boolean =>
  text.length <= 255 && /^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.){1,20}\p{L}{2,24}$/u.test(text);

function copiesIn(text: string): Pick<AuthorityInformation, 'certificates' | 'lists' | 'damaged'> {
  const bytes = Buffer.from(text, 'utf8');
  const damaged: ('pki.certificate' | 'pki.crl')[] = [];
  const decoded = <T>(value: Uint8Array, kind: (typeof damaged)[number], decode: (value: Uint8Array) => T): T[] => {
    try {
      return [decode(value)];
    } catch {
      damaged.push(kind);
      return [];
    }
  };
  const certificates = decoded(bytes, 'pki.certificate', certificateValuesOf)
    .flat()
    .flatMap((value) => decoded(value, 'pki.certificate', decodeCertificate));
  const lists = derValuesOf(bytes, 'crl').flatMap((value) =>
    decoded(value, 'pki.crl', () => ({
      sha256: createHash('sha256').update(value).digest('hex'),
      list: decodeCrl(value),
    })),
  );
  return {
    certificates: [...new Map(certificates.map((one) => [one.thumbprint, one])).values()],
    lists: [...new Map(lists.map((one) => [one.sha256, one])).values()],
    damaged,
  };
}
