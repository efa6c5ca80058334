import { describe, expect, it } from 'vitest';
import { decodeCertificate, decodeCertificates } from '../../../src-main/evidence/certificate';
import { buildChain, isCompleteChain } from '../../../src-main/evidence/certificate-chain';
import { commonNameOf } from '../../../src-main/evidence/certificate-name';
import { derValuesOf } from '../../../src-main/evidence/pem';
import { isSignedBy } from '../../../src-main/evidence/verify-signature';
import { demo, fixture, fuzz } from './fixture';

const certificate = (bytes: Buffer) => {
  const [der] = derValuesOf(bytes, 'certificate');
  if (der === undefined) throw new Error('no certificate in the fixture');
  return decodeCertificate(der);
};
const issuing = certificate(demo('certificates/ca01.contoso.com_Contoso Issuing CA 1.crt'));
const root = certificate(demo('certificates/Contoso Root CA.crt'));
const controller = certificate(demo('certificates/dc01.contoso.com.cer'));

describe('certificates of public authorities', () => {
  it('reads an expired CA signed with SHA-1', () => {
    const facts = certificate(fixture('samples/certificates/DOD_CA-26.cer'));
    expect(facts).toMatchObject({
      thumbprint: '936147635154C99E5042D2B3B5ACB65AE238911E',
      subject: 'CN=DOD CA-26, OU=PKI, OU=DoD, O=U.S. Government, C=US',
      serialNumber: '50',
      notAfter: '2016-01-14T17:38:05.000Z',
      publicKey: { algorithm: 'RSA', bits: 2048 },
      signatureHash: 'SHA-1',
      isCa: true,
      crlDistributionPoints: ['http://crl.disa.mil/getcrl?DoD%20Root%20CA%202'],
      ocspResponders: ['http://ocsp.disa.mil'],
      selfIssued: false,
    });
    expect(facts.caIssuers).toHaveLength(2);
  });

  it('reads a self-issued root', () => {
    expect(certificate(fixture('samples/certificates/DoD_Root_CA_3.cer'))).toMatchObject({
      serialNumber: '01',
      selfIssued: true,
      signatureHash: 'SHA-256',
    });
  });
});

describe('extensions of Windows', () => {
  it('reads the template, the SID and the names of a domain controller', () => {
    expect(controller).toMatchObject({
      subject: '',
      dnsNames: ['dc01.contoso.com', 'contoso.com', 'CONTOSO'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1', '1.3.6.1.4.1.311.20.2.2', '1.3.6.1.5.2.3.5'],
      sid: 'S-1-5-21-1004336348-1177238915-682003330-1000',
    });
    expect(controller.templateOid).toMatch(/^1\.3\.6\.1\.4\.1\.311\.21\.8\./u);
    expect(controller.applicationPolicies).toEqual(controller.extendedKeyUsage);
  });

  it('reads the principal name, the SID address, the version 1 template and the index of renewal', () => {
    expect(certificate(fixture('certificates/user-rsa1024-sha1.cer'))).toMatchObject({
      subject: 'CN=Imke Brandt, O=Contoso\\, Ltd',
      serialNumber: 'FF01',
      userPrincipalNames: ['imke.brandt@contoso.com'],
      uris: ['tag:microsoft.com,2022-09-14:sid:S-1-5-21-1-2-3-1187'],
      templateName: 'SmartcardLogon',
      sid: 'S-1-5-21-1-2-3-1187',
      caCertificateIndex: 3,
      publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA 1024' },
      signatureHash: 'SHA-1',
      keyUsage: ['digitalSignature'],
    });
  });
});

describe('keys and signatures', () => {
  it('names curves, Ed25519 and the hash inside RSASSA-PSS', () => {
    expect(certificate(fixture('certificates/server-p384.cer'))).toMatchObject({
      publicKey: { algorithm: 'EC', bits: 384, name: 'EC P-384' },
      signatureAlgorithm: 'sha384ECDSA',
    });
    expect(certificate(fixture('certificates/server-pss-sha384.cer'))).toMatchObject({
      signatureAlgorithm: 'RSASSA-PSS',
      signatureHash: 'SHA-384',
    });
    expect(certificate(fixture('certificates/server-ed25519.cer'))).toMatchObject({
      publicKey: { algorithm: 'other' },
      signatureAlgorithm: 'Ed25519',
    });
  });

  it('reads a date after 2049, which is a GeneralizedTime', () => {
    expect(certificate(fixture('certificates/server-p384.cer')).notAfter.slice(0, 4)).toBe('2059');
  });

  it('verifies who signed', () => {
    expect(isSignedBy(controller, issuing)).toBe(true);
    expect(isSignedBy(controller, root)).toBe(false);
    expect(isSignedBy(issuing, root)).toBe(true);
    const pss = certificate(fixture('certificates/server-pss-sha384.cer'));
    expect(isSignedBy(pss, pss)).toBe(true);
  });
});

describe('chains', () => {
  it('goes up to the root by name, key identifier and signature', () => {
    const chain = buildChain(controller, [root, controller, issuing]);
    expect(chain.map(({ thumbprint }) => thumbprint)).toEqual(
      [controller, issuing, root].map(({ thumbprint }) => thumbprint),
    );
    expect(isCompleteChain(chain)).toBe(true);
  });

  it('stops where an issuer is missing, and takes no issuer of equal name that did not sign', () => {
    expect(buildChain(controller, [root])).toEqual([controller]);
    const impostor = { ...issuing, der: root.der };
    expect(buildChain(controller, [impostor, root])).toEqual([controller]);
  });
});

describe('hostile certificates', () => {
  it('shows control and bidirectional characters of a name', () => {
    const { subject } = certificate(fixture('certificates/hostile-subject.cer'));
    expect(subject).toBe('OU=one\\, two+CN=evil‹U+202E›moc.osotnoc‹U+0007›, DC=contoso, DC=com');
    expect(commonNameOf(subject)).toBe('evil‹U+202E›moc.osotnoc‹U+0007›');
  });

  it('refuses what is no certificate with a sentence', () => {
    expect(() => decodeCertificate(Buffer.from('hello world, this is text'))).toThrow(/DER|tag|length|value/u);
    expect(() => decodeCertificate(Buffer.alloc(0))).toThrow('ends at byte 0');
    expect(() =>
      decodeCertificate(Buffer.concat([Buffer.from(controller.der, 'base64'), Buffer.from('tail')])),
    ).toThrow('4 bytes follow');
    expect(() => decodeCertificate(Buffer.alloc(300 * 1024, 0x30))).toThrow('too many');
  });

  it('answers or refuses every truncation and change, never otherwise', () => {
    const { refused } = fuzz(Buffer.from(controller.der, 'base64'), decodeCertificate, 3);
    expect(refused).toBeGreaterThan(500);
  });

  it('counts values it cannot read', () => {
    const { certificates, unreadable } = decodeCertificates([
      Buffer.from(root.der, 'base64'),
      Buffer.from('30820000', 'hex'),
    ]);
    expect([certificates.length, unreadable]).toEqual([1, 1]);
  });
});
