import { describe, expect, it } from 'vitest';
import editFlagsCheck from '../../../src-main/checks/sec/sec-007-requested-names.check';
import sidExtensionCheck from '../../../src-main/checks/sec/sec-015-sid-extension.check';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import { certificateValuesOf } from '../../../src-main/evidence/certificate-file';
import { printedStore } from '../../support/certutil-store';
import { growsLinearly } from '../../support/grows-linearly';
import { judge, record } from '../checks/check-cases';
import { demo } from '../evidence/fixture';
import { importFiles, only } from './import-drop';
import { utf16 } from './written-events';

const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\CertSvc\\Configuration\\Contoso Issuing CA 1';
const policyModule = `${root}\\PolicyModules\\CertificateAuthority_MicrosoftDefault.Policy`;
const done = {
  en: 'CertUtil: -getreg command completed successfully.',
  de: 'CertUtil: -getreg-Befehl wurde erfolgreich ausgeführt.',
  fr: 'CertUtil: -getreg La commande s’est terminée correctement.',
};
const editFlags = (value: string): string =>
  `${policyModule}\\EditFlags:\r\n\r\n    EditFlags                REG_DWORD = ${value}\r\n    EDITF_REQUESTEXTENSIONLIST -- 2\r\n    EDITF_ENABLEAKIKEYID -- 100 (256)\r\n`;
const listing = (...values: readonly string[]): string =>
  `${root}:\r\n\r\n  Schlüssel:\r\n    CSP\r\n\r\n  Werte:\r\n${values.map((value) => `  ${value}\r\n`).join('')}\r\n`;
const security =
  '  Security REG_BINARY = \r\n    0000  01 00 04 80 14 00 00 00  24 00 00 00 00 00 00 00   ........$.......\r\n    0010  34 00 00 00 01 02 00 00  00 00 00 05 20 00 00 00   4...............\r\n    0020  20 02 00 00 01 02 00 00  00 00 00 05 20 00 00 00   ................\r\n    0030  20 02 00 00 02 00 1c 00  01 00 00 00 00 00 14 00   ................\r\n    0040  01 00 00 00 01 01 00 00  00 00 00 05 0b 00 00 00   ................\r\n';

const settings = async (files: Record<string, string | Buffer>) => only(await importFiles(files), 'ca.settings');

