import { extname } from 'node:path';

const endings: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  '.png': (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  '.jpg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  '.jpeg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  '.pdf': (bytes) => startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]),
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether a file is a picture or a PDF by its ending and by its content: the system runs nothing when it is opened. */
export const isHarmlessKind = (path: string, bytes: Uint8Array): boolean => {
  const ending = extname(path).toLowerCase();
  return Object.hasOwn(endings, ending) && endings[ending]?.(bytes) === true;
};
