import { runCommand } from '../run-command.ts';

/** Writes a key and a certificate that signs itself, good for a year, as `<file>.key` and `<file>.crt`. */
export async function selfSign(file: string, commonName: string, dnsNames: readonly string[] = []): Promise<void> {
  const list = dnsNames.map((name) => `DNS:${name}`).join(',');
  const names = dnsNames.length > 0 ? ['-addext', `subjectAltName=${list}`] : [];
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`];
  const subject = ['-subj', `/CN=${commonName}`, '-days', '365', ...names];
  await runCommand('openssl', ['req', '-x509', ...key, ...subject, '-out', `${file}.crt`]);
}
