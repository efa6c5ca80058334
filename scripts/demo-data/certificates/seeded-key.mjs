import { checkPrimeSync, createPrivateKey } from 'node:crypto';
import { seededRandom } from '../seeded-random.mjs';

const exponent = 65537n;
const smallPrimes = [];
for (let number = 3; smallPrimes.length < 2000; number += 2)
  if (smallPrimes.every((prime) => number % prime !== 0)) smallPrimes.push(number);

const numberOf = (bytes) => BigInt(`0x${bytes.toString('hex')}`);

/** The first prime above a drawn number whose two highest bits are set. */
function prime(random, length) {
  const drawn = random.bytes(length);
  drawn[0] |= 0xc0;
  drawn[length - 1] |= 1;
  const start = numberOf(drawn);
  const rests = smallPrimes.map((small) => Number(start % BigInt(small)));
  for (let distance = 0; ; distance += 2) {
    if (smallPrimes.some((small, index) => (rests[index] + distance) % small === 0)) continue;
    const candidate = start + BigInt(distance);
    if (candidate % exponent !== 1n && checkPrimeSync(candidate)) return candidate;
  }
}

/** The inverse of `number` modulo `modulus` (extended Euclid). */
function inverse(number, modulus) {
  let [older, newer] = [number, modulus];
  let [factor, nextFactor] = [1n, 0n];
  while (newer !== 0n) {
    const quotient = older / newer;
    [older, newer] = [newer, older - quotient * newer];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function base64Url(number) {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

/** The RSA key that belongs to a name, as PKCS #8 in PEM: the same for the same name. */
export function seededKey(name, bits) {
  const random = seededRandom(`rsa ${bits} ${name}`);
  const [q, p] = [prime(random, bits / 16), prime(random, bits / 16)].sort((a, b) => (a < b ? -1 : 1));
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const key = Object.fromEntries(Object.entries(numbers).map(([field, number]) => [field, base64Url(number)]));
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...key } }).export({ type: 'pkcs8', format: 'pem' });
}

/** A drawn odd number of 2048 bits that stands for the modulus of a key nobody signs with. */
export function seededModulus(name) {
  const bytes = seededRandom(`modulus ${name}`).bytes(256);
  bytes[0] |= 0x80;
  bytes[255] |= 1;
  return bytes;
}
