import { describe, expect, it } from 'vitest';
import listingCheck from '../../../src-main/checks/pki/pki-005-ntauth-listing.check';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import { defaultScope } from '../../../src-shared/model/scope';
import { growsLinearly } from '../../support/grows-linearly';
import { judge, record } from '../checks/check-cases';
import { demo, demoPath } from '../evidence/fixture';
import { importFiles, importFolder, only } from './import-drop';
import { utf16 } from './written-events';

const scope = { ...defaultScope, forests: ['contoso.com'] };
const german = demo('exports/ca01 certutil CAInfo.txt').toString('utf8');
const [general = ''] = german.split(
  'Zertifizierungsstellenzertifikat[0]: 3 -- Gültig\r\nZertifizierungsstellenzertifikat',
);
const end = 'CertUtil: -CAInfo command completed successfully.\r\n';
const summary = ({ drafts }: { readonly drafts: readonly EvidenceDraft[] }) =>
  drafts.map(({ kind, target, status }) => `${kind} ${target} ${status}`);

/** The same facts, in the words of three languages. */
const inLanguage = (words: readonly [string, string, string, string, string], name: string, shown: string): string =>
  `${words[0]}: 1\r\n${words[1]}: ${name}\r\n${words[2]}: ${shown}\r\n${words[3]}: 0 -- X\r\n    ENUM_ENTERPRISE_ROOTCA -- 0\r\n${words[4]}: CA07.fabrikam.com\r\n${end}`;
const languages = {
  en: ['Exit module count', 'CA name', 'Sanitized CA short name (DS name)', 'CA type', 'DNS Name'],
  fr: ['Nombre de modules de sortie\u00a0', 'Nom\u00a0', 'Nom court\u00a0', 'Type d’autorité\u00a0', 'Nom DNS\u00a0'],
  ja: ['終了モジュール数', 'CA 名', 'サニタイズされた CA の短い名前', 'CA の種類', 'DNS 名'],
} as const;

describe('certutil -CAInfo', () => {
  it('tells a CA and its certificate on a German machine', async () => {
    const { drafts } = await importFiles({ 'ca01.txt': german });
    expect(summary({ drafts })).toEqual([
      'ca.settings Contoso Issuing CA 1 (certutil -CAInfo) complete',
      expect.stringMatching(/^pki\.certificate [0-9A-F]{40} complete$/u),
    ]);
    expect(drafts[0]).toMatchObject({
      facts: 3,
      data: {
        authority: 'ca01.contoso.com\\Contoso Issuing CA 1',
        host: 'ca01.contoso.com',
        type: 'enterprise-subordinate',
        publicationErrors: [],
      },
      notes: [expect.stringMatching(/lines 1 to 17 of \S+ca01\.txt/u), expect.stringMatching(/not read: \d+\./u)],
    });
  });

  it.each(Object.entries(languages))('reads names by their place in %s, in any encoding', async (_, words) => {
    const text = inLanguage(words, 'Köln CA/1', 'K!00f6ln CA!002f1');
    for (const content of [text, utf16(text)])
      expect(only(await importFiles({ 'ca.txt': content }), 'ca.settings').data).toEqual({
        authority: 'ca07.fabrikam.com\\Köln CA/1',
        host: 'ca07.fabrikam.com',
        type: 'enterprise-root',
      });
  });

  it('knows a long name by its start and checksum, and takes no other pair of lines for names', async () => {
    const long = 'Fabrikam Northern Europe Issuing Certification Authority 07';
    const data = async (shown: string) =>
      only(await importFiles({ 'ca.txt': inLanguage(languages.en, long, shown) }), 'ca.settings');
    expect((await data(`${long.slice(0, 45)}-01234`)).data?.authority).toBe(`ca07.fabrikam.com\\${long}`);
    expect(await data('Something else')).toMatchObject({ status: 'failed', failure: { code: 'certutil-authority' } });
  });

  it('tells what failed when lists were published', async () => {
    const text = general.replace(
      '    CPF_COMPLETE -- 4',
      '    CPF_LDAP_ERROR -- 100 (256)\r\n    CPF_MANUAL -- 40 (64)',
    );
    expect(only(await importFiles({ 'ca.txt': text }), 'ca.settings').data?.publicationErrors).toEqual([
      'CPF_LDAP_ERROR',
    ]);
  });

  it('takes certificates and revocation lists that stand in the output, and names damaged ones', async () => {
    const crl = demo('certificates/crl/Contoso Issuing CA 1.crl').toString('base64').replace(/.{64}/gu, '$&\r\n');
    const text = `Sperrliste[0]:\r\n-----BEGIN X509 CRL-----\r\n${crl}\r\n-----END X509 CRL-----\r\n${end}`;
    expect(summary(await importFiles({ 'a.txt': text }))).toEqual([
      expect.stringMatching(/^pki\.crl [0-9a-f]{64} complete$/u),
    ]);
    expect(summary(await importFiles({ 'a.txt': text.replace(crl, crl.slice(0, 200)) }))).toEqual(['pki.crl * failed']);
  });

  it('leaves a reason when nothing can be read', async () => {
    const text = 'Zertifizierungsstellentyp: 1 -- Untergeordnet\r\n    ENUM_ENTERPRISE_SUBCA -- 1\r\n';
    expect(only(await importFiles({ 'a.txt': text }), 'ca.settings')).toMatchObject({
      status: 'failed',
      failure: { code: 'certutil-authority' },
    });
  });

  it.each([
    ['', 'a: b\r\n', '', 200_000],
    ['', 'a', ':', 1_000_000],
    ['', '-----BEGIN CERTIFICATE-----\r\n', '', 20_000],
    ['x: ', 'a.', '', 200_000],
  ])('takes no longer than it is long: %j, %j…%j', (before, part, after, to) =>
    growsLinearly(
      (size) => `    ENUM_ENTERPRISE_SUBCA -- 1\r\n${before}${part.repeat(size)}${after}`,
      (text) => importFiles({ 'x.txt': text }),
      { to },
    ),
  );
});

