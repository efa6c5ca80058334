/** A word of a text: letters, digits and underscores, as far as they go. */
export interface Word {
  readonly start: number;
  /** Behind the last letter. */
  readonly end: number;
}

/** Of the words of a text those whose number is wanted: none of the others is cut out of the text, which takes most of the time. Other words may have that number. */
export function* wordsNumbered(text: string, wanted: ReadonlySet<number>): Generator<Word> {
  let start = -1;
  let number = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (isWordAt(text, at)) {
      if (start === -1) start = at;
      number = withLetter(number, text.charCodeAt(at));
    } else if (start !== -1) {
      if (wanted.has(number)) yield { start, end: at };
      start = -1;
      number = 0;
    }
  }
}

/** The same for the same letters. */
export function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at += 1) number = withLetter(number, word.charCodeAt(at));
  return number;
}

/** Whether a letter, digit or underscore stands there. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return plain[code] === true;
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff; // of a character of two units
  return letter.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0));
}

const letter = /[\p{L}\p{N}_]/u;
const plain = Array.from({ length: 128 }, (_, code) => letter.test(String.fromCharCode(code)));
const withLetter = (number: number, code: number): number => (Math.imul(number, 31) + code) | 0;
