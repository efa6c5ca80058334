import { describe, expect, it } from 'vitest';
import presenceCheck from '../../../src-main/checks/pki/pki-023-whfb-template.check';
import helloBitCheck from '../../../src-main/checks/pki/pki-027-whfb-hello-bit.check';
import permissionsCheck from '../../../src-main/checks/pki/pki-030-whfb-permissions.check';
import validityCheck from '../../../src-main/checks/pki/pki-031-whfb-validity.check';
import { gatherEvidence } from '../../../src-main/engine/collected-evidence';
import type { CertificateTemplates } from '../../../src-shared/model/evidence/pki';
import { defaultScope } from '../../../src-shared/model/scope';
import { growsLinearly } from '../../support/grows-linearly';
import { judge, now, record } from '../checks/check-cases';
import { demo, demoPath, fixture } from '../evidence/fixture';
import { importFiles, importFolder, only } from './import-drop';
import { utf16 } from './written-events';

const dump = demo('exports/certutil dsTemplate.txt').toString('utf8');
const scope = { ...defaultScope, forests: ['contoso.com'] };
const templates = async (content: string | Buffer, forests: string[] = []) =>
  only(await importFiles({ 't.txt': content }, { ...defaultScope, forests }), 'ad.certificate-templates');
const hello = /\[WHFBAuthentication\][^[]*/u.exec(dump)?.[0] ?? '';
const german = 'CertUtil: -dsTemplate-Befehl wurde erfolgreich ausgeführt.';

describe('certutil -dsTemplate', () => {
  it('says the same as the directory', async () => {
    const directory = only(await importFolder(demoPath('directory'), scope), 'ad.certificate-templates').data;
    const draft = await templates(dump);
    expect(draft).toMatchObject({ target: 'contoso.com', status: 'complete', facts: directory?.templates.length });
    expect(draft.data?.templates).toEqual(directory?.templates);
  });

  it('reads the same in UTF-16 and in an OEM code page, with other line ends', async () => {
    const whole = (await templates(dump)).data;
    for (const content of [
      utf16(dump),
      Buffer.from(dump.replace('CertUtil: -dsTemplate command completed successfully.', german), 'latin1'),
      dump.replaceAll('\r\n', '\n'),
    ])
      expect(await templates(content)).toMatchObject({ status: 'complete', data: whole });
  });

  it('reads values that -v explains and wraps', async () => {
    const text = [
      ' [Kiosk]',
      ' objectClass = "top", "pKICertificateTemplate"',
      ' cn = "Kiosk"',
      ' distinguishedName = ',
      '     "CN=Kiosk,CN=Certificate Templates,',
      '      CN=Public Key Services,CN=Services,',
      '      CN=Configuration,DC=fabrikam,DC=com"',
      ' displayName = "Kiosk ""A"" = new"',
      ' objectGUID = "0dbfa8b3-c28f-11d2-91e6-08002ba3ed3b"',
      ' flags = "66106" 0x1023a',
      '   (CT_FLAG_MACHINE_TYPE -- 40 (64))',
      ' revision = "4"',
      ' pKIKeyUsage = "a0 00"',
      ' pKIExpirationPeriod =  "2 Years"',
      ' pKIOverlapPeriod =  "6 Wochen"',
      ' pKIExtendedKeyUsage = ',
      '     "1.3.6.1.5.5.7.3.4" Secure Email, "1.3.6.1.5.5.7.3.2" ',
      '     Client Authentication',
      ' pKIDefaultCSPs = "2,B", "1,A"',
      ' msPKI-Enrollment-Flag = "41" 0x29',
      '   CT_FLAG_PUBLISH_TO_DS -- 8',
      ' msPKI-Certificate-Name-Flag = "-1509949440" 0xa6000000',
    ].join('\r\n');
    const { target, data } = await templates(`${text}\r\n${german}`);
    expect(target).toBe('fabrikam.com');
    expect(data?.templates).toEqual([
      {
        distinguishedName:
          'CN=Kiosk,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=fabrikam,DC=com',
        objectGuid: '0dbfa8b3-c28f-11d2-91e6-08002ba3ed3b',
        cn: 'Kiosk',
        displayName: 'Kiosk "A" = new',
        flags: 66106,
        majorRevision: 4,
        keyUsageBits: 0xa0,
        validitySeconds: 2 * 365 * 86_400,
        nameFlag: 0xa6000000,
        enrollmentFlag: 41,
        extendedKeyUsage: ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.2'],
        applicationPolicies: [],
        raApplicationPolicies: [],
        raIssuancePolicies: [],
        supersedes: [],
        providers: ['A', 'B'],
      },
    ]);
  });

  it('is not whole when one template was asked for, or the text was cut', async () => {
    expect(await templates(`${hello}${german}`)).toMatchObject({
      status: 'partial',
      facts: 1,
      failure: { code: 'certutil-some-templates', message: expect.stringContaining('“WHFBAuthentication” alone') },
    });
    expect(await templates(dump.slice(0, dump.indexOf('CertUtil:')))).toMatchObject({ status: 'partial' });
    expect(
      await templates(dump.replace('command completed successfully.', 'command FAILED: 0x80070005')),
    ).toMatchObject({
      status: 'partial',
    });
    const cut = await templates(`${dump.slice(0, dump.indexOf('pKIExpirationPeriod', 3000))}\r\n${german}`);
    expect([cut.status, cut.failure?.message]).toEqual(['partial', expect.stringMatching(/\(line \d+\) lacks/u)]);
  });

  it('leaves rights out where the domain of a group is not certain', async () => {
    const child = dump.replace(';;;AU)"', ';;;S-1-5-21-1004336348-1177238915-682003330-513)"');
    const draft = await templates(child);
    expect(draft.status).toBe('complete');
    expect(draft.data?.templates.some(({ securityDescriptor }) => securityDescriptor !== undefined)).toBe(false);
    expect(draft.notes).toContainEqual(expect.stringContaining('Rights of'));
    const { data } = draft;
    if (data === undefined) throw new Error('No templates');
    const evidence = [record('ad.certificate-templates', 'contoso.com', data)];
    expect(judge(permissionsCheck, { evidence, scope }).outcome).toBe('unknown');
  });

  it('refuses single settings, and a change of one', async () => {
    expect(await templates(fixture('samples/certutil/certutil-dstemplate-hello-logon-key.txt'))).toMatchObject({
      status: 'failed',
      target: '*',
      failure: { code: 'certutil-template', next: expect.stringContaining('ldifde') },
    });
  });

  it('shares a file with other outputs', async () => {
    const registry =
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\CertSvc\\Configuration\\Kiel CA\\AuditFilter:\r\n\r\n  AuditFilter REG_DWORD = 7f (127)\r\nCertUtil: -getreg command completed successfully.\r\n';
    const { drafts } = await importFiles({ 'all.txt': `C:\\>certutil -getreg CA\\AuditFilter\r\n${registry}${dump}` });
    expect(drafts.map(({ kind, status }) => [kind, status])).toEqual([
      ['ca.settings', 'complete'],
      ['ad.certificate-templates', 'complete'],
    ]);
    expect(drafts[1]?.notes?.[0]).toContain('lines 6 to');
  });

  it('decides checks end to end', async () => {
    const outcomes = async (text: string) => {
      const { data } = await templates(text);
      if (data === undefined) throw new Error('No templates');
      const evidence = [record('ad.certificate-templates', 'contoso.com', data)];
      return [helloBitCheck, validityCheck].map((check) => judge(check, { evidence, scope }).outcome);
    };
    const before = await outcomes(dump);
    const after = await outcomes(
      dump.replace(hello, hello.replace('"101056640"', '"103153792"').replace('"1 Years"', '"1 Jahre"')),
    );
    expect(before).toEqual(['fail', 'pass']);
    expect(after).toEqual(['pass', 'unknown']);
  });

  it('does not say that there is no template, as certutil passes over what the account may not read', async () => {
    const { data } = await templates(dump.replace(hello, ''));
    if (data === undefined) throw new Error('No templates');
    const evidence = [record('ad.certificate-templates', 'contoso.com', data)];
    expect(judge(presenceCheck, { evidence, scope })).toMatchObject({
      outcome: 'unknown',
      summary: expect.stringContaining('does not tell whether there are others'),
    });
  });

  it('never hides what was read of the directory itself', () => {
    const data = (names: readonly string[], tool?: string): CertificateTemplates => ({
      ...(tool === undefined ? {} : { excerpt: { tool, lacks: {} } }),
      containerFound: true,
      templates: names.map((cn) => ({
        cn,
        distinguishedName: `CN=${cn}`,
        displayName: cn,
        raApplicationPolicies: [],
        raIssuancePolicies: [],
        extendedKeyUsage: [],
        applicationPolicies: [],
        supersedes: [],
      })),
    });
    const source = { way: 'import', by: 'certutil', location: 't.txt' } as const;
    const told = record('ad.certificate-templates', 'contoso.com', data(['Told'], 'certutil'), { source });
    const read = (collectedAt: string) =>
      record('ad.certificate-templates', 'contoso.com', data(['Read']), { collectedAt });
    const counted = (collectedAt: string) =>
      gatherEvidence([told, read(collectedAt)], new Date(now))
        .get('ad.certificate-templates')
        ?.records.map(({ source: { by } }) => by);
    expect(counted('2026-11-20T09:00:00Z')).not.toContain('certutil');
    expect(counted('2026-10-01T09:00:00Z')).toEqual(['certutil']);
  });
});

const properties = `  Name: Active Directory Enrollment Policy
  Id: {163768E2-712B-4E97-A6A3-5E597F91D6F4}
  Url: ldap:
1 Vorlagen:

  Template[0]:
  TemplatePropCommonName = KioskLogon
  TemplatePropFriendlyName = Kiosk Logon
  TemplatePropEKUs =
2 ObjectIds:
    1.3.6.1.4.1.311.20.2.2 Smartcard-Anmeldung
    1.3.6.1.5.5.7.3.2 Clientauthentifizierung

  TemplatePropCryptoProviders =
    0: Microsoft Passport Key Storage Provider

  TemplatePropMajorRevision = 64 (100)
  TemplatePropDescription = Benutzer
  TemplatePropSchemaVersion = 4
  TemplatePropMinorRevision = 6
  TemplatePropRASignatureCount = 1
  TemplatePropMinimumKeySize = 800 (2048)
  TemplatePropOID =
    1.3.6.1.4.1.311.21.8.1.2.3.4 Kiosk Logon

  TemplatePropSupersede =
    0: SmartcardLogon

  TemplatePropRAEKUs =
1 ObjectIds:
    1.3.6.1.4.1.311.20.2.1 Zertifikatanforderungs-Agent

  TemplatePropHashAlgorithm = SHA256
  TemplatePropEnrollmentFlags = 60 (96)
    CT_FLAG_AUTO_ENROLLMENT -- 20 (32)

  TemplatePropSubjectNameFlags = 82000000 (-2113929216)
  TemplatePropPrivateKeyFlags = 6260000 (103153664)
    CTPRIVATEKEY_FLAG_HELLO_LOGON_KEY -- 200000 (2097152)

  TemplatePropGeneralFlags = 20220 (131616)
  TemplatePropSecurityDescriptor = O:LAG:S-1-5-21-1-2-3-519D:PAI(OA;;CR;0e10c968-78fb-11d2-90d4-00c04f79dc55;;DU)(A;;LCRPLORC;;;AU)

    Registrieren zulassen\tCONTOSO\\Domänen-Benutzer

  TemplatePropExtensions =
2 Erweiterungen:

  Extension[0]:
    2.5.29.37: Flags = 0, Length = 18
    Erweiterte Schlüsselverwendung
        Clientauthentifizierung (1.3.6.1.5.5.7.3.2)

  Extension[1]:
    2.5.29.15: Flags = 1(Kritisch), Length = 4
    Schlüsselverwendung
        Digitale Signatur, Schlüsselverschlüsselung (a0)

  TemplatePropValidityPeriod = 1 Years
  TemplatePropRenewalPeriod = 6 Weeks
CertUtil: -Template-Befehl wurde erfolgreich ausgeführt.
`;

describe('certutil -v -template', () => {
  it('reads properties by their names, whatever the language', async () => {
    for (const content of [properties, utf16(properties), Buffer.from(properties, 'latin1')]) {
      const { target, status, data, notes } = await templates(content, ['Contoso.com']);
      expect([target, status, notes?.[1]]).toEqual(['contoso.com', 'complete', expect.stringContaining('stands in')]);
      expect(data?.templates).toEqual([
        {
          distinguishedName:
            'CN=KioskLogon,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com',
          cn: 'KioskLogon',
          displayName: 'Kiosk Logon',
          oid: '1.3.6.1.4.1.311.21.8.1.2.3.4',
          schemaVersion: 4,
          majorRevision: 100,
          minorRevision: 6,
          flags: 131616,
          nameFlag: 0x82000000,
          enrollmentFlag: 96,
          privateKeyFlag: 0x6260000,
          minimalKeySize: 2048,
          raSignatures: 1,
          raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1'],
          raIssuancePolicies: [],
          extendedKeyUsage: ['1.3.6.1.4.1.311.20.2.2', '1.3.6.1.5.5.7.3.2'],
          applicationPolicies: [],
          supersedes: ['SmartcardLogon'],
          hashAlgorithm: 'SHA256',
          keyUsageBits: 0xa0,
          providers: ['Microsoft Passport Key Storage Provider'],
          validitySeconds: 365 * 86_400,
          renewalSeconds: 42 * 86_400,
          securityDescriptor: {
            owner: 'S-1-5-21-1-2-3-500',
            hasDacl: true,
            isProtected: true,
            entries: [
              {
                allows: true,
                sid: 'S-1-5-21-1-2-3-513',
                mask: 0x100,
                objectType: '0e10c968-78fb-11d2-90d4-00c04f79dc55',
                inherited: false,
                inheritOnly: false,
                inheritable: false,
              },
              {
                allows: true,
                sid: 'S-1-5-11',
                mask: 0x20094,
                inherited: false,
                inheritOnly: false,
                inheritable: false,
              },
            ],
          },
        },
      ]);
    }
  });

  it('is not whole when it was asked for one, made without -v, or says what cannot be read', async () => {
    const statuses = async (text: string) => {
      const { status, failure } = await templates(text, ['contoso.com']);
      return [status, failure?.code];
    };
    expect(await statuses(properties.replace('1 Vorlagen:', '34 Vorlagen:'))).toEqual([
      'partial',
      'certutil-some-templates',
    ]);
    expect(await statuses(properties.replace(/ {2}TemplatePropEnrollmentFlags.*\n.*\n/u, ''))).toEqual([
      'partial',
      'certutil-template',
    ]);
    expect(await statuses(properties.replace('20220 (131616)', '20220 (1)'))).toEqual(['partial', 'certutil-template']);
    expect(await statuses(properties.replace('    0: SmartcardLogon\n', ''))).toEqual(['partial', 'certutil-template']);
  });

  it('asks for the forest', async () => {
    for (const forests of [[], ['contoso.com', 'fabrikam.com']])
      expect(await templates(properties, forests)).toMatchObject({
        status: 'failed',
        failure: { code: 'certutil-without-forest' },
      });
  });

  it.each([
    ['[A]\r\nobjectClass = "pKICertificateTemplate\r\n', 'x\r\n', '', 300_000],
    ['', '[A]\r\nobjectClass = "pKICertificateTemplate"\r\n', '', 50_000],
    ['[A]\r\ncn = ', '"a" ', '\r\nobjectClass = "pKICertificateTemplate"', 500_000],
    ['  Template[0]:\n  TemplatePropCommonName = x\n', '    0: y\n', '', 300_000],
    [properties, 'CertUtil: -x\n', '', 100_000],
  ])('takes no longer than it is long: %#', (before, part, after, to) =>
    growsLinearly(
      (size) => `${before}${part.repeat(size)}${after}`,
      (text) => importFiles({ 'x.txt': text }),
      { to },
    ),
  );

  it('takes names that are properties of every object for what they are', async () => {
    const text = `[__proto__]\r\nobjectClass = "pKICertificateTemplate"\r\n__proto__ = "x"\r\nconstructor = "y"\r\ncn = "\u001b[2J"`;
    const { drafts } = await importFiles({ 'x.txt': text });
    expect(drafts.map(({ status }) => status)).not.toContain('complete');
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});
