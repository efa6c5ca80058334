/**
 * First names and surnames of three letters and more that a name or an account is made of, lower case: double names whole and in halves, each also as it is written
 * where the signs of its language are missing (`mueller` and `muller` for Müller, `obrien` for O'Brien).
 */
export const partsOfName = (name: string): ReadonlySet<string> =>
  new Set(
    wordsOf(name)
      .flatMap((part) => [part, ...part.split('-')])
      .flatMap(spellings)
      .filter((part) => part.length >= 3),
  );

/** First letters of the parts, lower case. */
export const startsOfParts = (name: string): ReadonlySet<string> =>
  new Set(wordsOf(name).map((part) => [...part][0] ?? ''));

/** Whether a name has parts: `Imke Brandt`, `imke.brandt`, `i.brandt`; of `svc-adfs` and `ibrandt` none can be told. */
export const hasParts = (name: string): boolean =>
  /\p{L}\.? \p{L}/u.test(name) || /^\p{L}+(?:[._]\p{L}+){1,2}\d{0,4}$/u.test(name);

/** Without what stands in brackets behind the name. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/gu, "'")
    .split(/[([@]/u)[0]
    ?.match(/\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*/gu) ?? [];

function spellings(part: string): readonly string[] {
  if (/^[a-z-]+$/u.test(part)) return [part];
  const joined = part.replaceAll("'", '');
  return [part, joined, bare(joined, latin), bare(joined, german)];
}

const bare = (part: string, letters: Readonly<Record<string, string>>): string =>
  [...part]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

const latin: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ı: 'i', œ: 'oe' };
const german: Readonly<Record<string, string>> = { ...latin, ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
