import { decodeText } from './text-decoding';

/**
 * `Version` of a gpt.ini (MS-GPOL 2.2.4): the user version in the high word, the computer version in the low word. Undefined when the file states none.
 */
export function gptIniVersion(bytes: Uint8Array): number | undefined {
  if (bytes.length > 64 * 1024) return undefined;
  for (const line of decodeText(bytes).split(/\r?\n/u)) {
    const version = /^\s*Version\s*=\s*(\d{1,10})\s*$/iu.exec(line)?.[1];
    if (version !== undefined) return Number(version);
  }
  return undefined;
}
