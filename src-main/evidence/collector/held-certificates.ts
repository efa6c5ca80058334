import type { HeldCertificate } from '../../../src-shared/model/evidence/host';
import { decodeCertificate } from '../certificate';
import { booleanOf, type PropertyBag, textOf } from '../powershell/property-bag';
import { present } from '../present';
import { printable } from '../printable';
import { serializedCertificate } from '../serialized-certificate';

export interface ReadStore {
  readonly certificates: readonly HeldCertificate[];
  /** Sentence: certificates that could not be read, so that none can be said to be missing. */
  readonly incomplete?: string;
}

const certificateLimit = 5000;

/** Certificates with what their holder knows of the key. */
export const heldCertificates = (objects: readonly PropertyBag[]): ReadStore =>
  readStore(objects, (bag) => ({
    certificate: decodeCertificate(bytesOf(textOf(bag, 'der'))),
    ...present({
      hasPrivateKey: booleanOf(bag, 'hasPrivateKey'),
      provider: providerOf(textOf(bag, 'provider')),
      isExportable: booleanOf(bag, 'isExportable'),
    }),
  }));

/** Files of a certificate store, as hexadecimal text. */
export const storedCertificates = (elements: readonly string[] | undefined): ReadStore =>
  readStore(elements ?? [], (element) => {
    const { der, hasKey, provider } = serializedCertificate(bytesOf(element));
    return {
      certificate: decodeCertificate(der),
      hasPrivateKey: hasKey,
      ...present({ provider: providerOf(provider) }),
    };
  });

function readStore<T>(items: readonly T[], read: (item: T) => HeldCertificate): ReadStore {
  const certificates: HeldCertificate[] = [];
  const wanted = items.slice(0, certificateLimit);
  for (const item of wanted) {
    try {
      certificates.push(read(item));
    } catch {
      // Counted below: one damaged certificate must not hide the others.
    }
  }
  certificates.sort((a, b) => a.certificate.thumbprint.localeCompare(b.certificate.thumbprint, 'en'));
  const lost = items.length - certificates.length;
  return lost === 0
    ? { certificates }
    : { certificates, incomplete: `${lost} of ${items.length} certificates could not be read.` };
}

const providerOf = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : printable(text, 256);

/** Bytes of hexadecimal text; throws an Error when it is none. */
export function bytesOf(hex: string | undefined): Buffer {
  if (hex === undefined || !/^(?:[0-9a-f]{2})+$/iu.test(hex)) throw new Error('It holds no hexadecimal text');
  return Buffer.from(hex, 'hex');
}
