import type { Socket } from 'node:net';
import { BerWriter } from 'ldapts';
import { childrenOf, integerOf, readElement, textOf } from '../../../../src-main/probes/ldap/ber';
import { MessageFramer } from '../../../../src-main/probes/ldap/message-framer';

/** A request as a scripted server sees it. */
export interface LdapRequest {
  readonly id: number;
  readonly operation: 'bind' | 'search' | 'extended' | 'unbind' | 'other';
  /** First two strings of the request: base of a search, name of a bind, OID of an extended request. */
  readonly strings: readonly string[];
  /** Attributes a search asks for. */
  readonly attributes: readonly string[];
  /** Cookie-bearing controls and the like, raw. */
  readonly bytes: Buffer;
}

const operations: Readonly<Record<number, LdapRequest['operation']>> = {
  96: 'bind',
  99: 'search',
  119: 'extended',
  66: 'unbind',
};

/**
 * Speaks enough LDAP on a real connection to give answers that a healthy directory does not: limits, referrals, forced value ranges, an end in the middle.
 * Whatever a real directory can show is tested against one in tests/lab.
 */
export function serveLdap(socket: Socket, answer: (request: LdapRequest) => readonly Buffer[] | 'hang-up'): void {
  const framer = new MessageFramer();
  socket.on('data', (chunk) => {
    for (const message of framer.push(chunk)) {
      const replies = answer(requestOf(message));
      if (replies === 'hang-up') socket.destroy();
      else for (const reply of replies) socket.write(reply);
    }
  });
}

function requestOf(bytes: Buffer): LdapRequest {
  const envelope = readElement(bytes, 0, bytes.length);
  const [id, body] = childrenOf(bytes, envelope);
  if (id === undefined || body === undefined) throw new Error('No LDAP message');
  const operation = operations[body.tag] ?? 'other';
  const parts = operation === 'unbind' ? [] : [...childrenOf(bytes, body)];
  const list = operation === 'search' ? parts.at(-1) : undefined;
  return {
    id: integerOf(bytes, id),
    operation,
    strings: parts.filter(({ tag }) => tag === 0x04 || tag === 0x80).map((part) => textOf(bytes, part)),
    attributes: list === undefined ? [] : Array.from(childrenOf(bytes, list), (item) => textOf(bytes, item)),
    bytes,
  };
}

function message(
  id: number,
  tag: number,
  write: (writer: BerWriter) => void,
  controls?: (writer: BerWriter) => void,
): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(tag);
  write(writer);
  writer.endSequence();
  controls?.(writer);
  writer.endSequence();
  return writer.buffer;
}

export interface ResultOptions {
  readonly diagnostic?: string;
  readonly referrals?: readonly string[];
  readonly cookie?: string;
  /** Of a SASL bind. */
  readonly serverCredentials?: Buffer;
}

const resultTags = { bind: 0x61, search: 0x65, extended: 0x78 } as const;

export function result(id: number, kind: keyof typeof resultTags, code: number, options: ResultOptions = {}): Buffer {
  const { diagnostic = '', referrals, cookie, serverCredentials } = options;
  const paging = (writer: BerWriter): void => {
    const value = new BerWriter();
    value.startSequence();
    value.writeInt(0);
    value.writeString(cookie ?? '');
    value.endSequence();
    writer.startSequence(0xa0);
    writer.startSequence();
    writer.writeString('1.2.840.113556.1.4.319');
    writer.writeBuffer(value.buffer, 0x04);
    writer.endSequence();
    writer.endSequence();
  };
  return message(
    id,
    resultTags[kind],
    (writer) => {
      writer.writeEnumeration(code);
      writer.writeString('');
      writer.writeString(diagnostic);
      if (serverCredentials !== undefined) writer.writeBuffer(serverCredentials, 0x87);
      if (referrals === undefined) return;
      writer.startSequence(0xa3);
      for (const url of referrals) writer.writeString(url);
      writer.endSequence();
    },
    cookie === undefined ? undefined : paging,
  );
}

export const entry = (
  id: number,
  dn: string,
  attributes: Readonly<Record<string, readonly (string | Buffer)[]>>,
): Buffer =>
  message(id, 0x64, (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const [name, values] of Object.entries(attributes)) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(0x31);
      for (const value of values) writer.writeBuffer(Buffer.from(value), 0x04);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  });

export const reference = (id: number, urls: readonly string[]): Buffer =>
  message(id, 0x73, (writer) => {
    for (const url of urls) writer.writeString(url);
  });
