import { describe, expect, it } from 'vitest';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import { certificateValuesOf } from '../../../src-main/evidence/certificate-file';
import { readStoreDump } from '../../../src-main/evidence/certutil/stored-certificates';
import type { DescribedCertificate, HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { type Language, printedStore } from '../../support/certutil-store';
import { describedAs } from '../checks/described';
import { importFolder } from '../importers/import-drop';
import { demo, demoPath } from './fixture';

const provider = 'Microsoft Software Key Storage Provider';
const certificateOf = (path: string): CertificateFacts => {
  const [facts] = certificateValuesOf(demo(path)).map((der) => decodeCertificate(der));
  if (facts === undefined) throw new Error(`no certificate in ${path}`);
  return facts;
};
const controller = certificateOf('certificates/dc01.contoso.com.cer');
const held: HeldCertificate = { certificate: controller, provider, hasPrivateKey: true };
const described = (text: string): readonly DescribedCertificate[] => readStoreDump(text, new Map()).described;
const the = (text: string): DescribedCertificate => {
  const [first, second] = described(text);
  if (first === undefined || second !== undefined) throw new Error('not one certificate');
  return first;
};

const languages: readonly Language[] = ['en', 'de', 'fr'];

describe.each(languages)('certutil -v -store in %s', (language) => {
  it('tells of a certificate what the certificate itself tells, but for its dates', () => {
    expect(the(printedStore([held], { language }))).toEqual({
      ...describedAs(controller),
      provider,
      hasPrivateKey: true,
    });
  });

  it.each(['contoso', 'northwind'])('tells the same of every certificate of the stores of %s', async (organisation) => {
    const { drafts } = await importFolder(demoPath(`../${organisation}/collectors`));
    const all = drafts
      .flatMap((draft) => (draft.kind === 'host.certificates' ? (draft.data?.certificates ?? []) : []))
      .map(({ certificate }) => ({ certificate, provider, hasPrivateKey: true }));
    expect(all.length).toBeGreaterThan(5);
    expect(described(printedStore(all, { language }))).toEqual(
      all.map(({ certificate }) => ({ ...describedAs(certificate), provider, hasPrivateKey: true })),
    );
  });

  it('knows a certificate without a key, and leaves open whether one that was not opened is there', () => {
    expect(the(printedStore([{ certificate: controller }], { language })).hasPrivateKey).toBe(false);
    expect(the(printedStore([{ certificate: controller, provider }], { language }))).not.toHaveProperty(
      'hasPrivateKey',
    );
  });

  it('tells names and thumbprint without -v', () => {
    const certificate = certificateOf('exports/fs.contoso.com.cer');
    expect(the(printedStore([{ certificate, provider }], { language, isLong: false }))).toEqual({
      thumbprint: certificate.thumbprint,
      subject: certificate.subject,
      issuer: certificate.issuer,
      provider,
    });
  });
});

/** Typed off the form of public outputs: an old template, the GUID of the controller, application policies, a SID that is dumped and parsed. */
const typed = `my "Personal"
================ Certificate 0 ================
X509 Certificate:
Version: 3
Serial Number: 5f00000003a1b2c3d4e5f60718000000000003
Signature Algorithm:
    Algorithm ObjectId: 1.2.840.113549.1.1.5 sha1RSA
    Algorithm Parameters:
    05 00
Issuer:
    CN=Contoso CA
    DC=contoso
    DC=com
  Name Hash(sha1): 0123456789abcdef0123456789abcdef01234567
  Name Hash(md5): 0123456789abcdef0123456789abcdef

 NotBefore: 9/30/2021 10:12 PM
 NotAfter: 9/30/2022 10:12 PM

Subject:
    CN=dc09.contoso.com
  Name Hash(sha1): 89abcdef0123456789abcdef0123456789abcdef

Public Key Algorithm:
    Algorithm ObjectId: 1.2.840.10045.2.1 ECC
    Algorithm Parameters:
    06 08 2a 86 48 ce 3d 03 01 07
        1.2.840.10045.3.1.7 ECDSA_P256
Public Key Length: 256 bits
Public Key: UnusedBits = 0
    0000  04 5e 8b 21 3f 5e 8b 21  3f 5e 8b 21 3f 5e 8b 21
    0010  3f 5e 8b 21 3f 5e 8b 21  3f 5e 8b 21 3f 5e 8b 21
    0020  3f 5e 8b 21 3f 5e 8b 21  3f 5e 8b 21 3f 5e 8b 21
    0030  3f 5e 8b 21 3f 5e 8b 21  3f 5e 8b 21 3f 5e 8b 21
    0040  3f
Certificate Extensions: 6
    1.3.6.1.4.1.311.20.2: Flags = 0, Length = 22
    Certificate Template Name (Certificate Type)
        DomainController

    2.5.29.15: Flags = 1(Critical), Length = 4
    Key Usage
        Digital Signature, Key Encipherment (a0)

    2.5.29.37: Flags = 0, Length = 16
    Enhanced Key Usage
        Client Authentication (1.3.6.1.5.5.7.3.2)
        Server Authentication (1.3.6.1.5.5.7.3.1)

    0000  30 14 06 08 2b 06 01 05  05 07 03 02 06 08 2b 06   0...+.........+.
    0010  01 05 05 07 03 01                                  ......

    1.3.6.1.4.1.311.21.10: Flags = 0, Length = 1a
    Application Policies
        [1]Application Certificate Policy:
             Policy Identifier=Client Authentication
        [2]Application Certificate Policy:
             Policy Identifier=Server Authentication

    2.5.29.17: Flags = 0, Length = 35
    Subject Alternative Name
        Other Name:
             DS Object Guid=04 10 59 6c d1 59 fe 7f 2e 42 be 90 60 fa ad 4a 61 94
        DNS Name=dc09.contoso.com

    1.3.6.1.4.1.311.25.2: Flags = 0, Length = 41

    0000  30 3f a0 3d 06 0a 2b 06  01 04 01 82 37 19 02 01   0?.=..+.....7...
    0010  a0 2f 04 2d 53 2d 31 2d  35 2d 32 31 2d 31 31 31   ./.-S-1-5-21-111
    0020  31 39 39 36 38 32 2d 31  34 31 31 33 34 32 31 34   199682-141134214
    0030  37 2d 32 39 33 38 37 31  37 38 35 35 2d 31 30 30   7-2938717855-100
    0040  31                                                 1
0000: 30 3f                                     ; SEQUENCE (3f Bytes)
0002:    a0 3d                                  ; OPTIONAL[0] (3d Bytes)

Signature Algorithm:
    Algorithm ObjectId: 1.2.840.113549.1.1.5 sha1RSA
    Algorithm Parameters:
    05 00
Signature: UnusedBits=0
    0000  8f a4 00 65 f1 a5 53 54  a8 ed de 98 cc 51 f9 1c
Non-root Certificate
Key Id Hash(sha1): 2e442e6469555a714423002b2e0748b373a27952
Cert Hash(sha1): ff2771bd5bd1f7086ab96fb9532b594ed8619c3b

  CERT_KEY_PROV_INFO_PROP_ID(2):
    Key Container = 3d40ebea7d109ee93b238b96721f0e6d_4be58f30-7127-42f5-9b76-f47187495247
    Provider = Microsoft RSA SChannel Cryptographic Provider
    ProviderType = c
    Flags = 20 (32)
      CRYPT_MACHINE_KEYSET -- 20 (32)

  CERT_SHA1_HASH_PROP_ID(3):
    ff2771bd5bd1f7086ab96fb9532b594ed8619c3b

  CERT_ACCESS_STATE_PROP_ID(14):
    AccessState = 6
    CERT_ACCESS_STATE_SYSTEM_STORE_FLAG -- 2
    CERT_ACCESS_STATE_LM_SYSTEM_STORE_FLAG -- 4

Private key is NOT exportable
CertUtil: -store command completed successfully.
`;

describe('a description in words', () => {
  it('is read by identifiers, lengths and bytes', () => {
    expect(readStoreDump(typed, new Map()).store).toBe('machine');
    expect(the(typed)).toEqual({
      thumbprint: 'FF2771BD5BD1F7086AB96FB9532B594ED8619C3B',
      issuer: 'CN=Contoso CA, DC=contoso, DC=com',
      subject: 'CN=dc09.contoso.com',
      signatureHash: 'SHA-1',
      publicKey: { algorithm: 'EC', bits: 256, name: 'EC P-256' },
      usages: {
        keyUsage: ['digitalSignature', 'keyEncipherment'],
        extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1'],
      },
      applicationPolicies: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1'],
      names: { dnsNames: ['dc09.contoso.com'], userPrincipalNames: [], uris: [] },
      template: { templateName: 'DomainController' },
      hasSid: true,
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
    });
  });

  it.each([
    ['names', 'DNS Name=dc09.contoso.com', 'DNS Name=dc9.contoso.com'],
    ['names', 'DNS Name=dc09.contoso.com', 'Directory Address:\n             CN=dc09\n'],
    ['usages', '(a0)', '(a0 a0)'],
    ['template', '        DomainController', '        Domänencontroller'],
    ['applicationPolicies', 'Policy Identifier=Server Authentication', 'Policy Identifier=Serverauthentifizierung'],
  ] as const)('leaves %s open when they are not as long as they should be: %s → %s', (group, from, to) => {
    const read = the(typed.replace(from, to));
    expect(read).not.toHaveProperty(group);
    const others = (['names', 'usages', 'template', 'applicationPolicies'] as const).filter((one) => one !== group);
    for (const other of others) expect(read).toHaveProperty(other);
  });

  it('takes the bytes before the words', () => {
    const read = the(
      typed.replace('Server Authentication (1.3.6.1.5.5.7.3.1)', 'KDC Authentication (1.3.6.1.5.2.3.5)'),
    );
    expect(read.usages?.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']);
  });

  it('does not conclude from extensions that were cut away', () => {
    const read = the(typed.replace(/ {4}2\.5\.29\.17[\s\S]*?DNS Name=[^\n]*\n\n/u, ''));
    for (const group of ['names', 'usages', 'template', 'applicationPolicies', 'hasSid'])
      expect(read).not.toHaveProperty(group);
  });

  it('leaves a usage open whose name stands for two', () => {
    const read = the(
      typed.replace('Server Authentication (1.3.6.1.5.5.7.3.1)', 'Client Authentication (1.3.6.1.5.5.7.3.1)'),
    );
    expect(read).not.toHaveProperty('applicationPolicies');
  });

  it('makes control characters of names visible', () => {
    expect(the(typed.replace('CN=dc09.contoso.com', 'CN=dc09\u202E\u0007')).subject).toBe('CN=dc09‹U+202E›‹U+0007›');
  });

  it('tells a store of a user by the state of access', () => {
    const text = typed
      .replace('    CERT_ACCESS_STATE_LM_SYSTEM_STORE_FLAG -- 4\n', '')
      .replace('      CRYPT_MACHINE_KEYSET -- 20 (32)\n', '');
    expect(readStoreDump(text, new Map()).store).toBe('user');
  });

  it.each([
    ['certutil -v -store my', 'machine', false],
    ['certutil.exe -user -v -store my > my.txt', 'user', false],
    ['certutil -store -user my', 'user', false],
    ['certutil -v -store my dc09', 'machine', true],
    ['certutil -store "my" "5f 00 00 00" > x.txt', 'machine', true],
    ['certutil -service -store my', undefined, false],
  ])('knows from %s whose store it is, and whether all of it', (command, store, isPart) => {
    const text = printedStore([{ certificate: controller }], { language: 'de', command });
    expect(readStoreDump(text, new Map())).toMatchObject({ ...(store === undefined ? {} : { store }), isPart });
    if (store === undefined) expect(readStoreDump(text, new Map())).not.toHaveProperty('store');
  });

  it.each(languages)('reads an empty store in %s, and of whom when the command tells', (language) => {
    const empty = (command?: string) =>
      readStoreDump(printedStore([], { language, ...(command === undefined ? {} : { command }) }), new Map());
    expect(empty()).toEqual({ isPart: false, certificates: [], described: [] });
    expect(empty('certutil -store my')).toMatchObject({ store: 'machine', isPart: false });
    expect(empty('certutil -user -store my')).toMatchObject({ store: 'user', isPart: false });
  });

  it('sees that certificates are missing by their numbers', () => {
    expect(readStoreDump(typed.replace('Certificate 0 =', 'Certificate 3 ='), new Map()).isPart).toBe(true);
  });

  it('reads hostile text in time, and nothing from it', () => {
    const start = performance.now();
    const separator = '================ Certificate 0 ================\n';
    for (const hostile of [
      `    2.5.29.37: ${' '.repeat(1_000_000)}= 1`,
      `${'    2.5.29.37: Flags = 0, Length = ffffff\n'.repeat(40_000)}`,
      `    2.5.29.17: Flags = 0, Length = ffff\n x\n${'        DNS Name=a\n'.repeat(100_000)}`,
      `${'    0000  00 11 22 33 44 55 66 77  88 99 aa bb cc dd ee ff\n'.repeat(60_000)}`,
      `${'9'.repeat(2_000_000)}.1.2.3: = 5\n`,
      `Issuer:\n${`    CN=${'('.repeat(1000)}\n`.repeat(2000)}`,
      `Extensions: 1\n    2.5.29.37: Flags = 0, Length = 20\n x\n    y (1.${'9'.repeat(20)}.${'9'.repeat(20)})\n`,
      '\u0000\uFFFE\uD800'.repeat(300_000),
    ])
      for (const one of described(`my "x"\n${separator}${hostile}`)) expect(one).not.toHaveProperty('usages');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
