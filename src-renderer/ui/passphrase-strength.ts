export type PassphraseStrength = 'weak' | 'fair' | 'strong';

const weakWords = ['password', 'passphrase', 'passwort', 'preflight', 'qwerty', '12345', 'letmein', 'welcome'];

/**
 * A hint, not a gate: length counts most, since the file can be attacked offline. Strong from 20 characters (four words) or 14 of mixed kinds;
 * repeated characters and well-known words count little.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const lower = passphrase.toLowerCase();
  const plain = weakWords.reduce((text, word) => text.replaceAll(word, ''), lower);
  const distinct = new Set(plain).size;
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^a-zA-Z\d]/u].filter((kind) => kind.test(passphrase)).length;
  if (plain.length < 12 || distinct < 6) return 'weak';
  if (plain.length >= 20 || (plain.length >= 14 && kinds >= 3)) return 'strong';
  return 'fair';
}
