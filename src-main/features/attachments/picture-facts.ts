import type { PictureType } from '../../../src-shared/model/finding-note';

export interface PictureFacts {
  readonly mediaType: PictureType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** More pixels than any screen; a small file that unpacks to more would fill the memory of whoever shows it. */
const pixelLimit = 50_000_000;

/** What a picture is by its content, not by its name; undefined when it is neither PNG nor JPEG, is cut short, or is too large to show. */
export function pictureFacts(bytes: Buffer): PictureFacts | undefined {
  const facts = pngFacts(bytes) ?? jpegFacts(bytes);
  if (facts === undefined || facts.width < 1 || facts.height < 1) return undefined;
  return facts.width * facts.height > pixelLimit ? undefined : facts;
}

const pngStart = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** ISO/IEC 15948, 11.2.2: the header comes first, with width and height. */
const pngFacts = (bytes: Buffer): PictureFacts | undefined =>
  bytes.length >= 33 && bytes.subarray(0, pngStart.length).equals(pngStart)
    ? { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined;

/** Start of frame, all kinds; C4, C8 and CC are other segments (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** ITU-T T.81, annex B: segments with their lengths until the frame header, which has height and width. */
function jpegFacts(bytes: Buffer): PictureFacts | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
