import { extname } from 'node:path';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * A name for a file from what somebody called it elsewhere: no folders, nothing that Windows refuses or that misleads the eye (control characters, characters
 * that turn the direction of text), no hidden file, at most 120 characters with its ending.
 */
export function attachmentFileName(name: string): string {
  const plain = (name.normalize('NFC').split(/[\\/]/u).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ud800-\udfff<>:"|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const ending = extname(plain).slice(0, 20).trimEnd();
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, 120 - ending.length);
  if (stem === '') return 'Attachment';
  return reserved.test(stem) ? `Attachment ${stem}${ending}` : `${stem.trimEnd()}${ending}`;
}
