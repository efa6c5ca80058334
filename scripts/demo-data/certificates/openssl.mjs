import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededKey } from './seeded-key.mjs';

/** `20260601061240Z` (or with a two-digit year), as openssl takes dates. */
export const opensslTime = (time) => `${new Date(time).toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`;

/** A folder in which openssl makes certificates and revocation lists; it is gone after `remove()`. */
export function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'demo-pki-'));
  const path = (name) => join(folder, name);
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (name, text) => writeFileSync(path(name), text);
  return {
    openssl,
    write,
    read: (name) => readFileSync(path(name)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A request for the key that belongs to the certificate. The subject is in the order of the encoding: `/DC=com/DC=contoso/CN=…`, or `/`. */
function request(workshop, name, { key, subject, bits }) {
  workshop.write('request.cnf', '[req]\nprompt=no\nstring_mask=utf8only\ndistinguished_name=dn\n[dn]\n');
  workshop.write(`${name}.key`, seededKey(key, bits));
  const common = ['-new', '-config', 'request.cnf', '-utf8', '-key', `${name}.key`];
  workshop.openssl('req', ...common, '-subj', subject, '-out', `${name}.csr`);
}

/** What `openssl ca` must know about a certification authority; `sections` holds the extensions. */
function writeAuthority(workshop, issuer, { serial = '01', crlNumber = '01', rows = [], sections }) {
  workshop.write('index.txt', rows.map((row) => `${row}\n`).join(''));
  workshop.write('index.txt.attr', 'unique_subject = no\n');
  workshop.write('serial', `${serial}\n`);
  workshop.write('crlnumber', `${crlNumber}\n`);
  workshop.write(
    'ca.cnf',
    `[ca]
default_ca=authority
[authority]
database=index.txt
serial=serial
crlnumber=crlnumber
new_certs_dir=.
default_md=sha256
policy=anything
certificate=${issuer}.pem
private_key=${issuer}.key
[anything]
domainComponent=optional
organizationalUnitName=optional
commonName=optional
${sections}
`,
  );
}

/**
 * Issues a certificate for the key named `key`, with the extensions of section `[extensions]` in `sections`; it signs itself when it is its own issuer.
 * @returns DER bytes
 */
export function issue(workshop, { name, issuer, key, subject, bits = 2048, serial, notBefore, notAfter, sections }) {
  request(workshop, name, { key, subject, bits });
  writeAuthority(workshop, issuer, { serial, sections });
  const validity = ['-startdate', opensslTime(notBefore), '-enddate', opensslTime(notAfter)];
  const signer = issuer === name ? ['-selfsign', '-keyfile', `${name}.key`] : [];
  const common = ['-config', 'ca.cnf', '-batch', '-notext', '-preserveDN', '-extensions', 'extensions'];
  workshop.openssl('ca', ...common, ...validity, ...signer, '-in', `${name}.csr`, '-out', `${name}.pem`);
  return workshop.openssl('x509', '-in', `${name}.pem`, '-outform', 'DER');
}

/** A line of openssl's database for a certificate that was taken back. */
const revokedRow = ({ serial, revoked, expires, reason }) =>
  [
    'R',
    opensslTime(expires).slice(2),
    `${opensslTime(revoked).slice(2)},${reason}`,
    serial,
    'unknown',
    '/CN=revoked',
  ].join('\t');

/**
 * Signs a revocation list with the extensions of section `[extensions]` and a CRL number (hexadecimal).
 * `revoked` is a list of `{ serial, revoked, expires, reason }`.
 * @returns DER bytes
 */
export function revocationList(workshop, { issuer, crlNumber, thisUpdate, nextUpdate, revoked, sections }) {
  writeAuthority(workshop, issuer, { crlNumber, rows: revoked.map(revokedRow), sections });
  const period = ['-crl_lastupdate', opensslTime(thisUpdate), '-crl_nextupdate', opensslTime(nextUpdate)];
  workshop.openssl('ca', '-config', 'ca.cnf', '-gencrl', ...period, '-crlexts', 'extensions', '-out', 'list.pem');
  return workshop.openssl('crl', '-in', 'list.pem', '-outform', 'DER');
}
