import { checkPrimeSync, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isRocaWeak } from '../../../src-main/evidence/roca';
import { modulusOf } from './key-values';

/** Published test keys: crocs-muni/roca (MIT), by the authors of the paper, and brunoproduit/roca (Apache 2.0). */
const published = {
  2048: '9dcd7420e420c270a68060eb8b5aa7457a9f6648f86fafed2775cc1f79ae962f1e63f1b9e51c55f9ea6fdc7332e9b0058c9ff2eb1fc89855029cf6aafe21e689feb38ac9ffb12f1ce371bb5d0e9aae64161abce74b4244bf68f1edb4411f756a097c8929c14740245ea355f8332d1aa36bb50c7dcb4505da8de02e4e53d38f8df06097da7524df0df93db48eac8cc4af2d3a16257eb2b2adca6ba464e5974fa92550d31b1babf161e7692d00b86e3dd886ecab4abfbe1a8f8cc263ff4af55cdb45f4249a5193925f5e983d762f0b6800943eb0267b08f42ed311ce1f5c86eacbc8ce4d3cb7a2fee1ef5641423a1cf4114e5ecf50034a60a412523af9e6f4aa11',
  512: '99a71d7c77fadc99f5e51ae19e1e9aca372581a8fe7bc928b004f4642015b279fd39338c2c1dd4dee25e9ac429443b2e3ff71585f9d41a1db9928e004da2d7fd',
};

const firstPrimes = (count: number): bigint[] => {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate += 1n)
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  return found;
};

function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** A prime of the faulty generator: `k·M + (65537^a mod M)`. */
function weakPrime(bits: number, primorial: bigint): bigint {
  const spare = bits - primorial.toString(2).length;
  for (;;) {
    const k = (BigInt(`0x${randomBytes(40).toString('hex')}`) % (1n << BigInt(spare - 1))) + (1n << BigInt(spare - 1));
    const power = powerModulo(65_537n, BigInt(`0x${randomBytes(16).toString('hex')}`), primorial);
    const candidate = k * primorial + power;
    if (checkPrimeSync(candidate)) return candidate;
  }
}

const bytesOf = (number: bigint): Buffer => {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
};

describe('the ROCA fingerprint', () => {
  it.each(Object.entries(published))('is found in a published weak key of %s bits', (_bits, hex) => {
    expect(isRocaWeak(Buffer.from(hex, 'hex'))).toBe(true);
  });

  // Primes of M by key length: table 1 of the paper.
  it.each([
    [512, 39],
    [1024, 71],
    [2048, 126],
  ])('is found in keys of %i bits made as the faulty generator makes them', (bits, count) => {
    const primorial = firstPrimes(count).reduce((product, prime) => product * prime, 1n);
    for (let round = 0; round < 3; round += 1) {
      const modulus = weakPrime(bits / 2, primorial) * weakPrime(bits / 2, primorial);
      expect(isRocaWeak(bytesOf(modulus))).toBe(true);
      expect(isRocaWeak(bytesOf(modulus + 2n))).toBe(false);
    }
  });

  it('is found in no ordinary key', () => {
    for (let round = 0; round < 20; round += 1) {
      expect(isRocaWeak(modulusOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey))).toBe(false);
    }
  });

  it('is found in no odd number of many', () => {
    for (let round = 0; round < 50_000; round += 1) {
      const number = randomBytes(128);
      number[127] = (number[127] ?? 0) | 1;
      expect(isRocaWeak(number)).toBe(false);
    }
  });

  it('asks for one exponent, not only for residues that fit', () => {
    // Every residue is a power of 65537, but of different ones: found by taking each from another power.
    const primes = firstPrimes(39).slice(2);
    const product = primes.reduce((all, prime) => all * prime, 1n);
    const number = primes.reduce((sum, prime, index) => {
      const others = product / prime;
      const inverse = powerModulo(others % prime, prime - 2n, prime);
      return (sum + powerModulo(65_537n, BigInt(index), prime) * others * inverse) % product;
    }, 0n);
    expect(isRocaWeak(bytesOf(number))).toBe(false);
    expect(isRocaWeak(bytesOf(powerModulo(65_537n, 123_456n, product)))).toBe(true);
  });

  it('is not in what is no number', () => {
    expect(isRocaWeak(Buffer.alloc(0))).toBe(false);
    expect(isRocaWeak(Buffer.alloc(256))).toBe(false);
  });
});
