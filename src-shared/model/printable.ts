/**
 * Characters that change how text around them is shown, or cannot be seen: C0 and C1 controls, bidirectional controls, zero-width characters, line and
 * paragraph separators, byte order marks, unpaired surrogates.
 */
const hostile = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

/**
 * Text of unknown origin made safe to show: each hostile character becomes its code point in angle brackets (`‹U+202E›`), text beyond `limit` characters
 * is cut with an ellipsis.
 */
export function printable(text: string, limit = 1024): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(hostile, (character) => `‹U+${codePoint(character)}›`);
}

const codePoint = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
