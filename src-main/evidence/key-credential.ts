import { hash } from 'node:crypto';
import type { KeyCredential } from '../../src-shared/model/evidence/keys';
import { guidOf } from './guid';
import { present } from './present';
import { isRocaWeak } from './roca';
import { bitLengthOf, rsaModulusOf } from './rsa-key-material';

/** Identifiers of the entries (MS-ADTS 2.2.20.6). */
const entryId = {
  keyId: 1,
  keyHash: 2,
  material: 3,
  usage: 4,
  source: 5,
  deviceId: 6,
  lastLogon: 8,
  created: 9,
} as const;
const highestEntry = 9;
/** KEY_CREDENTIAL_LINK_VERSION_2 and the one before it, whose entries are the same. */
const versions: readonly number[] = [0x200, 0x100];
const hexLimit = 128 * 1024;
const colon = 0x3a;
const noDevice = '00000000-0000-0000-0000-000000000000';

/**
 * Reads one value of `msDS-KeyCredentialLink`: the DN-Binary text `B:<count of hex digits>:<hex>:<DN>` around a KEYCREDENTIALLINK_BLOB (MS-ADTS 2.2.20.2).
 * Undefined when it is no such text, a length does not fit, an entry comes twice or there is no key material.
 */
export function decodeKeyCredential(value: Buffer): KeyCredential | undefined {
  const blob = blobOf(value);
  if (blob === undefined || blob.length < 4 || !versions.includes(blob.readUInt32LE(0))) return undefined;
  const entries = entriesOf(blob);
  const material = entries?.[entryId.material]?.value;
  if (entries === undefined || material === undefined || material.length === 0) return undefined;
  const modulus = rsaModulusOf(material);
  const deviceId = guidOf(entries[entryId.deviceId]?.value);
  return present({
    keyId: entries[entryId.keyId]?.value.toString('hex'),
    usage: byteOf(entries[entryId.usage]),
    source: byteOf(entries[entryId.source]),
    deviceId: deviceId === noDevice ? undefined : deviceId,
    created: timeOf(entries[entryId.created]),
    lastLogon: timeOf(entries[entryId.lastLogon]),
    isHashValid: isHashValid(entries[entryId.keyHash], blob),
    rsaBits: modulus && bitLengthOf(modulus),
    isRocaWeak: modulus && isRocaWeak(modulus),
  });
}

/** The bytes between the second and the third colon. */
function blobOf(value: Buffer): Buffer | undefined {
  if (value[0] !== 0x42 || value[1] !== colon) return undefined;
  const start = value.indexOf(colon, 2) + 1;
  if (start < 4 || start > 10) return undefined;
  const count = Number(value.toString('latin1', 2, start - 1));
  if (!Number.isInteger(count) || count < 0 || count > hexLimit || value[start + count] !== colon) return undefined;
  const blob = Buffer.from(value.toString('latin1', start, start + count), 'hex');
  // Decoding stops at the first character that is no hex digit.
  return blob.length * 2 === count ? blob : undefined;
}

interface Entry {
  readonly value: Buffer;
  /** Where the next entry begins. */
  readonly end: number;
}

/** Entries by identifier: length (16 bits, little-endian), identifier, value. Identifiers that are not known are passed over. */
function entriesOf(blob: Buffer): readonly (Entry | undefined)[] | undefined {
  const entries: (Entry | undefined)[] = [];
  for (let offset = 4; offset < blob.length; ) {
    const start = offset + 3;
    if (start > blob.length) return undefined;
    const [end, id] = [start + blob.readUInt16LE(offset), blob[offset + 2] ?? 0];
    if (end > blob.length || entries[id] !== undefined) return undefined;
    if (id <= highestEntry) entries[id] = { value: blob.subarray(start, end), end };
    offset = end;
  }
  return entries;
}

/** KeyHash is the SHA-256 of everything behind it. */
const isHashValid = (entry: Entry | undefined, blob: Buffer): boolean | undefined =>
  entry && hash('sha256', blob.subarray(entry.end), 'hex') === entry.value.toString('hex');

const byteOf = (entry: Entry | undefined): number | undefined =>
  entry?.value.length === 1 ? entry.value[0] : undefined;

const ticksPerMillisecond = 10_000;
/** 1601-01-01, where FILETIME begins, in milliseconds since 1970 and in ticks since year 1. */
const fileTimeEpoch = -11_644_473_600_000;
const fileTimeEpochTicks = 504_911_232_000_000_000;
/** Of `DateTime.ToBinary` the two highest bits tell the kind of the time (UTC or local). */
const kindBits = 0x3fff_ffff;

/**
 * FILETIME as the specification wants it, or what Entra ID writes: .NET ticks since year 1. A number that would be a FILETIME after the year 3200 is ticks.
 */
function timeOf(entry: Entry | undefined): string | undefined {
  if (entry?.value.length !== 8) return undefined;
  const ticks = (entry.value.readUInt32LE(4) & kindBits) * 2 ** 32 + entry.value.readUInt32LE(0);
  if (ticks === 0) return undefined;
  const since1601 = ticks < fileTimeEpochTicks ? ticks : ticks - fileTimeEpochTicks;
  const milliseconds = Math.floor(since1601 / ticksPerMillisecond) + fileTimeEpoch;
  return Math.abs(milliseconds) > 8.64e15 ? undefined : new Date(milliseconds).toISOString();
}
