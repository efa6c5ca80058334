import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as Crypto);

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const day = 86_400_000;

export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface LeafOptions {
  readonly names: readonly string[];
  /** Days from now. */
  readonly from?: number;
  readonly until?: number;
  readonly hash?: 'SHA-256' | 'SHA-1';
  /** RSA of 2048 bits when left out. */
  readonly curve?: 'P-256';
  readonly crl?: string;
  /** Addresses of the AIA extension. */
  readonly caIssuers?: readonly string[];
}

/** A certification authority that issues true certificates for local test servers. */
export interface Authority {
  /** PEM file with its certificate. */
  readonly caFile: string;
  readonly pem: string;
  issue(options: LeafOptions): Promise<KeyAndCertificate>;
  /** A CRL with one revoked certificate, DER. */
  revocationList(): Promise<Buffer>;
}

const keyPair = (hash = 'SHA-256'): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ ...algorithm, hash }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;

const curveKeyPair = (namedCurve: string): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;

async function pemOfKey(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

let serial = 1;

function validity({ from = -1, until = 90 }: Pick<LeafOptions, 'from' | 'until'>) {
  serial += 1;
  return {
    serialNumber: serial.toString(16).padStart(4, '0'),
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + until * day),
  };
}

export async function createAuthority(name: string): Promise<Authority> {
  const keys = await keyPair();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    ...validity({ from: -3650, until: 3650 }),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const caFile = path.join(mkdtempSync(path.join(tmpdir(), 'authority-')), 'root.pem');
  const pem = root.toString('pem');
  writeFileSync(caFile, pem);
  const issue = async (options: LeafOptions): Promise<KeyAndCertificate> => {
    const leafKeys = await (options.curve === undefined ? keyPair() : curveKeyPair(options.curve));
    const signingKey =
      options.hash === 'SHA-1'
        ? await webcrypto.subtle.importKey(
            'pkcs8',
            await webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
            { ...algorithm, hash: 'SHA-1' },
            true,
            ['sign'],
          )
        : keys.privateKey;
    const leaf = await x509.X509CertificateGenerator.create({
      subject: `CN=${options.names[0]}`,
      issuer: root.subject,
      publicKey: leafKeys.publicKey,
      signingKey,
      signingAlgorithm: { ...algorithm, hash: options.hash ?? 'SHA-256' },
      ...validity(options),
      extensions: [
        new x509.SubjectAlternativeNameExtension(options.names.map((value) => ({ type: 'dns' as const, value }))),
        ...(options.crl === undefined ? [] : [new x509.CRLDistributionPointsExtension([options.crl])]),
        ...(options.caIssuers === undefined
          ? []
          : [new x509.AuthorityInfoAccessExtension({ caIssuers: [...options.caIssuers] })]),
      ],
    });
    return { key: await pemOfKey(leafKeys.privateKey), cert: leaf.toString('pem') };
  };
  const revocationList = async (): Promise<Buffer> => {
    const { notBefore, notAfter } = validity({});
    const crl = await x509.X509CrlGenerator.create({
      issuer: root.subject,
      thisUpdate: notBefore,
      nextUpdate: notAfter,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      entries: [{ serialNumber: '0badcafe', revocationDate: notBefore }],
    });
    return Buffer.from(crl.rawData);
  };
  return { caFile, pem, issue, revocationList };
}

export async function selfSigned(
  name: string,
  days: Pick<LeafOptions, 'from' | 'until'> = {},
): Promise<KeyAndCertificate> {
  const keys = await keyPair();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    ...validity(days),
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  });
  return { key: await pemOfKey(keys.privateKey), cert: certificate.toString('pem') };
}
