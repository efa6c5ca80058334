/** What a picture's own bytes say it is. */
export interface Picture {
  readonly type: 'png' | 'jpg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Bytes of the largest picture a report takes. */
export const largestPicture = 1_048_576;
/** Pixels of a side; more would not be seen on paper and costs memory in every reader. */
const longestSide = 8192;

const dataUrl = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/u;

/** A picture embedded as `data:` URL; undefined when it is too large, or when its bytes are not what the URL says (PNG or JPEG). */
export function embeddedPicture(url: string): Picture | undefined {
  if (url.length > (largestPicture * 4) / 3 + 64) return undefined;
  const [, type, encoded] = dataUrl.exec(url) ?? [];
  if (encoded === undefined) return undefined;
  const picture = pictureOf(bytesOf(encoded));
  return picture?.type === (type === 'jpeg' ? 'jpg' : type) ? picture : undefined;
}

/** The picture as a `data:` URL; undefined for {@link embeddedPicture}'s reasons. */
export function embedPicture(bytes: Uint8Array): string | undefined {
  const picture = pictureOf(bytes);
  if (picture === undefined) return undefined;
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/${picture.type === 'jpg' ? 'jpeg' : 'png'};base64,${btoa(text)}`;
}

function bytesOf(encoded: string): Uint8Array {
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function pictureOf(bytes: Uint8Array): Picture | undefined {
  if (bytes.length > largestPicture) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? jpegSize(view);
  if (size === undefined || !isSide(size.width) || !isSide(size.height)) return undefined;
  return { ...size, bytes };
}

const isSide = (pixels: number): boolean => pixels >= 1 && pixels <= longestSide;

type Size = Omit<Picture, 'bytes'>;

/** Signature, then the header chunk `IHDR` (PNG specification, 5.2 and 11.2.2). */
function pngSize(view: DataView): Size | undefined {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  if (view.getUint32(12) !== 0x49484452) return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The first frame header `SOFn` behind the segments before it (ITU-T T.81, B.1 and B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let position = 2;
  while (position + 9 < view.byteLength) {
    if (view.getUint8(position) !== 0xff) return undefined;
    const marker = view.getUint8(position + 1);
    if (isFrame(marker))
      return { type: 'jpg', height: view.getUint16(position + 5), width: view.getUint16(position + 7) };
    position += 2 + view.getUint16(position + 2);
  }
  return undefined;
}

/** `SOF0` to `SOF15` without `DHT`, `JPG` and `DAC`, which share their range. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
