/** A certificate as Windows keeps it in a store: properties one after the other, the last of them the certificate itself. */
export interface SerializedCertificate {
  readonly der: Uint8Array;
  /** The element names a key (CERT_KEY_PROV_INFO_PROP_ID); whether the key is still there, only its provider knows. */
  readonly hasKey: boolean;
  /** CSP or KSP of that key. */
  readonly provider?: string;
}

const headerSize = 12;
const certificateProperty = 32;
const keyProviderProperty = 2;
const propertyLimit = 200;

/**
 * Reads a serialized store element (`CertSerializeCertificateStoreElement`): per property its number, 1, its length, then its bytes, little endian.
 * Throws an Error with a sentence when it is cut off or holds no certificate.
 */
export function serializedCertificate(bytes: Buffer): SerializedCertificate {
  let provider: string | undefined;
  let hasKey = false;
  for (let offset = 0, count = 0; offset + headerSize <= bytes.length && count < propertyLimit; count += 1) {
    const id = bytes.readUInt32LE(offset);
    const end = offset + headerSize + bytes.readUInt32LE(offset + 8);
    if (end > bytes.length) throw new Error('The stored certificate is cut off');
    const value = bytes.subarray(offset + headerSize, end);
    if (id === certificateProperty) return { der: value, hasKey, ...(provider === undefined ? {} : { provider }) };
    if (id === keyProviderProperty) {
      hasKey = true;
      provider = providerIn(value);
    }
    offset = end;
  }
  throw new Error('The stored element holds no certificate');
}

/** CRYPT_KEY_PROV_INFO with offsets in place of pointers: the second is that of the provider's name, UTF-16 with an end mark. */
function providerIn(value: Buffer): string | undefined {
  if (value.length < 8) return undefined;
  const start = value.readUInt32LE(4);
  if (start === 0 || start >= value.length) return undefined;
  const text = value.subarray(start, start + 512).toString('utf16le');
  const end = text.indexOf('\0');
  return end <= 0 ? undefined : text.slice(0, end);
}
