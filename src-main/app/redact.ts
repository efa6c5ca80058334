const hidden = '[removed]';

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu;
const namedSecret =
  /("?(?:pass(?:word|phrase|wd)|pwd|secret|client_?secret|token|authorization|api_?key|private_?key)"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|[^\s,;}\]]+)/giu;
const bearer = /\b(?:Bearer|Basic|Negotiate|NTLM)\s+[A-Za-z0-9+/=._~-]{8,}/gu;
const addressPassword = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,256}:)[^\s@/]{1,256}@/giu;

/** Takes passwords, keys and tokens out of a log line. Host names and paths stay: a log without them helps nobody. */
export function redact(text: string): string {
  return text
    .replace(privateKey, hidden)
    .replace(bearer, hidden)
    .replace(namedSecret, `$1${hidden}`)

    .replace(addressPassword, `$1${hidden}@`);
}
