import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a test DNS server knows: `<name> <type>` in lower case → records; a name that is in none of them does not exist. */
export type Zone = Readonly<Record<string, readonly string[] | 'server-failure' | 'silence'>>;

export interface DnsServer {
  /** `127.0.0.1:5353` */
  readonly address: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const typeCodes: Readonly<Record<number, string>> = { 1: 'a', 5: 'cname', 28: 'aaaa', 33: 'srv' };
const responseCode = { serverFailure: 2, noSuchName: 3 } as const;

/** A DNS server on this computer that speaks UDP and answers from a zone. */
export async function dnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, { address, port }) => {
    const { name, type, end } = questionOf(query);
    asked.push(`${name} ${type}`);
    const records = zone[`${name} ${type}`];
    if (records !== 'silence') socket.send(answer(query, end, zone, name, type, records), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((done) => socket.close(() => done())),
  };
}

function questionOf(query: Buffer): { readonly name: string; readonly type: string; readonly end: number } {
  const labels: string[] = [];
  let offset = 12;
  for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
    labels.push(query.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  return {
    name: labels.join('.').toLowerCase(),
    type: typeCodes[query.readUInt16BE(offset + 1)] ?? 'other',
    end: offset + 5,
  };
}

function answer(
  query: Buffer,
  end: number,
  zone: Zone,
  name: string,
  type: string,
  records: readonly string[] | 'server-failure' | undefined,
): Buffer {
  const header = Buffer.from(query.subarray(0, end));
  const exists = Object.keys(zone).some((key) => key.startsWith(`${name} `));
  const code = records === 'server-failure' ? responseCode.serverFailure : exists ? 0 : responseCode.noSuchName;
  const values = Array.isArray(records) ? records : [];
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(values.length, 6);
  header.writeUInt16BE(0, 8);
  header.writeUInt16BE(0, 10);
  return Buffer.concat([header, ...values.map((value) => recordOf(type, value))]);
}

function recordOf(type: string, value: string): Buffer {
  const data = dataOf(type, value);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(Number(Object.keys(typeCodes).find((code) => typeCodes[Number(code)] === type)), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: string, value: string): Buffer {
  if (type === 'a') return Buffer.from(value.split('.').map(Number));
  if (type === 'aaaa') return Buffer.from(value.replaceAll(':', ''), 'hex');
  if (type === 'cname') return nameOf(value);
  const [priority = '0', weight = '0', port = '0', target = ''] = value.split(' ');
  const numbers = Buffer.alloc(6);
  [priority, weight, port].forEach((number, index) => {
    numbers.writeUInt16BE(Number(number), index * 2);
  });
  return Buffer.concat([numbers, nameOf(target)]);
}

const nameOf = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]),
    Buffer.from([0]),
  ]);
