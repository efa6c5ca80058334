import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { decodeCertificate } from '../../../../src-main/evidence/certificate';
import { decodeCrl } from '../../../../src-main/evidence/crl';
import type { CertificateFacts, RevocationList } from '../../../../src-shared/model/evidence/pki';

x509.cryptoProvider.set(webcrypto as Crypto);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

interface Validity {
  readonly notBefore?: string;
  readonly notAfter?: string;
}
interface Issuing extends Validity {
  /** Addresses of the CDP extension. */
  readonly cdp?: readonly string[];
  readonly ocsp?: string;
  /** Addresses of the issuer's certificate in the AIA extension. */
  readonly caIssuers?: readonly string[];
  readonly keys?: CryptoKeyPair;
  /** What the leaf is for, and for whom. */
  readonly dnsNames?: readonly string[];
  readonly usages?: readonly string[];
}
interface Listing {
  readonly thisUpdate: string;
  readonly nextUpdate?: string;
  /** Makes it a delta of the base with this number. */
  readonly deltaOf?: number;
  readonly number?: number;
  /** When the CA means to publish the next list. */
  readonly nextPublish?: string;
  /** Addresses of delta lists. */
  readonly deltaAddresses?: readonly string[];
  /** Serial numbers, hex. */
  readonly revoked?: readonly string[];
  readonly url?: string;
}

/** A CA with a real key: certificates and revocation lists it signs verify, those of another do not. */
export class TestAuthority {
  readonly facts: CertificateFacts;
  readonly #keys: CryptoKeyPair;
  readonly #name: string;

  private constructor(facts: CertificateFacts, keys: CryptoKeyPair, name: string) {
    this.facts = facts;
    this.#keys = keys;
    this.#name = name;
  }

  static async root(commonName: string): Promise<TestAuthority> {
    const keys = await generateKeys();
    const name = nameOf(commonName);
    return new TestAuthority(
      await certificateOf({
        subject: name,
        issuer: name,
        keys,
        signingKey: keys.privateKey,
        issuerKey: keys.publicKey,
        isCa: true,
      }),
      keys,
      name,
    );
  }

  /** A subordinate CA; with `keys` of a former one it is a renewal with the same key. */
  async subordinate(commonName: string, issuing: Issuing = {}): Promise<TestAuthority> {
    const keys = issuing.keys ?? (await generateKeys());
    const name = nameOf(commonName);
    const facts = await certificateOf({
      ...issuing,
      subject: name,
      issuer: this.#name,
      keys,
      signingKey: this.#keys.privateKey,
      issuerKey: this.#keys.publicKey,
      isCa: true,
    });
    return new TestAuthority(facts, keys, name);
  }

  async leaf(issuing: Issuing = {}): Promise<CertificateFacts> {
    const keys = await generateKeys();
    return certificateOf({
      ...issuing,
      subject: '',
      issuer: this.#name,
      keys,
      signingKey: this.#keys.privateKey,
      issuerKey: this.#keys.publicKey,
      isCa: false,
    });
  }

  async list({ thisUpdate, nextUpdate, url, revoked = [], ...more }: Listing): Promise<RevocationList> {
    const crl = await x509.X509CrlGenerator.create({
      issuer: this.#name,
      thisUpdate: new Date(thisUpdate),
      ...(nextUpdate === undefined ? {} : { nextUpdate: new Date(nextUpdate) }),
      signingAlgorithm: algorithm,
      signingKey: this.#keys.privateKey,
      extensions: [await x509.AuthorityKeyIdentifierExtension.create(this.#keys.publicKey), ...listExtensions(more)],
      entries: revoked.map((serialNumber) => ({ serialNumber, revocationDate: new Date(thisUpdate) })),
    });
    return { ...decodeCrl(new Uint8Array(crl.rawData)), ...(url === undefined ? {} : { url }) };
  }
}

type ListExtensions = Pick<Listing, 'deltaOf' | 'number' | 'nextPublish' | 'deltaAddresses'>;

function listExtensions({ deltaOf, number, nextPublish, deltaAddresses }: ListExtensions): x509.Extension[] {
  const integer = (value: number): ArrayBuffer => Uint8Array.of(2, 2, value >> 8, value & 0xff).buffer;
  return [
    ...(deltaOf === undefined ? [] : [new x509.Extension('2.5.29.27', true, integer(deltaOf))]),
    ...(number === undefined ? [] : [new x509.Extension('2.5.29.20', false, integer(number))]),
    ...(nextPublish === undefined
      ? []
      : [new x509.Extension('1.3.6.1.4.1.311.21.4', false, generalizedTime(nextPublish))]),
    ...(deltaAddresses === undefined
      ? []
      : [new x509.Extension('2.5.29.46', false, new x509.CRLDistributionPointsExtension([...deltaAddresses]).value)]),
  ];
}

/** `20261129170000Z` with its tag. */
function generalizedTime(iso: string): ArrayBuffer {
  const text = `${iso.replace(/\.\d+/u, '').replace(/[-:TZ]/gu, '')}Z`;
  return Uint8Array.from([0x18, text.length, ...Buffer.from(text)]).buffer;
}

const nameOf = (commonName: string): string => `DC=com, DC=contoso, CN=${commonName}`;

const generateKeys = (): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;

interface Content extends Issuing {
  readonly subject: string;
  readonly issuer: string;
  readonly keys: CryptoKeyPair;
  readonly signingKey: CryptoKey;
  readonly issuerKey: CryptoKey;
  readonly isCa: boolean;
}

let serial = 0;

async function certificateOf({
  subject,
  issuer,
  keys,
  signingKey,
  issuerKey,
  isCa,
  cdp = [],
  ocsp,
  caIssuers,
  dnsNames,
  usages,
  notBefore,
  notAfter,
}: Content): Promise<CertificateFacts> {
  serial += 1;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `4c${serial.toString(16).padStart(6, '0')}`,
    subject,
    issuer,
    notBefore: new Date(notBefore ?? '2025-01-01T00:00:00Z'),
    notAfter: new Date(notAfter ?? '2035-01-01T00:00:00Z'),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(isCa, undefined, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
      ...(cdp.length === 0 ? [] : [new x509.CRLDistributionPointsExtension([...cdp])]),
      ...(ocsp === undefined && caIssuers === undefined
        ? []
        : [
            new x509.AuthorityInfoAccessExtension({
              ...(ocsp === undefined ? {} : { ocsp: [ocsp] }),
              ...(caIssuers === undefined ? {} : { caIssuers: [...caIssuers] }),
            }),
          ]),
      ...(dnsNames === undefined
        ? []
        : [new x509.SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns' as const, value })))]),
      ...(usages === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...usages])]),
    ],
  });
  return decodeCertificate(new Uint8Array(certificate.rawData));
}
