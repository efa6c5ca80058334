/** Distinguished names as Active Directory writes them (RFC 4514). */

export interface RelativeName {
  /** Lower case, e.g. `cn`. */
  readonly type: string;
  /** Without escapes. */
  readonly value: string;
}

/** The relative names, leaf first; undefined when the text is no distinguished name. The empty text is the empty name. */
export function splitDn(dn: string): readonly RelativeName[] | undefined {
  if (dn.trim() === '') return [];
  const names: RelativeName[] = [];
  for (const part of splitAtCommas(dn)) {
    const equals = part.indexOf('=');
    if (equals < 1) return undefined;
    names.push({ type: part.slice(0, equals).trim().toLowerCase(), value: unescapeValue(part.slice(equals + 1)) });
  }
  return names;
}

function splitAtCommas(dn: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < dn.length; index += 1) {
    if (dn[index] === '\\') index += 1;
    else if (dn[index] === ',') {
      parts.push(dn.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(dn.slice(start));
  return parts;
}

/** `\,` is a comma, `\C3\A4` is UTF-8 of ä; blanks around the value do not belong to it unless escaped. */
function unescapeValue(text: string): string {
  const escapedEnd = /\\ +$/u.test(text);
  const trimmed = escapedEnd ? `${text.trimStart().replace(/ +$/u, '')} ` : text.trim();
  return trimmed.replace(/(?:\\[0-9a-f]{2})+|\\(.)/giu, (escaped, character: string | undefined) =>
    character === undefined ? Buffer.from(escaped.replaceAll('\\', ''), 'hex').toString('utf8') : character,
  );
}

/** One spelling for equal names: lower case, no blanks around separators, escapes as AD writes them. Text that is no DN is only lowered. */
export function normalDn(dn: string): string {
  if (!/[\\]|,\s|\s[,=]|=\s/u.test(dn)) return dn.toLowerCase();
  const names = splitDn(dn);
  return names === undefined
    ? dn.toLowerCase()
    : names
        .map(({ type, value }) => `${type}=${escapeValue(value)}`)
        .join(',')
        .toLowerCase();
}

/** Escapes a value for use in a DN. */
export const escapeValue = (value: string): string =>
  value.replace(/[\\,+"<>;]/gu, (character) => `\\${character}`).replace(/^[ #]| $/gu, (character) => `\\${character}`);

export const sameDn = (one: string, other: string): boolean => normalDn(one) === normalDn(other);

/** Whether `dn` is `base` or lies below it. */
export function isWithin(dn: string, base: string): boolean {
  const [inner, outer] = [normalDn(dn), normalDn(base)];
  return inner === outer || inner.endsWith(`,${outer}`);
}

/** The DN without its first relative name; empty for a top-level name. */
export function parentDn(dn: string): string {
  const first = splitAtCommas(dn)[0] ?? '';
  return dn.slice(first.length + 1).trimStart();
}

/** Value of the first relative name: `Contoso Issuing CA 1` of `CN=Contoso Issuing CA 1,CN=…`. */
export const firstNameOf = (dn: string): string => splitDn(splitAtCommas(dn)[0] ?? '')?.[0]?.value ?? '';

/** The trailing `DC=…` part of a DN, as spelt; empty when there is none. */
export function domainPartOf(dn: string): string {
  let start = dn.length;
  while (start > 0) {
    const comma = dn.lastIndexOf(',', start - 2);
    if (!/^\s*dc=/iu.test(dn.slice(comma + 1, comma + 20)) || dn[comma - 1] === '\\') break;
    start = comma + 1;
  }
  return dn.slice(start).trim();
}

/** `DC=contoso,DC=com` → `contoso.com`, lower case, from the `DC=` parts of any DN. */
export const dnsNameOf = (dn: string): string =>
  (splitDn(domainPartOf(dn)) ?? [])
    .map(({ value }) => value)
    .join('.')
    .toLowerCase();

interface Named {
  readonly distinguishedName: string;
}

/** An order that is the same everywhere: servers and exports give entries in any. */
export const byDistinguishedName = (a: Named, b: Named): number =>
  a.distinguishedName < b.distinguishedName ? -1 : a.distinguishedName > b.distinguishedName ? 1 : 0;

/** Whether the first relative name holds characters that need care in the subject of a certificate, or more than 64 characters (X.520 ub-common-name). */
export function isAwkwardName(dn: string): boolean {
  // An escaped comma is found, too: it leaves a backslash before it.
  const first = dn.split(',', 1)[0] ?? '';
  const value = first.slice(first.indexOf('=') + 1);
  return value.length > 64 || /[\\"+;<>=]/u.test(value);
}
