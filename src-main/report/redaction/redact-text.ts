import { replaceFiles } from './file-names';
import type { NameIndex } from './name-index';
import type { NameParts } from './name-parts';
import {
  beginsWellKnownAccount,
  isPublicHost,
  isStandardLabel,
  isTopLevel,
  isWellKnownGuid,
  tenantDomain,
} from './public-names';
import type { StandIns } from './stand-ins';

/** What is known of the customer before a text is read. */
export interface Known {
  readonly standIns: StandIns;
  /** DNS names of domains, lower case. */
  readonly domains: ReadonlySet<string>;
  /** Whole names of people, computers and authorities. */
  readonly names: NameIndex;
  /** Files that were imported or prove something. */
  readonly files: NameIndex;
  /** First names and surnames, for where they stand alone. */
  readonly parts: NameParts;
  /** Words that name the organisation wherever they stand, also inside of other words; lower case, the longest first. */
  readonly brands: readonly string[];
  /** Numbers and addresses that stand in the catalogue's own texts, lower case. */
  readonly ours: ReadonlySet<string>;
}

const label = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?';
/** The last label has no `_`: what stands behind one in an address is the name of a CA. */
const lastLabel = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
export const dnsName = new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${label}\\.){1,12}${lastLabel}(?![\\p{L}\\p{N}-])`, 'gu');
/** What every DNS name has, and few sentences: found faster than a name is. */
export const hasInnerDot = /\.[\p{L}\p{N}_]/u;
const dnValue = '(?:\\\\.|[^,;"\\n\\\\]){1,256}';
const attribute = '(?:CN|OU|DC|O|L|ST|C|E|STREET|SERIALNUMBER|cn|ou|dc|o|l|st|c)=';
/** Ids have them in lower case. */
const lastValue = '(?:(?<=DC=|dc=)[^,;"\\s)\\]?]{1,256}|(?<!DC=|dc=)(?:\\\\.|[^,;"\\n\\\\()?]){1,256})';
export const distinguishedName = new RegExp(
  `\\b(?:CN|OU|DC|O|cn|ou|dc)=(?:${dnValue},\\s?${attribute}){0,40}${lastValue}`,
  'gu',
);
export const mailAddress = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;
const sid = /\bS-1-(?:5-21-\d{1,10}-\d{1,10}-\d{1,10}(?:-\d{1,10})?|12-1(?:-\d{1,10}){4})\b/gu;
const guid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu;
const pairs = /\b[0-9a-f]{2}(?:([ :-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){6,126}\b/giu;
const digits = /(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)[0-9a-f]{16,}(?![\p{L}\p{N}])/giu;
/** Signs of the shortest that `pairs` and `digits` find. */
const shortestDigest = 16;
/** A GUID as base64: the immutable id of Entra ID. */
const immutableId = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{22}==(?![A-Za-z0-9+/=])/gu;
const address4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/gu;
/** Shortened or whole; with a digit, since `::Add` is a call. */
const address6 =
  /(?<![\p{L}\p{N}:])(?=[0-9a-f:]*\d)(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/giu;
export const accountName = /(?<![\p{L}\p{N}\\:])([\p{L}\p{N}-]{1,15})\\(?!\\)([\p{L}\p{N}._$-]{1,64})(?!\\)/gu;
const privateRange = /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./u;

/** Marks a stand-in until all is replaced, so that none is taken for a value: from the private use area, which no text of ours holds. */
const marks = /[\u{F0000}-\u{F0002}]/gu;
const marked = /\u{F0000}(\d+)\u{F0001}/gu;

/** A text with everything that names the customer replaced; the same value gives the same stand-in in every text. */
export const redactText = (text: string, known: Known): string =>
  redact(text, known, (source, put) => known.parts.inPaths(source, put));

/** The same for what a person wrote: there a first name or surname is replaced also where it stands alone. */
export const redactFreeText = (text: string, known: Known): string =>
  redact(text.normalize('NFC'), known, (source, put) => known.parts.inText(source, put));

function redact(text: string, known: Known, byPart: (source: string, put: Put) => string): string {
  const kept: string[] = [];
  const put = (standIn: string): string => `\u{F0000}${kept.push(standIn) - 1}\u{F0001}`;
  const byFile = replaceFiles(text.replace(marks, ''), known.files, put);
  const byPattern = redactNumbers(redactNames(byFile, known, put), known, put);
  const byName = byPart(known.names.replace(byPattern, put), put);
  const byBrand = redactBrands(byName, known, put);
  return kept.length === 0 ? byBrand : byBrand.replace(marked, (_, index: string) => kept[Number(index)] ?? '');
}

type Put = (standIn: string) => string;

const replaceMail = (text: string, { standIns, domains }: Known, put: Put): string =>
  text.replace(mailAddress, (address) => {
    const at = address.lastIndexOf('@');
    const domain = redactHost(address.slice(at + 1), standIns, domains) ?? address.slice(at + 1);
    return put(`${standIns.user(address.slice(0, at))}@${domain}`);
  });

/** Each pattern only where the text has a sign that all its values have: to look for a sign takes a hundredth of the time. */
function redactNames(text: string, known: Known, put: Put): string {
  const { standIns, domains, brands } = known;
  let result = text.includes('@') ? replaceMail(text, known, put) : text;
  if (result.includes('=')) result = result.replace(distinguishedName, (name) => put(redactDn(name, standIns)));
  if (hasInnerDot.test(result))
    result = result.replace(dnsName, (name) => {
      const standIn = redactHost(name, standIns, domains);
      return standIn === undefined ? name : put(standIn);
    });
  if (!result.includes('\\')) return result;
  return result.replace(accountName, (whole, domain: string, name: string) =>
    brands.some((brand) => domain.toLowerCase().includes(brand))
      ? put(`${standIns.organisation(domain)}\\${beginsWellKnownAccount(name) ? name : standIns.user(name)}`)
      : whole,
  );
}

function redactNumbers(text: string, known: Known, put: Put): string {
  const { standIns, ours } = known;
  const unlessOurs =
    (standIn: (value: string) => string) =>
    (value: string): string =>
      ours.has(value.toLowerCase()) ? value : put(standIn(value));
  let result = text;
  if (result.includes('S-1-')) result = result.replace(sid, unlessOurs(standIns.sid));
  if (result.includes('-'))
    result = result.replace(guid, (value) => (isWellKnownGuid(value) ? value : unlessOurs(standIns.guid)(value)));
  if (result.includes('=='))
    result = result.replace(immutableId, (value) =>
      put(Buffer.from(standIns.digest(value).slice(-16)).toString('base64')),
    );
  if (result.length >= shortestDigest) result = redactDigests(result, unlessOurs, standIns);
  return redactAddresses(result, known, put);
}

const redactDigests = (
  text: string,
  unlessOurs: (standIn: (value: string) => string) => (value: string) => string,
  standIns: StandIns,
): string =>
  text
    .replace(
      pairs,
      unlessOurs((value) => standIns.digest(value.replace(/[ :-]/gu, ''))),
    )
    .replace(digits, unlessOurs(standIns.digest));

function redactAddresses(text: string, { standIns, ours }: Known, put: Put): string {
  const by6 = text.includes(':') ? text.replace(address6, (value) => put(standIns.address6(value))) : text;
  if (!hasInnerDot.test(by6)) return by6;
  return by6.replace(address4, (value, index: number, whole: string) =>
    privateRange.test(value) || !isVersion(whole.slice(0, index), value, ours) ? put(standIns.address4(value)) : value,
  );
}

/** Four numbers are a version where the sentence says so, or the catalogue knows them. */
const isVersion = (before: string, value: string, ours: ReadonlySet<string>): boolean =>
  ours.has(value) || /(?:version|build|below|than|since|floor)[^.]{0,40}$/iu.test(before);

/** The stand-in of a host or domain; undefined for public services and for what is no name of a network. */
export function redactHost(name: string, standIns: StandIns, domains: ReadonlySet<string>): string | undefined {
  const lower = name.toLowerCase();
  const domain = domainOf(lower, domains);
  if (domain !== undefined)
    return withLabels(lower.slice(0, -domain.length - 1), domainStandIn(domain, standIns), standIns);
  if (isPublicHost(lower) || !isTopLevel(lower.split('.').at(-1) ?? '')) return undefined;
  const labels = lower.split('.');
  if ((labels[0] ?? '').length < 2 || labels.every((each) => /^\d+$/u.test(each))) return undefined;
  const own = labels.slice(-2).join('.');
  return withLabels(lower.slice(0, -own.length - 1), domainStandIn(own, standIns), standIns);
}

/** The smallest of the domains that a name lies in, or is. */
function domainOf(name: string, domains: ReadonlySet<string>): string | undefined {
  for (let rest = name; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (domains.has(rest)) return rest;
    if (!rest.includes('.')) return undefined;
  }
}

const domainStandIn = (domain: string, standIns: StandIns): string =>
  domain.endsWith(`.${tenantDomain}`)
    ? `${standIns.tenant(domain.split('.')[0] ?? '')}.${tenantDomain}`
    : standIns.domain(domain);

const withLabels = (labels: string, domain: string, standIns: StandIns): string =>
  labels === ''
    ? domain
    : `${labels
        .split('.')
        .map((each) => (isStandardLabel(each) ? each : standIns.host(each)))
        .join('.')}.${domain}`;

/** One object, in the domain it lies in. */
function redactDn(name: string, standIns: StandIns): string {
  const domain = [...name.matchAll(/\bDC=([^,\s]+)/giu)].map(([, part]) => part).join('.');
  const rest = name.replace(/,?\s?\bDC=[^,]+/giu, '').trim();
  const parts =
    domain === ''
      ? []
      : domainStandIn(domain.toLowerCase(), standIns)
          .split('.')
          .map((part) => `DC=${part}`);
  return [...(rest === '' ? [] : [`CN=${standIns.object(rest)}`]), ...parts].join(',');
}

function redactBrands(text: string, { brands, standIns }: Known, put: Put): string {
  const lower = text.toLowerCase();
  return brands
    .filter((brand) => lower.includes(brand))
    .reduce((source, brand) => replaceWord(source, brand, () => put(standIns.organisation(brand))), text);
}

function replaceWord(text: string, word: string, standIn: () => string): string {
  const lower = text.toLowerCase();
  if (!lower.includes(word) || lower.length !== text.length) return text;
  let result = '';
  let done = 0;
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, done)) {
    result += text.slice(done, at) + standIn();
    done = at + word.length;
  }
  return result + text.slice(done);
}
