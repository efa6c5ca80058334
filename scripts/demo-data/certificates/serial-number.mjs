/** Serial numbers of a Windows CA: a prefix, the number of the request, eight drawn octets, the number again. */
export function serialOf(org, requestId) {
  const drawn = org.random(`serial ${requestId}`).bytes(8).toString('hex');
  const number = requestId.toString(16);
  return `4c${number.padStart(8, '0')}${drawn}${number.padStart(12, '0')}`.toUpperCase();
}