describe('certutil -getreg', () => {
  it.each(Object.entries(done))('reads the same in %s', async (language, end) => {
    const text = `${editFlags('15014e (1376590)')}${end}\r\n${root}\\InterfaceFlags:\r\n\r\n  InterfaceFlags REG_DWORD = 641 (1601)\r\n    IF_LOCKICERTREQUEST -- 1\r\n${end}\r\n`;
    const draft = await settings({ 'ca.txt': language === 'de' ? utf16(text) : text });
    expect(draft).toMatchObject({
      target: 'Contoso Issuing CA 1 (certutil)',
      status: 'complete',
      data: { authority: 'Contoso Issuing CA 1', editFlags: 0x15014e, interfaceFlags: 0x641 },
    });
    expect(draft.data).not.toHaveProperty('enrollmentAgentRights');
    expect(draft.data).not.toHaveProperty('disabledExtensions');
  });

  it('reads a listing of the whole CA, where missing is unset', async () => {
    const text = `${listing(
      'CAServerName REG_SZ = CA01.contoso.com',
      'InterfaceFlags REG_DWORD = 441 (1089)',
      'AuditFilter REG_DWORD = 7f (127)',
      'CRLPublicationURLs REG_MULTI_SZ = \r\n    0: 65:C:\\Windows\\system32\\CertSrv\\CertEnroll\\%3%8%9.crl\r\n    CSURL_SERVERPUBLISH -- 1\r\n\r\n    1: 6:http://crl.contoso.com/cdp/%3%8%9.crl\r\n',
    )}${security}${done.de}\r\n${policyModule}\\DisableExtensionList:\r\n\r\n  DisableExtensionList REG_MULTI_SZ = \r\n${done.de}`;
    expect((await settings({ 'ca.txt': text })).data).toMatchObject({
      authority: 'ca01.contoso.com\\Contoso Issuing CA 1',
      host: 'ca01.contoso.com',
      interfaceFlags: 0x441,
      auditFilter: 127,
      crlPublicationUrls: [
        '65:C:\\Windows\\system32\\CertSrv\\CertEnroll\\%3%8%9.crl',
        '6:http://crl.contoso.com/cdp/%3%8%9.crl',
      ],
      disabledExtensions: [],
      enrollmentAgentRights: 'unrestricted',
      security: { owner: 'S-1-5-32-544', entries: [{ allows: true, sid: 'S-1-5-11', mask: 1 }] },
    });
  });

  it('does not take a cut listing for a whole one', async () => {
    const { data } = await settings({ 'ca.txt': listing('InterfaceFlags REG_DWORD = 641 (1601)') });
    expect(data).toMatchObject({ interfaceFlags: 0x641 });
    expect(data).not.toHaveProperty('enrollmentAgentRights');
  });

  it('puts the outputs for one CA together, and keeps CAs apart', async () => {
    const second = editFlags('11014e (1114446)').replaceAll('Contoso Issuing CA 1', 'K!00f6ln CA');
    const { drafts } = await importFiles({
      '1.txt': `${editFlags('11014e (1114446)')}${done.en}`,
      '2.txt': `${root}\\InterfaceFlags:\r\n\r\n  InterfaceFlags REG_DWORD = 641 (1601)\r\n${done.en}`,
      '3.txt': `${second}${done.en}`,
    });
    expect(drafts.map(({ target, facts, notes }) => [target, facts, notes?.length])).toEqual([
      ['Contoso Issuing CA 1 (certutil)', 2, 1],
      ['Köln CA (certutil)', 1, 0],
    ]);
  });

  it('leaves out a number that contradicts itself, and takes the new value of -setreg', async () => {
    const damaged = await settings({
      'ca.txt': `${editFlags('11014e (42)')}${done.en}`.replace(
        'EditFlags:\r\n\r\n',
        'EditFlags:\r\n\r\n  AuditFilter REG_DWORD = 1\r\n',
      ),
    });
    expect(damaged.data).not.toHaveProperty('editFlags');
    expect(damaged.notes?.[0]).toContain('cannot be read');
    const both =
      editFlags('11014e (1114446)').replace('\r\n\r\n', '\r\n\r\nAlter Wert:\r\n') +
      'Neuer Wert:\r\n  EditFlags REG_DWORD = 15014e (1376590)\r\n';
    expect(
      (await settings({ 'ca.txt': `${both}CertUtil: -setreg-Befehl wurde erfolgreich ausgeführt.` })).data,
    ).toMatchObject({ editFlags: 0x15014e });
  });

  it('completes what a collector told, and is completed by it', async () => {
    const { data } = await settings({ 'ca.txt': `${editFlags('15014e (1376590)')}${done.en}` });
    if (data === undefined) throw new Error('No settings');
    const collected = {
      authority: 'ca01.contoso.com\\Contoso Issuing CA 1',
      host: 'ca01.contoso.com',
      disabledExtensions: [],
      editFlags: 0,
    };
    const evidence = [
      record('ca.settings', 'Contoso Issuing CA 1', collected, { collectedAt: '2026-11-20T09:00:00Z' }),
      record('ca.settings', 'Contoso Issuing CA 1 (certutil)', data),
    ];
    expect(judge(editFlagsCheck, { evidence })).toMatchObject({ outcome: 'fail', objects: { length: 1 } });
    expect(judge(sidExtensionCheck, { evidence })).toMatchObject({ outcome: 'pass', objects: { length: 1 } });
  });

  it('decides the check of the flag, end to end', async () => {
    const outcomeOf = async (value: string) => {
      const { kind, target, data } = await settings({ 'ca.txt': `${editFlags(value)}${done.fr}` });
      if (data === undefined) throw new Error('No settings');
      return judge(editFlagsCheck, { evidence: [record(kind, target, data)] }).outcome;
    };
    expect([await outcomeOf('11014e (1114446)'), await outcomeOf('15014e (1376590)')]).toEqual(['pass', 'fail']);
  });
});

const certificateFile = demo('certificates/dc01.contoso.com.cer');
const facts = certificateValuesOf(certificateFile).map((der) => decodeCertificate(der))[0];
if (facts === undefined) throw new Error('No certificate in the fixture');
const spaced = (hex: string): string => hex.toLowerCase().replace(/../gu, '$& ').trim();
const pem = `-----BEGIN CERTIFICATE-----\r\n${facts.der.replace(/.{64}/gu, '$&\r\n')}\r\n-----END CERTIFICATE-----\r\n`;

