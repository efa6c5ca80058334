import type { DirectoryEntry } from '../../evidence/directory/directory-topic';
import {
  BerCursor,
  type BerElement,
  BerError,
  berTag,
  childrenOf,
  contentOf,
  integerOf,
  readElement,
  textOf,
} from './ber';

/** LDAPResult (RFC 4511 section 4.1.9) with what we use of its controls. */
export interface LdapResult {
  readonly code: number;
  readonly diagnostic: string;
  readonly referrals: readonly string[];
  /** Cookie of the paged-results control; empty or absent = no further page. */
  readonly cookie?: Buffer;
  /** What the server has to say in a SASL bind. */
  readonly serverCredentials?: Buffer;
}

/** A value set that is only a part: `member;range=0-1499` has `next` 1500. */
export interface AttributeRange {
  readonly attribute: string;
  readonly next: number;
}

/** An entry as received: raw bytes for every value, and which attributes go on. */
export interface ReceivedEntry extends DirectoryEntry {
  readonly ranges: readonly AttributeRange[];
}

export type LdapResponse =
  | { readonly type: 'entry'; readonly id: number; readonly entry: ReceivedEntry }
  | { readonly type: 'reference'; readonly id: number; readonly urls: readonly string[] }
  | { readonly type: 'result'; readonly id: number; readonly result: LdapResult };

/** Tags of the protocol operations a client receives. */
const operation = { bind: 0x61, entry: 0x64, done: 0x65, reference: 0x73, extended: 0x78 } as const;
const resultTags: ReadonlySet<number> = new Set([operation.bind, operation.done, operation.extended]);
const controlsTag = 0xa0;
const referralTag = 0xa3;
const serverCredentialsTag = 0x87;
const pagedResults = '1.2.840.113556.1.4.319';

/**
 * Decodes one LDAPMessage. Values stay bytes: ldapts would try each as strict UTF-8 first, which is slow for binary values (an exception each) and turns those
 * that happen to be valid text into strings.
 * @throws BerError
 */
export function decodeResponse(message: Buffer): LdapResponse {
  const envelope = readElement(message, 0, message.length);
  const [idElement, body, controls] = childrenOf(message, envelope);
  if (envelope.tag !== berTag.sequence || idElement === undefined || body === undefined)
    throw new BerError('Not an LDAP message');
  const id = integerOf(message, idElement);
  if (body.tag === operation.entry) return { type: 'entry', id, entry: decodeEntry(message, body) };
  if (body.tag === operation.reference) {
    return { type: 'reference', id, urls: [...childrenOf(message, body)].map((url) => textOf(message, url)) };
  }
  if (!resultTags.has(body.tag)) throw new BerError(`Unexpected LDAP operation 0x${body.tag.toString(16)}`);
  const cookie = controls?.tag === controlsTag ? pagedCookie(message, controls) : undefined;
  return {
    type: 'result',
    id,
    result: { ...decodeResult(message, body), ...(cookie === undefined ? {} : { cookie }) },
  };
}

function decodeResult(message: Buffer, body: BerElement): LdapResult {
  const [code, , diagnostic, ...rest] = childrenOf(message, body);
  if (code === undefined || diagnostic === undefined) throw new BerError('Incomplete LDAP result');
  const referral = rest.find((element) => element.tag === referralTag);
  const credentials = body.tag === operation.bind && rest.find((element) => element.tag === serverCredentialsTag);
  return {
    code: integerOf(message, code),
    diagnostic: textOf(message, diagnostic),
    referrals: referral === undefined ? [] : [...childrenOf(message, referral)].map((url) => textOf(message, url)),
    ...(credentials ? { serverCredentials: contentOf(message, credentials) } : {}),
  };
}

function decodeEntry(message: Buffer, body: BerElement): ReceivedEntry {
  const [name, list] = childrenOf(message, body);
  if (name === undefined || list === undefined) throw new BerError('Incomplete search entry');
  const attributes = new Map<string, readonly Buffer[]>();
  let ranges = noRanges;
  const items = new BerCursor(message, list);
  const parts = new BerCursor(message);
  while (items.next()) {
    parts.enter(items);
    if (!parts.next()) throw new BerError('Incomplete attribute');
    const { attribute, next } = attributeDescription(message.toString('latin1', parts.start, parts.end));
    if (!parts.next() || parts.tag !== berTag.set) throw new BerError('Incomplete attribute');
    const values = valuesOf(message, parts);
    const others = attributes.get(attribute);
    // AD names the plain attribute without values beside the ranged one.
    attributes.set(attribute, others === undefined ? values : [...others, ...values]);
    if (next !== undefined) ranges = [...ranges, { attribute, next }];
  }
  return { dn: textOf(message, name), attributes, ranges };
}

const noRanges: readonly AttributeRange[] = [];

function valuesOf(message: Buffer, set: BerElement): readonly Buffer[] {
  const values: Buffer[] = [];
  const cursor = new BerCursor(message, set);
  while (cursor.next()) values.push(contentOf(message, cursor));
  return values;
}

interface AttributeDescription {
  /** Lower case, without options. */
  readonly attribute: string;
  /** Where a range goes on. */
  readonly next: number | undefined;
}

/** The same dozen comes with every entry. A server that makes up ever new ones is not remembered for ever. */
const descriptions = new Map<string, AttributeDescription>();
const descriptionLimit = 5000;

function attributeDescription(text: string): AttributeDescription {
  const known = descriptions.get(text);
  if (known !== undefined) return known;
  const [attribute = '', ...options] = text.toLowerCase().split(';');
  const description = { attribute, next: nextOfRange(options) };
  if (descriptions.size < descriptionLimit) descriptions.set(text, description);
  return description;
}

/** `range=0-1499` goes on at 1500, `range=1500-*` is the last part (MS-ADTS 3.1.1.3.1.3.3). */
function nextOfRange(options: readonly string[]): number | undefined {
  const end = options.map((option) => /^range=\d+-(\d+)$/u.exec(option)?.[1]).find((found) => found !== undefined);
  return end === undefined ? undefined : Number(end) + 1;
}

function pagedCookie(message: Buffer, controls: BerElement): Buffer | undefined {
  for (const control of childrenOf(message, controls)) {
    const [type, ...rest] = childrenOf(message, control);
    const value = rest.at(-1);
    if (type === undefined || value?.tag !== berTag.octetString || textOf(message, type) !== pagedResults) continue;
    const [, cookie] = childrenOf(message, readElement(message, value.start, value.end));
    return cookie === undefined ? undefined : contentOf(message, cookie);
  }
  return undefined;
}
