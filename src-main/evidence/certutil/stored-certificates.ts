import type { HeldCertificate, HostCertificates } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { decodeCertificate } from '../certificate';
import { certificateValuesOf } from '../certificate-file';
import { dnsNameOf } from '../distinguished-name';
import { present } from '../present';
import { printable } from '../printable';

/** A store as `certutil -store` or `-viewstore` shows it. */
export interface StoreDump {
  /** Undefined when the output does not tell whether the store is that of the user or the machine, or is none that is judged. */
  readonly store?: HostCertificates['store'] | 'nt-auth';
  /** Forest whose directory was read in place of a store, by the distinguished name in the address; lower case. */
  readonly forest?: string;
  readonly certificates: readonly HeldCertificate[];
  /** Thumbprints of certificates of which the output holds no copy; empty text where it shows no thumbprint either. */
  readonly undecoded: readonly string[];
}

const certificateLimit = 5000;
const separator = /^[ \t]{0,20}={8,} [^\r\n=]{1,100} (\d{1,6}) ={8,}[ \t]{0,5}\r?$/gmu;

/**
 * Reads `certutil -store` by what is the same in every language: names of properties and flags, hashes by their form, names of providers. Dates and fields of
 * the certificate are in the language of the machine and are not read: they come from the certificate itself, where the output holds it, or from `known`, the
 * certificates of the files beside it, by thumbprint.
 */
export function readStoreDump(text: string, known: ReadonlyMap<string, CertificateFacts>): StoreDump {
  const { start, blocks } = blocksOf(text);
  const certificates: HeldCertificate[] = [];
  const undecoded: string[] = [];
  for (const block of blocks) {
    const thumbprint = thumbprintIn(block);
    const certificate = certificateIn(block, thumbprint) ?? known.get(thumbprint);
    if (certificate === undefined) undecoded.push(thumbprint);
    else
      certificates.push({
        certificate,
        ...present({ provider: providerIn(block), hasPrivateKey: hasOpenedKey(block) }),
      });
  }
  certificates.sort((a, b) => (a.certificate.thumbprint < b.certificate.thumbprint ? -1 : 1));
  return { ...present({ store: storeOf(start, text), forest: forestIn(start) }), certificates, undecoded };
}

/** Certificates are numbered upwards; where the numbers begin again, lists of revoked certificates follow. */
function blocksOf(text: string): { readonly start: string; readonly blocks: readonly string[] } {
  const [start = '', ...parts] = text.split(separator, 2 * certificateLimit + 1);
  const blocks: string[] = [];
  let last = -1;
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const number = Number(parts[index]);
    if (number <= last) break;
    last = number;
    blocks.push(parts[index + 1] ?? '');
  }
  return { start, blocks };
}

/** `certutil -viewstore "ldap:///CN=NTAuthCertificates,…,DC=contoso,DC=com?cACertificate…"` begins with the address; %20 stands for a blank. */
const addressIn = (start: string): string | undefined =>
  /ldap:\/\/\/(CN=NTAuthCertificates,CN=[^\r\n?"]{1,1000})/iu.exec(start.slice(0, 8192))?.[1]?.replaceAll('%20', ' ');

function forestIn(start: string): string | undefined {
  const address = addressIn(start);
  return address === undefined ? undefined : dnsNameOf(address) || undefined;
}

/** The name of the store opens the output; whose store it is only the command tells, or the flag of a key of the machine, or a key of Windows Hello. */
function storeOf(start: string, text: string): StoreDump['store'] {
  if (addressIn(start) !== undefined) return 'nt-auth';
  const name = /^[ \t]{0,20}(my|root|ca|ntauth)(?: "[^"\r\n]{0,200}")?[ \t]{0,20}\r?$/imu
    .exec(start.slice(0, 4096))?.[1]
    ?.toLowerCase();
  if (name === 'ntauth') return 'nt-auth';
  if (name === 'root') return 'root';
  if (name === 'ca') return 'authorities';
  if (name !== 'my') return undefined;
  if (/certutil(?:\.exe)?"?[^\r\n]{0,200}\s-user\b/iu.test(start.slice(0, 4096))) return 'user';
  const [isMachine, isUser] = [
    /\bCRYPT_MACHINE_KEYSET\b/u.test(text),
    /\bMicrosoft Passport Key Storage Provider\b/iu.test(text),
  ];
  return isMachine === isUser ? undefined : isMachine ? 'machine' : 'user';
}

const hash = /(?:[0-9a-f]{2} ?){20}(?![0-9a-f ]*[0-9a-f])/iu;

/** SHA-1 over the certificate: a property of a name of its own in long output, the only SHA-1 of short output. Empty when neither shows. */
function thumbprintIn(block: string): string {
  const property = /\bCERT_SHA1_HASH_PROP_ID\(3\):\s{0,200}([0-9a-f ]{40,60})/iu.exec(block)?.[1];
  const hashes = [...block.matchAll(/\(sha1\)[^\S\r\n]{0,5}:[^\S\r\n]{0,5}([0-9a-f ]{40,60})\r?$/gimu)].map(
    ([, found = '']) => found,
  );
  const found = property ?? (hashes.length === 1 ? hashes[0] : undefined) ?? '';
  return hash.test(found) ? found.replace(/\s/gu, '').toUpperCase() : '';
}

/** A copy of the certificate in the output; one of another certificate does not count. */
function certificateIn(block: string, thumbprint: string): CertificateFacts | undefined {
  if (!block.includes('-----BEGIN ')) return undefined;
  try {
    const facts = certificateValuesOf(Buffer.from(block, 'utf8')).map((der) => decodeCertificate(der));
    return facts.find((one) => thumbprint === '' || one.thumbprint === thumbprint);
  } catch {
    return undefined;
  }
}

/** Long output lists what the key allows, which certutil learns by opening it. Its absence tells nothing: other users may not open a key. */
const hasOpenedKey = (block: string): true | undefined =>
  /\b(?:NCRYPT_ALLOW_[A-Z_]+_FLAG|KP_PERMISSIONS|PP_KEYSTORAGE)\b/u.test(block) ? true : undefined;

/** Names of Windows' own providers are not translated; the label before them is. */
function providerIn(block: string): string | undefined {
  const found =
    /=[^\S\r\n]{0,5}([^=\r\n]{1,200}\b(?:Key Storage Provider|Cryptographic Provider(?: v1\.0)?|Crypto Provider))[^\S\r\n]{0,5}\r?$/imu.exec(
      block,
    )?.[1];
  return found === undefined ? undefined : printable(found.trim(), 256);
}
