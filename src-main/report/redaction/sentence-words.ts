/**
 * Words of our own sentences, lower case, but not what the names in them are made of: of `dc01.contoso.com`, `imke.brandt`, `CONTOSO\t.berg` and `DC=contoso` nothing.
 */
export const sentenceWords = (written: string): ReadonlySet<string> =>
  new Set(written.match(ofSentence('\\p{L}+'))?.map((word) => word.toLowerCase()));

/** Those that are written small or are short forms, as `TPM`; names of the examples that stand alone, as `Berlin`, begin with a capital. Lower case. */
export const plainWords = (written: string): ReadonlySet<string> =>
  new Set(written.match(ofSentence('(?:\\p{Ll}+|\\p{Lu}{2,6})'))?.map((word) => word.toLowerCase()));

const ofSentence = (letters: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.@\\\\/=$-])${letters}(?!\\.?[\\p{L}\\p{N}_@\\\\/$-])`, 'gu');
