import { createHash } from 'node:crypto';
import type { OpenIdAnswer } from '../../src-shared/model/evidence/adfs';
import { isObject, parseJson, stringOf, stringsOf } from './json';
import { present } from './present';
import { printable } from './printable';

const characterLimit = 1024 * 1024;
const listLimit = 200;

/** Reads the OpenID Connect discovery document of AD FS (MS-OIDCE 3.2.5.3.1.3). Throws an Error with a sentence when the text is none. */
export function parseOpenIdConfiguration(text: string): OpenIdAnswer {
  if (text.length > characterLimit) throw new Error(`${text.length} characters are too many for a discovery document`);
  const document = parseJson(text);
  const issuer = isObject(document) ? stringOf(document, 'issuer') : undefined;
  if (!isObject(document) || issuer === undefined)
    throw new Error('The JSON is no OpenID Connect discovery document: it names no issuer');
  const capabilities = stringsOf(document, 'capabilities');
  return {
    issuer: printable(issuer),
    scopesSupported: shown(stringsOf(document, 'scopes_supported') ?? []),
    sha256: createHash('sha256').update(text).digest('hex'),
    ...present({ capabilities: capabilities && shown(capabilities) }),
  };
}

const shown = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, listLimit).map((text) => printable(text, 256));
