const certificateProperty = 32;
const keyProviderProperty = 2;
const utf16 = (text) => Buffer.from(`${text}\0`, 'utf16le');

function property(id, value) {
  const header = Buffer.alloc(12);
  header.writeUInt32LE(id, 0);
  header.writeUInt32LE(1, 4);
  header.writeUInt32LE(value.length, 8);
  return Buffer.concat([header, value]);
}

/** CRYPT_KEY_PROV_INFO with offsets in place of pointers: container and provider behind seven numbers. */
function keyProvider(container, provider) {
  const numbers = Buffer.alloc(28);
  const [first, second] = [utf16(container), utf16(provider)];
  numbers.writeUInt32LE(numbers.length, 0);
  numbers.writeUInt32LE(numbers.length + first.length, 4);
  return Buffer.concat([numbers, first, second]);
}

/** A certificate as a file of a profile's store holds it (`CertSerializeCertificateStoreElement`), with the name of its key. */
export const storedCertificate = ({ der, container, provider }) =>
  Buffer.concat([property(keyProviderProperty, keyProvider(container, provider)), property(certificateProperty, der)]);
