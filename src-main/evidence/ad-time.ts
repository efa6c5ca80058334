/** Active Directory's `GeneralizedTime` (`20261122145811.0Z`, RFC 4517 3.3.13) as ISO 8601 UTC; undefined when it is none or not UTC. */
export function generalizedTimeToIso(text: string | undefined): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})?Z$/u.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = match;
  return validIso(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
}

const fileTimeEpoch = -11_644_473_600_000n;
const neverExpires = 0x7fff_ffff_ffff_ffffn;

/** FILETIME (100 ns since 1601) as decimal text or number; undefined for 0 and for "never". */
export function fileTimeToIso(value: string | bigint | undefined): string | undefined {
  if (value === undefined || (typeof value === 'string' && !/^\d{1,19}$/u.test(value))) return undefined;
  const ticks = BigInt(value);
  if (ticks <= 0n || ticks >= neverExpires) return undefined;
  const milliseconds = Number(ticks / 10_000n + fileTimeEpoch);
  return Math.abs(milliseconds) > 8.64e15 ? undefined : new Date(milliseconds).toISOString();
}

/** A period of `pKIExpirationPeriod` and `pKIOverlapPeriod`: 8 bytes, negative 100 ns steps, little-endian (MS-CRTD 2.5). In seconds. */
export function periodToSeconds(bytes: Uint8Array | undefined): number | undefined {
  if (bytes?.length !== 8) return undefined;
  const ticks = Buffer.from(bytes).readBigInt64LE();
  return Number(-ticks / 10_000_000n);
}

/** Refuses dates such as 30 February, which `Date` would silently move. */
function validIso(iso: string): string | undefined {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) || date.toISOString() !== iso ? undefined : iso;
}
