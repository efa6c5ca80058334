import type { DescribedCertificate, HeldCertificate, HostCertificates } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { decodeCertificate } from '../certificate';
import { certificateValuesOf } from '../certificate-file';
import { present } from '../present';
import { printable } from '../printable';
import { describedCertificate } from './described-certificate';
import { usageNames } from './rebuilt-extensions';
import { forestIn, isPartOfStore, storeOf } from './shown-store';

/** A store as `certutil -store` or `-viewstore` shows it. */
export interface StoreDump {
  /** Undefined when the output does not tell whether the store is that of the user or the machine, or is none that is judged. */
  readonly store?: HostCertificates['store'] | 'nt-auth';
  /** Forest whose directory was read in place of a store, by the distinguished name in the address; lower case. */
  readonly forest?: string;
  /** Only some of the certificates were asked for, or their numbers do not follow each other. */
  readonly isPart: boolean;
  readonly certificates: readonly HeldCertificate[];
  /** Certificates of which the output holds no copy. */
  readonly described: readonly DescribedCertificate[];
}

const certificateLimit = 5000;
const separator = /^[ \t]{0,20}={8,} [^\r\n=]{1,100} (\d{1,6}) ={8,}[ \t]{0,5}\r?$/gmu;

/**
 * Reads `certutil -store` by what is the same in every language. A certificate is read from itself, where the output holds it, or from `known`, the certificates of
 * the files beside it, by thumbprint; of the others stays what {@link describedCertificate} tells.
 */
export function readStoreDump(text: string, known: ReadonlyMap<string, CertificateFacts>): StoreDump {
  const { start, numbers, blocks } = blocksOf(text);
  const usages = usageNames(text);
  const certificates: HeldCertificate[] = [];
  const described: DescribedCertificate[] = [];
  for (const block of blocks) {
    const thumbprint = thumbprintIn(block);
    const certificate = certificateIn(block, thumbprint) ?? known.get(thumbprint);
    const keeping = present({ provider: providerIn(block), hasPrivateKey: hasKey(block) });
    if (certificate !== undefined) certificates.push({ certificate, ...keeping });
    else
      described.push({
        ...present({ thumbprint: thumbprint === '' ? undefined : thumbprint }),
        ...describedCertificate(block, usages),
        ...keeping,
      });
  }
  certificates.sort((a, b) => (a.certificate.thumbprint < b.certificate.thumbprint ? -1 : 1));
  return {
    ...present({ store: storeOf(start, text), forest: forestIn(start) }),
    isPart: isPartOfStore(start) || numbers.some((number, index) => number !== index),
    certificates,
    described,
  };
}

/** Certificates are numbered upwards; where the numbers begin again, lists of revoked certificates follow. */
function blocksOf(text: string): {
  readonly start: string;
  readonly numbers: readonly number[];
  readonly blocks: readonly string[];
} {
  const [start = '', ...parts] = text.split(separator, 2 * certificateLimit + 1);
  const [numbers, blocks]: [number[], string[]] = [[], []];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const number = Number(parts[index]);
    if (number <= (numbers.at(-1) ?? -1)) break;
    numbers.push(number);
    blocks.push(parts[index + 1] ?? '');
  }
  return { start, numbers, blocks };
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

/**
 * Long output lists what the key allows, which certutil learns by opening it. It also lists every property of the certificate, so one without the property that names
 * its key has none. A named key that was not opened tells nothing: other users may not open a key.
 */
function hasKey(block: string): boolean | undefined {
  if (/\b(?:NCRYPT_ALLOW_[A-Z_]+_FLAG|KP_PERMISSIONS|PP_KEYSTORAGE)\b/u.test(block)) return true;
  const listsProperties = /\bCERT_SHA1_HASH_PROP_ID\(3\):/u.test(block);
  const namesKey = /\bCERT_(?:KEY_PROV_INFO|KEY_PROV_HANDLE|KEY_CONTEXT|[A-Z_]*NCRYPT_KEY[A-Z_]*)_PROP_ID\b/u.test(
    block,
  );
  return listsProperties && !namesKey && providerIn(block) === undefined ? false : undefined;
}

/** Names of Windows' own providers are not translated; the label before them is. */
function providerIn(block: string): string | undefined {
  const found =
    /=[^\S\r\n]{0,5}([^=\r\n]{1,200}\b(?:Key Storage Provider|Cryptographic Provider(?: v1\.0)?|Crypto Provider))[^\S\r\n]{0,5}\r?$/imu.exec(
      block,
    )?.[1];
  return found === undefined ? undefined : printable(found.trim(), 256);
}
