import { existsSync } from 'node:fs';
import { join } from 'node:path';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A file name from what a person typed: nothing Windows refuses, at most 80 characters. */
export function fileNameOf(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '');
  return plain === '' || reserved.test(plain) ? `Engagement ${plain}`.trim() : plain;
}

/** `Contoso 2026-11.preflight` in the folder, numbered when there is one already. */
export function freeEngagementPath(folder: string, customer: string, date: Date): string {
  const name = `${fileNameOf(customer)} ${date.toISOString().slice(0, 7)}`;
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? name : `${name} (${number})`}.preflight`);
    if (!existsSync(path)) return path;
  }
}
