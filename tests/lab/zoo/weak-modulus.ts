import { checkPrimeSync, randomBytes } from 'node:crypto';

/**
 * A 2048-bit RSA modulus as the generator of CVE-2017-15361 (ROCA) made them: both primes are `k·M + (65537^a mod M)`, with M the product of the first 126
 * primes (Nemec et al., "The Return of Coppersmith's Attack", ACM CCS 2017, section 2).
 */
export function weakModulus(): Buffer {
  const product = weakPrime() * weakPrime();
  return Buffer.from(product.toString(16).padStart(512, '0'), 'hex');
}

const primorial = firstPrimes(126).reduce((product, prime) => product * prime, 1n);

/** Of exactly 1024 bits, with the two highest set, so that a product of two has 2048. */
function weakPrime(): bigint {
  const lowest = 3n << 1022n;
  const range = ((1n << 1024n) - lowest) / primorial;
  for (;;) {
    const factor = lowest / primorial + 1n + (random(8) % range);
    const candidate = factor * primorial + power(65_537n, random(32), primorial);
    if (candidate < 1n << 1024n && checkPrimeSync(candidate)) return candidate;
  }
}

const random = (length: number): bigint => BigInt(`0x${randomBytes(length).toString('hex')}`);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function firstPrimes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  }
  return found;
}
