import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closedPort } from './sockets';

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export interface Responder {
  readonly port: number;
  close(): void;
}

/** A CA kept by the openssl command line, with its own OCSP responder: another implementation than ours at both ends. */
export class OpensslAuthority {
  readonly #folder: string;
  #serial = 0x80a0;
  #index = '';

  constructor(name: string) {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'openssl-authority-'));
    this.#run('req', '-x509', ...newKey, '-days', '30', '-subj', `/CN=${name}`, '-keyout', 'ca.key', '-out', 'ca.pem');
  }

  /** DER of the CA's certificate. */
  get certificate(): Buffer {
    return this.#der('ca');
  }

  /** Issues `<name>.pem` with its key; `extensions` are lines of an openssl extension section. Gives the DER. */
  issue(name: string, extensions: readonly string[] = [], days = 10): Buffer {
    this.#serial += 1;
    const serial = this.#serial.toString(16).toUpperCase().padStart(6, '0');
    writeFileSync(path.join(this.#folder, 'extensions'), extensions.join('\n'));
    this.#run('req', ...newKey, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', `0x${serial}`, '-days', String(days)];
    this.#run('x509', '-req', '-in', `${name}.csr`, ...signed, '-extfile', 'extensions', '-out', `${name}.pem`);
    this.#index += `V\t360101000000Z\t\t${serial}\tunknown\t/CN=${name}\n`;
    return this.#der(name);
  }

  /** Marks the certificate issued last as revoked. */
  revokeLast(): void {
    this.#index = this.#index.replace(/V\t(\d+Z)\t\t([^\n]+)\n$/u, 'R\t$1\t261101000000Z\t$2\n');
  }

  /** The response of the responder to a request, signed by `signer`. */
  respond(request: Buffer, signer = 'ca', options: readonly string[] = []): Buffer {
    writeFileSync(path.join(this.#folder, 'request'), request);
    this.#run('ocsp', ...this.#responder(signer), '-reqin', 'request', '-respout', 'response', ...options);
    return readFileSync(path.join(this.#folder, 'response'));
  }

  /** Listens for requests over HTTP. */
  async listen(signer = 'ca'): Promise<Responder> {
    const port = await closedPort();
    const responder = this.#responder(signer);
    const child = spawn('openssl', ['ocsp', ...responder, '-port', String(port), '-ndays', '7'], { cwd: this.#folder });
    await ready(child);
    return { port, close: () => child.kill('SIGKILL') };
  }

  #responder(signer: string): readonly string[] {
    writeFileSync(path.join(this.#folder, 'index.txt'), this.#index);
    return ['-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', `${signer}.pem`, '-rkey', `${signer}.key`];
  }

  #der(name: string): Buffer {
    this.#run('x509', '-in', `${name}.pem`, '-outform', 'der', '-out', `${name}.der`);
    return readFileSync(path.join(this.#folder, `${name}.der`));
  }

  #run(...command: readonly string[]): void {
    execFileSync('openssl', command, { cwd: this.#folder, stdio: 'pipe' });
  }
}

/** It says so before it takes connections; one that is only tried would keep it busy for good. */
const ready = (child: ChildProcessWithoutNullStreams): Promise<void> =>
  new Promise((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (text: Buffer) => {
      told += text.toString();
      if (told.includes('waiting for OCSP client connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`openssl ocsp does not listen: ${told}`)));
  });