interface Words {
  readonly title: string;
  readonly certificate: string;
  readonly hash: string;
  readonly provider: string;
  readonly end: string;
}
const words: Readonly<Record<string, Words>> = {
  en: {
    title: 'Personal',
    certificate: 'Certificate',
    hash: 'Cert Hash(sha1): ',
    provider: 'Provider = ',
    end: 'CertUtil: -store command completed successfully.',
  },
  de: {
    title: 'Eigene Zertifikate',
    certificate: 'Zertifikat',
    hash: 'Zertifikathash(sha1): ',
    provider: 'Anbieter = ',
    end: 'CertUtil: -store-Befehl wurde erfolgreich ausgeführt.',
  },
  fr: {
    title: 'Personnel',
    certificate: 'Certificat',
    hash: 'Hach. cert. (sha1)\u00A0: ',
    provider: 'Fournisseur\u00A0= ',
    end: 'CertUtil: -store La commande s’est terminée correctement.',
  },
};
const dump = (
  language: string,
  { more = '', flag = 'CRYPT_MACHINE_KEYSET -- 20 (32)', isLong = false, end = true } = {},
): string => {
  const {
    title,
    certificate,
    hash,
    provider,
    end: last,
  } = words[language] ?? { title: '', certificate: '', hash: '', provider: '', end: '' };
  const property = isLong
    ? `Key Id Hash(sha1): ${'11'.repeat(20)}\r\n${hash}${facts.thumbprint.toLowerCase()}\r\n\r\n  CERT_SHA1_HASH_PROP_ID(3):\r\n    ${facts.thumbprint.toLowerCase()}\r\n`
    : `${hash}${spaced(facts.thumbprint)}\r\n`;
  return `My "${title}"\r\n================ ${certificate} 0 ================\r\nNotAfter: 22.11.2027 10:00\r\n${property}${more}  ${provider}Microsoft Software Key Storage Provider\r\n    ${flag}\r\n${end ? last : ''}`;
};
const stored = async (files: Record<string, string | Buffer>) => only(await importFiles(files), 'host.certificates');

