const sequence = 0x30;

/** A DER value: tag, length, content. */
function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const size = content.length.toString(16);
  const length = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
  const head = content.length < 128 ? [tag, content.length] : [tag, 0x80 | length.length, ...length];
  return Buffer.concat([Buffer.from(head), content]);
}

const identifier = (hex) => der(0x06, Buffer.from(hex, 'hex'));
const signedData = identifier('2a864886f70d010702');
const data = identifier('2a864886f70d010701');

/** Certificates in a file of type .p7b: signed data without signature or content (RFC 2315 9.1). */
export const pkcs7 = (certificates) =>
  der(
    sequence,
    signedData,
    der(
      0xa0,
      der(sequence, der(0x02, Buffer.from([1])), der(0x31), der(sequence, data), der(0xa0, ...certificates), der(0x31)),
    ),
  );
