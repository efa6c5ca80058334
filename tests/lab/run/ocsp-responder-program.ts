// usage: ocsp-responder-program.ts PKI_FOLDER ok|wrong-signer|try-later
// Answers OCSP requests (RFC 6960 appendix A) with `openssl ocsp`, whose own server listens on every address of the machine.
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { ocspResponder, web } from '../facts.ts';

const [, , pki = '', mode = 'ok'] = process.argv;
const signer = mode === 'wrong-signer' ? 'foreign-ocsp' : 'ocsp';
const authority = path.join(pki, 'issuing');
const options = [
  ['-index', path.join(authority, 'index.txt')],
  ['-CA', path.join(authority, 'ca.crt')],
  ['-rsigner', path.join(pki, `${signer}.crt`)],
  ['-rkey', path.join(pki, `${signer}.key`)],
  ['-ndays', '2'],
  ['-reqin', '-'],
  ['-respout', '-'],
].flat();

/** OCSPResponse with the status tryLater and nothing else. */
const tryLater = Buffer.of(0x30, 0x03, 0x0a, 0x01, 0x03);
const longestRequest = 100_000;

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'application/ocsp-response');
  if (mode === 'try-later') {
    response.end(tryLater);
    return;
  }
  const openssl = spawn('openssl', ['ocsp', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  openssl.stdin.on('error', () => undefined);
  openssl.stdout.pipe(response);
  const fromPath = /\/(?<encoded>[^/?]{40,})$/u.exec(request.url ?? '')?.groups?.encoded;
  if (request.method === 'GET') openssl.stdin.end(Buffer.from(decodeURIComponent(fromPath ?? ''), 'base64'));
  else request.pipe(openssl.stdin);
}

createServer((request, response) => {
  if (Number(request.headers['content-length'] ?? 0) > longestRequest) response.writeHead(413).end();
  else answer(request, response);
}).listen(ocspResponder.port, web.address);