const store = demo('exports/dc01 certutil enterprise store NTAuth.txt').toString('utf8');
const thumbprint = /[0-9a-f]{40}/u.exec(store)?.[0] ?? '';
const address =
  'ldap:///CN=NTAuthCertificates,CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=contoso,DC=com?cACertificate?base';
const viewed = store.replace('NTAuth "NTAuth"', address).replace('-store-', '-viewstore-');
const listed = async (text: string, forests: string[] = ['contoso.com']) =>
  only(await importFiles({ 'dc01.txt': text }, { ...defaultScope, forests }), 'ad.nt-auth');

describe('certutil -store NTAuth', () => {
  it('tells by thumbprints who is listed, and whose list it is', async () => {
    expect(await listed(store)).toMatchObject({
      target: 'contoso.com',
      status: 'complete',
      facts: 1,
      data: { thumbprints: [thumbprint.toUpperCase()], unreadableCertificates: 1, isCopy: true },
    });
    const direct = await listed(viewed, []);
    expect(direct).toMatchObject({ target: 'contoso.com', status: 'complete' });
    expect(direct.data).not.toHaveProperty('isCopy');
    expect(await listed(store, [])).toMatchObject({ status: 'failed', failure: { code: 'certutil-without-forest' } });
    expect(await listed(store.slice(0, store.indexOf('CertUtil')))).toMatchObject({ status: 'partial' });
  });

  it('takes certificates from files beside it', async () => {
    const { drafts } = await importFiles({ 'dc01.txt': store, 'ca.p7b': demo('exports/chain.p7b') }, scope);
    expect(drafts.find(({ kind }) => kind === 'ad.nt-auth')).toMatchObject({
      data: { certificates: [{ thumbprint: thumbprint.toUpperCase() }], unreadableCertificates: 0, thumbprints: [] },
    });
  });

  it('decides the check of the list, but a copy never says that a CA is missing', async () => {
    const directory = await importFolder(demoPath('directory'), scope);
    const authorities = only(directory, 'ad.certification-authorities').data;
    const outcomeOf = async (text: string) => {
      const { data } = await listed(text);
      if (data === undefined || authorities === undefined) throw new Error('No list');
      const evidence = [
        record('ad.certification-authorities', 'contoso.com', authorities),
        record('ad.nt-auth', 'contoso.com', data),
      ];
      return judge(listingCheck, { evidence, scope }).outcome;
    };
    const foreign = (text: string): string => text.replace(thumbprint, '42'.repeat(20));
    expect([await outcomeOf(store), await outcomeOf(viewed)]).toEqual(['pass', 'pass']);
    expect([await outcomeOf(foreign(store)), await outcomeOf(foreign(viewed))]).toEqual(['unknown', 'fail']);
    // An entry without a thumbprint might be any CA.
    expect(await outcomeOf(viewed.replace(/Zertifikathash.*\r\n/u, ''))).toBe('unknown');
  });
});

describe('certutil -store CA', () => {
  it('does not take revocation lists of the store for certificates', async () => {
    const der = demo('certificates/dc01.contoso.com.cer');
    const base64 = decodeCertificate(der).der;
    const text = `CA "Zwischenzertifizierungsstellen"\r\n================ Zertifikat 0 ================\r\n-----BEGIN CERTIFICATE-----\r\n${base64}\r\n-----END CERTIFICATE-----\r\n================ CRL 0 ================\r\nCRL Hash(sha1): ${'ab'.repeat(20)}\r\nCertUtil: -store-Befehl wurde erfolgreich ausgeführt.\r\n`;
    expect(only(await importFiles({ 'dc01.contoso.com.txt': text }), 'host.certificates')).toMatchObject({
      status: 'complete',
      data: { store: 'authorities', certificates: { length: 1 } },
    });
  });
});

describe('certutil -dump and -verify', () => {
  it.each(['-dump command completed successfully.', '-verify-Befehl wurde erfolgreich ausgeführt.'])(
    'name the file to import instead: %s',
    async (last) => {
      const text = `X509-Zertifikat:\r\nVersion: 3\r\nSeriennummer: 4a\r\nCertUtil: ${last}\r\n`;
      expect(only(await importFiles({ 'a.txt': text }), 'pki.certificate')).toMatchObject({
        status: 'failed',
        target: '*',
        failure: { code: 'certutil-description', next: expect.stringContaining('.cer') },
      });
    },
  );
});
