/** C0 and C1 controls, DEL, and the invisible or direction-changing characters that make a text look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const deceptive =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * Text from a customer's network or file as it may be shown: controls as their pictures (␀, ␊, ␡), bidirectional and invisible characters
 * as `[U+202E]`. Everything else, right-to-left scripts included, stays as it is.
 */
export function visibleCharacters(text: string): string {
  return text.replace(deceptive, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
