/** A certificate in PEM with the line ends of Windows. */
export function asPem(der) {
  const body = der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\r\n');
  return `-----BEGIN CERTIFICATE-----\r\n${body}\r\n-----END CERTIFICATE-----\r\n`;
}
