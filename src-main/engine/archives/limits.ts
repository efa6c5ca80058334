/** Entries of one archive. */
export const entriesLimit = 100_000;
/** A member beyond `smallMember` may unpack to so many times its packed size; text of exports stays below 60. */
export const ratioLimit = 200;
export const smallMember = 16 * 1024 * 1024;
/** Bytes that all archives of one drop may unpack to. */
export const unpackedLimit = 16 * 1024 ** 3;
/** An archive inside an archive is unpacked into memory: one, and all of a drop. */
export const innerArchiveLimit = 256 * 1024 * 1024;
export const innerArchivesLimit = 512 * 1024 * 1024;

/** Why a member of an archive is not read. */
export type RefusalReason =
  | 'encrypted'
  | 'damaged'
  | 'repeated'
  | 'unknown-method'
  | 'ratio'
  | 'budget'
  | 'nested'
  | 'bad-name'
  | 'link';

/** What is said of the members refused; `lost` = they may hold evidence, which the consultant can still provide. */
export const refusals: Readonly<Record<RefusalReason, { readonly sentence: string; readonly lost: boolean }>> = {
  encrypted: { sentence: 'Encrypted', lost: true },
  damaged: { sentence: 'Damaged', lost: true },
  repeated: { sentence: 'Under a name that occurs more than once, so that it is not known which is meant', lost: true },
  'unknown-method': { sentence: 'Packed by a method other than Deflate', lost: true },
  ratio: {
    sentence: `Larger than ${ratioLimit} times its packed size, as in an archive made to exhaust memory`,
    lost: true,
  },
  budget: { sentence: 'Beyond what the archives of one import may unpack to', lost: true },
  nested: { sentence: 'An archive in an archive in an archive', lost: true },
  'bad-name': { sentence: 'Under a name that leads out of the archive or cannot be shown', lost: false },
  link: { sentence: 'A link or device, which is never followed', lost: false },
};
