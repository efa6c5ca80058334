/**
 * Fingerprint of CVE-2017-15361 (ROCA): the faulty generator of certain TPMs makes primes `k·M + (65537^a mod M)` with M the product of the first primes, so
 * that the modulus is a power of 65537 modulo M. Method: Nemec et al., “The Return of Coppersmith's Attack”, ACM CCS 2017, section 2.
 */

const generator = 65_537;
/** The primes that divide M for every key length from 512 bits up; 2 and 3 tell nothing. */
const primes = [
  5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
  127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/** The powers of the generator modulo a prime. */
interface Subgroup {
  readonly prime: number;
  readonly order: number;
  /** Exponent by residue; -1 = no power of the generator. */
  readonly logarithms: Int16Array;
}

function subgroupOf(prime: number): Subgroup {
  const logarithms = new Int16Array(prime).fill(-1);
  let [power, order] = [1, 0];
  while (logarithms[power] === -1) {
    logarithms[power] = order;
    power = (power * generator) % prime;
    order += 1;
  }
  return { prime, order, logarithms };
}

/** Those that tell most first: the share of ordinary moduli that pass is `order / (prime - 1)`. */
const subgroups = primes.map(subgroupOf).sort((a, b) => a.order / (a.prime - 1) - b.order / (b.prime - 1));

/** Subgroups in groups whose primes have a product below 2^53: one long division serves several of them. */
const batches = batchesOf(subgroups);

function batchesOf(all: readonly Subgroup[]) {
  const found: { product: bigint; readonly subgroups: Subgroup[] }[] = [];
  for (const subgroup of all) {
    const batch = found.at(-1);
    const product = (batch?.product ?? 1n) * BigInt(subgroup.prime);
    if (batch === undefined || product > BigInt(Number.MAX_SAFE_INTEGER))
      found.push({ product: BigInt(subgroup.prime), subgroups: [subgroup] });
    else {
      batch.product = product;
      batch.subgroups.push(subgroup);
    }
  }
  return found;
}

/** Whether an RSA modulus (big-endian) has the fingerprint. Of ordinary moduli fewer than one in 2^100 has it by chance. */
export function isRocaWeak(modulus: Buffer): boolean {
  if (modulus.length === 0) return false;
  const value = BigInt(`0x${modulus.toString('hex')}`);
  const logarithms: { readonly order: number; readonly logarithm: number }[] = [];
  for (const { product, subgroups: batch } of batches) {
    const residue = Number(value % product);
    for (const { prime, order, logarithms: known } of batch) {
      const logarithm = known[residue % prime] ?? -1;
      if (logarithm === -1) return false;
      logarithms.push({ order, logarithm });
    }
  }
  return haveOneExponent(logarithms);
}

/** Whether one exponent has all these logarithms: two of them must agree modulo what their orders have in common. */
const haveOneExponent = (all: readonly { readonly order: number; readonly logarithm: number }[]): boolean =>
  all.every((one, index) =>
    all
      .slice(0, index)
      .every((other) => (one.logarithm - other.logarithm) % greatestDivisor(one.order, other.order) === 0),
  );

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
