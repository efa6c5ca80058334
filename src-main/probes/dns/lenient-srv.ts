import { randomInt } from 'node:crypto';
import type { SrvRecord } from 'node:dns';
import { connect } from 'node:net';
import { NetworkError } from '../net/network-failure';

/**
 * SRV query for answers that Node's resolver refuses: since c-ares 1.34.7 it reads none whose target is compressed, which RFC 2782 forbids to write and RFC 3597
 * section 4 asks to read, and which Samba and some forwarders send (https://github.com/c-ares/c-ares/issues/1287). Asked over TCP, so that size is no matter.
 */

const answerDeadline = 5000;
const srvType = 33;
const internetClass = 1;
const headerLength = 12;
/** RCODE of an answer (RFC 1035 section 4.1.1). */
const noSuchName = 3;

/** @throws NetworkError `ETIMEDOUT`, `EBADRESP`, `ENOTFOUND` (NXDOMAIN), `ESERVFAIL` (any other refusal), or an error of the connection */
export async function lenientSrv(name: string, server: string, signal: AbortSignal): Promise<readonly SrvRecord[]> {
  const [host = server, port = '53'] = /^\[(.+)\]:(\d+)$|^([^:]+):(\d+)$/u
    .exec(server)
    ?.slice(1)
    .filter((part) => part !== undefined) ?? [server];
  const id = randomInt(0x10000);
  const answer = await exchange(queryOf(id, name), host, Number(port), signal);
  if (answer.length < headerLength || answer.readUInt16BE(0) !== id)
    throw new NetworkError('EBADRESP', 'The answer is not to this query');
  const code = answer.readUInt16BE(2) & 0xf;
  if (code !== 0) throw new NetworkError(code === noSuchName ? 'ENOTFOUND' : 'ESERVFAIL', `Response code ${code}`);
  return recordsOf(answer);
}

function queryOf(id: number, name: string): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x0100, 2);
  header.writeUInt16BE(1, 4);
  const labels = name.split('.').map((label) => Buffer.from(label, 'latin1'));
  const question = labels.flatMap((label) => [Buffer.from([label.length]), label]);
  return Buffer.concat([header, ...question, Buffer.from([0, 0, srvType, 0, internetClass])]);
}

function exchange(query: Buffer, host: string, port: number, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal });
    const chunks: Buffer[] = [];
    socket.setTimeout(answerDeadline, () => socket.destroy(new NetworkError('ETIMEDOUT', 'No answer in time')));
    socket.once('connect', () =>
      socket.write(Buffer.concat([Buffer.from([query.length >> 8, query.length & 0xff]), query])),
    );
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.length < 2 || bytes.length < 2 + bytes.readUInt16BE(0)) return;
      resolve(bytes.subarray(2, 2 + bytes.readUInt16BE(0)));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new NetworkError('ECONNRESET', 'Closed before the answer')));
  });
}

function recordsOf(message: Buffer): readonly SrvRecord[] {
  try {
    const records: SrvRecord[] = [];
    let offset = nameAt(message, headerLength).end + 4;
    for (let count = message.readUInt16BE(6); count > 0; count -= 1) {
      const fields = nameAt(message, offset).end;
      const data = fields + 10;
      if (message.readUInt16BE(fields) === srvType) {
        const [priority, weight, port] = [
          message.readUInt16BE(data),
          message.readUInt16BE(data + 2),
          message.readUInt16BE(data + 4),
        ];
        records.push({ priority, weight, port, name: nameAt(message, data + 6).name });
      }
      offset = data + message.readUInt16BE(fields + 8);
    }
    return records;
  } catch (error) {
    throw new NetworkError('EBADRESP', error instanceof Error ? error.message : String(error));
  }
}

/** A name and where it ends in place. Pointers must lead backwards, so that they cannot go in circles. */
function nameAt(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let end: number | undefined;
  let limit = start;
  for (let offset = start; ; ) {
    const length = message.readUInt8(offset);
    if (length >= 0xc0) {
      const target = message.readUInt16BE(offset) & 0x3fff;
      end ??= offset + 2;
      if (target >= limit) throw new Error('A name points forwards');
      limit = target;
      offset = target;
    } else if (length === 0) {
      return { name: labels.join('.'), end: end ?? offset + 1 };
    } else {
      if (length > 63 || labels.length > 127) throw new Error('A name is too long');
      labels.push(message.toString('latin1', offset + 1, offset + 1 + length));
      offset += 1 + length;
    }
  }
}