describe('certutil -store', () => {
  it.each(Object.keys(words))('reads a certificate the output holds, in %s', async (language) => {
    for (const isLong of [false, true]) {
      const draft = await stored({ 'dc01.contoso.com.txt': dump(language, { more: pem, isLong }) });
      expect(draft).toMatchObject({
        target: 'dc01.contoso.com machine',
        status: 'complete',
        data: {
          host: 'dc01.contoso.com',
          store: 'machine',
          certificates: [
            { certificate: { thumbprint: facts.thumbprint }, provider: 'Microsoft Software Key Storage Provider' },
          ],
        },
      });
      expect(draft.notes?.[0]).toContain('name of the file');
    }
  });

  it('knows that a key is there when certutil opened it', async () => {
    const held = async (more: string) =>
      (await stored({ 'dc01.contoso.com.txt': dump('de', { more: `${pem}${more}` }) })).data?.certificates[0]
        ?.hasPrivateKey;
    expect(await held('  Schlüsselverwendung = 3\r\n    NCRYPT_ALLOW_DECRYPT_FLAG -- 1\r\n')).toBe(true);
    expect(await held('')).toBeUndefined();
  });

  it.each([
    ['FS01 certutil store.txt', 'fs01'],
    ['certutil-store-my_dc01.contoso.com.txt', 'dc01.contoso.com'],
    ['PC-0417_certutil_user.txt', 'pc-0417'],
    ['certutil.txt', 'certutil'],
  ])('takes the machine from the name of the file: %s', async (name, host) => {
    expect((await stored({ [name]: dump('en', { more: pem }) })).data?.host).toBe(host);
  });

  it('takes a certificate from a file beside it', async () => {
    const { drafts } = await importFiles({ 'dc01.contoso.com.txt': dump('de'), 'export.cer': certificateFile });
    expect(drafts.find(({ kind }) => kind === 'host.certificates')).toMatchObject({ status: 'complete', facts: 1 });
  });

  it('describes what it does not hold, and says that dates are missing', async () => {
    const draft = await stored({ 'dc01.contoso.com.txt': dump('fr') });
    const { thumbprint } = facts;
    expect(draft).toMatchObject({
      status: 'complete',
      facts: 1,
      data: { excerpt: { tool: 'certutil', lacks: {} }, certificates: [], described: [{ thumbprint }] },
    });
    expect(draft.notes?.[1]).toMatch(/^1 of 1 certificates is only described: .*dates are not\. Export/u);
    const other = `================ X 1 ================\r\nCert Hash(sha1): ${'22'.repeat(20)}\r\n`;
    expect(await stored({ 'dc01.contoso.com.txt': dump('en', { more: `${pem}${other}` }) })).toMatchObject({
      status: 'complete',
      facts: 2,
      data: { certificates: [{ certificate: { thumbprint } }], described: [{ thumbprint: '22'.repeat(20) }] },
    });
  });

  it.each(['en', 'de', 'fr'] as const)('describes a whole store with -v, in %s', async (language) => {
    const text = printedStore([{ certificate: facts, provider: 'X Key Storage Provider' }], {
      language,
      command: 'certutil -v -store my',
    });
    expect(await stored({ 'dc01.contoso.com.txt': utf16(text) })).toMatchObject({
      target: 'dc01.contoso.com machine',
      status: 'complete',
      data: { described: [{ thumbprint: facts.thumbprint, names: { dnsNames: facts.dnsNames } }] },
    });
  });

  it('does not take a copy of another certificate', async () => {
    const draft = await stored({
      'dc01.contoso.com.txt': dump('en', { more: pem }).replace(spaced(facts.thumbprint), spaced('33'.repeat(20))),
    });
    expect(draft.data).toMatchObject({ certificates: [], described: [{ thumbprint: '33'.repeat(20) }] });
  });

  it('does not take some certificates of a store for all', async () => {
    const draft = await stored({
      'dc01.contoso.com.txt': printedStore([{ certificate: facts }], {
        language: 'en',
        command: 'certutil -v -store my dc01',
      }),
    });
    expect(draft).toMatchObject({ status: 'partial', failure: { code: 'certutil-part-of-store' } });
  });

  it('asks whose store it is', async () => {
    expect(await stored({ 'pc.txt': dump('en', { more: pem, flag: '' }) })).toMatchObject({
      status: 'failed',
      failure: { code: 'certutil-unknown-store' },
    });
    expect(await stored({ 'pc certutil machine.txt': dump('en', { flag: '' }) })).toMatchObject({
      target: 'pc machine',
    });
    expect(await stored({ 'pc0417 user.txt': dump('en', { flag: '' }) })).toMatchObject({ target: 'pc0417 user' });
    expect(
      await stored({ 'pc.txt': `C:\\>certutil -v -user -store My\r\n${dump('en', { more: pem, flag: '' })}` }),
    ).toMatchObject({ target: 'pc user', status: 'complete' });
    expect(
      await stored({
        'pc.txt': dump('en', { more: pem, flag: '' }).replace('Microsoft Software', 'Microsoft Passport'),
      }),
    ).toMatchObject({
      target: 'pc user',
      data: { certificates: [{ provider: 'Microsoft Passport Key Storage Provider' }] },
    });
  });

  it('says when the output is cut off', async () => {
    expect(await stored({ 'dc01.contoso.com.txt': dump('de', { more: pem, end: false }) })).toMatchObject({
      status: 'partial',
    });
  });
});

describe('other outputs of certutil', () => {
  it('of -cainfo and of other registry keys leave a reason', async () => {
    const info =
      'Anzahl der Beendigungsmodule: 1\r\nZertifizierungsstellentyp: 1 -- Untergeordnete Unternehmens-CA\r\n    ENUM_ENTERPRISE_SUBCA -- 1\r\n';
    expect(await settings({ 'info.txt': info })).toMatchObject({
      status: 'failed',
      failure: { code: 'certutil-authority' },
    });
    expect(
      await settings({
        'reg.txt': 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\CertSvc\\Configuration:\r\n\r\n',
      }),
    ).toMatchObject({ status: 'failed', failure: { code: 'certutil-without-values' } });
  });

  it.each<[string, number, (size: number) => string]>([
    ['spaces at the end', 2_000_000, (size) => `${editFlags('1')}${' '.repeat(size)}`],
    ['spaces in a line', 2_000_000, (size) => `${dump('en')}=${' '.repeat(size)}x`],
    [
      'line ends and a ruler',
      1_000_000,
      (size) => `My "x"\r\n${'\n'.repeat(size)}================ A 1 ================\r\n${'='.repeat(size)}`,
    ],
    ['values', 100_000, (size) => `${root}:\r\n  A REG_MULTI_SZ = \r\n${'    0: x\r\n'.repeat(size)}`],
  ])('that are hostile take no longer than they are long: %s', (_, to, hostile) =>
    growsLinearly(hostile, (text) => importFiles({ 'x.txt': text }), { to }),
  );
});
