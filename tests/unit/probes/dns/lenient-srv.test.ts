import { afterEach, expect, it } from 'vitest';
import { lenientSrv } from '../../../../src-main/probes/dns/lenient-srv';
import { type TestServer, tcpServer } from '../servers/sockets';

let server: TestServer | undefined;
afterEach(() => server?.close());

/** Asks a server that answers with these bytes after the header and question of the query. */
async function ask(answerOf: (query: Buffer) => Buffer) {
  server = await tcpServer((socket) => {
    socket.once('data', (query) => {
      const answer = answerOf(query.subarray(2));
      socket.write(Buffer.from([answer.length >> 8, answer.length & 0xff]));
      socket.write(answer);
    });
  });
  return lenientSrv('_ldap._tcp.contoso.test', `127.0.0.1:${server.port}`, new AbortController().signal);
}

const withAnswers = (query: Buffer, count: number, records: Buffer): Buffer => {
  const header = Buffer.from(query);
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(count, 6);
  return Buffer.concat([header, records]);
};
const srv = (...target: number[]): Buffer =>
  Buffer.from([0xc0, 12, 0, 33, 0, 1, 0, 0, 0, 60, 0, 6 + target.length, 0, 1, 0, 2, 0x01, 0x85, ...target]);

it('reads a compressed target', async () => {
  // “contoso” begins at offset 23 of the message, after _ldap and _tcp.
  const answers = await ask((query) => withAnswers(query, 1, srv(3, 0x64, 0x63, 0x31, 0xc0, 23)));
  expect(answers).toEqual([{ priority: 1, weight: 2, port: 389, name: 'dc1.contoso.test' }]);
});

it.each([
  ['a pointer to itself', (query: Buffer) => withAnswers(query, 1, srv(0xc0, query.length + 18))],
  ['a name that does not end', (query: Buffer) => withAnswers(query, 1, srv(63))],
  ['more records promised than given', (query: Buffer) => withAnswers(query, 9, srv(0))],
  [
    'an answer to another query',
    (query: Buffer) => Buffer.concat([Buffer.from([query.readUInt8(0) ^ 1]), query.subarray(1)]),
  ],
  ['three bytes', () => Buffer.from([1, 2, 3])],
])('refuses %s', async (_what, answer) => {
  await expect(ask(answer)).rejects.toMatchObject({ code: 'EBADRESP' });
});

it('notices a server that hangs up', async () => {
  server = await tcpServer((socket) => socket.once('data', () => socket.end()));
  await expect(lenientSrv('x.test', `127.0.0.1:${server.port}`, new AbortController().signal)).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

it.each([
  [3, 'ENOTFOUND'],
  [2, 'ESERVFAIL'],
  [5, 'ESERVFAIL'],
])('takes response code %i for what it is, not for an empty answer', async (code, error) => {
  const answer = (query: Buffer): Buffer => {
    const refusal = Buffer.from(query);
    refusal.writeUInt16BE(0x8180 | code, 2);
    return refusal;
  };
  await expect(ask(answer)).rejects.toMatchObject({ code: error });
});
