import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../src-main/evidence/directory/directory-topic';
import { directoryTopics } from '../../../src-main/evidence/directory/directory-topics';
import { LdifParser, type LdifProblem } from '../../../src-main/importers/ldif/ldif-parser';
import type { AuthorityComputers } from '../../../src-shared/model/evidence/access';
import { defaultScope } from '../../../src-shared/model/scope';
import { demo } from '../evidence/fixture';
import { importFiles, only } from './import-drop';

/** Parses in pieces of every size up to `pieces`, so that a border falls into every place. */
function parse(content: string | Buffer, piece = 7) {
  const entries: DirectoryEntry[] = [];
  const problems: LdifProblem[] = [];
  const parser = new LdifParser({
    onEntry: (entry) => entries.push(entry),
    onProblem: (problem) => problems.push(problem),
  });
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += piece) parser.push(bytes.subarray(start, start + piece));
  parser.finish();
  const read = entries.map(
    ({ dn, attributes }) =>
      [dn, Object.fromEntries([...attributes].map(([name, values]) => [name, values.map(String)]))] as const,
  );
  return { read, problems };
}

const head =
  'dn: DC=contoso,DC=com\r\nchangetype: add\r\nobjectClass: top\r\nobjectClass: domainDNS\r\nmsDS-Behavior-Version: 7\r\n\r\n';
const users = 'dn: CN=Users,DC=contoso,DC=com\r\nchangetype: add\r\nobjectClass: container\r\n\r\n';

describe('LdifParser', () => {
  it('reads ldifde: CRLF, folded lines, base64, options', () => {
    const text =
      'dn: \r\n CN=a,\r\n DC=x\r\nchangetype: add\r\nobjectClass: top\r\nobjectClass: \r\n  person\r\ncertificateRevocationList;binary:: AAEC\r\nempty:\r\n\r\ndn:: Q049w7YsREM9eA==\r\nchangetype: add\r\ncn:: w7Y=\r\n\r\n';
    for (const piece of [1, 2, 3, 5, 64, 1000]) {
      expect(parse(text, piece)).toEqual({
        read: [
          ['CN=a,DC=x', { objectclass: ['top', 'person'], certificaterevocationlist: ['\u0000\u0001\u0002'] }],
          ['CN=ö,DC=x', { cn: ['ö'] }],
        ],
        problems: [],
      });
    }
  });

  it('reads ldapsearch: comments, result blocks, references, rootDSE', () => {
    const text =
      '# extended LDIF\n#\n# folded\n  comment\n\n#\ndn:\ndnsHostName: dc1\n\n# search reference\nref: ldap://x/\n\n# search result\nsearch: 2\nresult: 0 Success\n\n# numEntries: 1\n';
    expect(parse(text)).toEqual({ read: [['', { dnshostname: ['dc1'] }]], problems: [] });
    expect(parse('version: 1\n\ndn: CN=a\ncn: a\n\n')).toMatchObject({ read: [['CN=a', { cn: ['a'] }]], problems: [] });
    expect(parse('version: 1\ndn: CN=a\ncn: a\n')).toMatchObject({ read: [['CN=a', { cn: ['a'] }]], problems: [] });
  });

  it('names the line of damage and goes on with the next entry', () => {
    expect(parse('dn: CN=a\ncn: a\nno colon here\ncn: b\n\ndn: CN=b\ncn: b\n\n')).toEqual({
      read: [['CN=b', { cn: ['b'] }]],
      problems: [{ line: 3, message: '"no colon here" is no attribute.' }],
    });
    expect(parse('dn: CN=a\ncn:: AAE\n\n').problems).toEqual([
      { line: 2, message: 'The value of cn is not valid base64.' },
    ]);
    expect(parse('cn: a\n\n').problems[0]).toMatchObject({ line: 1 });
    expect(parse('dn: CN=a\nchangetype: delete\n\n')).toMatchObject({ read: [], problems: [{ line: 2 }] });
  });

  it('notices that a file was cut off', () => {
    expect(parse('dn: CN=a\ncn: a').problems[0]?.message).toContain('ends in the middle of CN=a');
    expect(parse(head + users.slice(0, -2)).problems[0]?.message).toContain('ends in the middle of CN=Users');
    expect(parse('# extended LDIF\n\ndn: CN=a\ncn: a\n\n').problems[0]?.message).toContain('cut off');
    expect(parse('# extended LDIF\n\nsearch: 2\nresult: 4 Size limit exceeded\n\n').problems[0]?.message).toContain(
      '4 Size limit exceeded',
    );
    expect(parse('# extended LDIF\n\nsearch: 2\nresult: 32 No such object\n\n').problems).toEqual([]);
  });

  it('refuses lines and names without end', () => {
    expect(() => parse(`dn: ${'x'.repeat(33 * 1024 * 1024)}`, 8 * 1024 * 1024)).toThrow('no LDIF');
    expect(parse(`dn: CN=${'x'.repeat(5000)}\ncn: a\n\n`).problems[0]?.message).toContain('4096');
  });

  it('takes attribute names that are properties of every object', () => {
    const { read } = parse('dn: CN=a\nconstructor: x\ntoString: y\n\n');
    expect(read[0]?.[1]).toEqual({ constructor: ['x'], tostring: ['y'] });
  });
});

describe('LDIF importer', () => {
  const files = ['rootdse', 'configuration', 'domain', 'devices'].map(
    (name) => [`directory/${name}.ldif`, demo(`directory/${name}.ldif`)] as const,
  );
  const whole = Object.fromEntries(files);

  it('reads files of one directory together, with the time of the rootDSE', async () => {
    const result = await importFiles(whole);
    expect(result.drafts.filter(({ status }) => status !== 'complete')).toEqual([]);
    expect(result.drafts).toHaveLength(directoryTopics.length + 1);
    expect(new Set(result.drafts.map(({ collectedAt }) => collectedAt))).toEqual(new Set(['2026-11-22T14:58:11.000Z']));
    expect(only(result, 'ad.registered-devices')).toMatchObject({
      target: 'contoso.com',
      data: { devices: { length: 33 } },
    });
  });

  it('finds nested members of the pilot group in a first pass', async () => {
    const pilotUsers = { kind: 'group', group: 'CN=WHFB Users,OU=Groups,DC=contoso,DC=com' } as const;
    const pilotComputers = { kind: 'unit', unit: 'OU=WHFB Pilot,OU=Workstations,DC=contoso,DC=com' } as const;
    const result = await importFiles(whole, { ...defaultScope, pilotUsers, pilotComputers });
    const { data } = only(result, 'ad.pilot-users');
    expect([data?.total, data?.populationFound]).toEqual([64, true]);
    expect(Object.fromEntries(data?.suffixes.map(({ suffix, count }) => [suffix, count]) ?? [])).toEqual({
      'contoso.com': 40,
      'emea.contoso.com': 12,
      'fabrikam.com': 9,
      'contoso.local': 3,
    });
    expect(only(result, 'ad.pilot-computers')).toMatchObject({ status: 'complete', data: { populationFound: true } });
  });

  it('reads the Unicode files of ldifde -u', async () => {
    const text = `\ufeff${head}${users}`;
    const result = await importFiles({ 'export.ldf': Buffer.from(text, 'utf16le') });
    expect(only(result, 'ad.domain')).toMatchObject({ status: 'complete', data: { functionalLevel: 7 } });
  });

  it('says nothing of partitions the export does not hold', async () => {
    const result = await importFiles({ 'configuration.ldif': demo('directory/configuration.ldif') });
    expect(
      result.drafts
        .map(({ kind }) => kind)
        .filter((kind) => ['ad.domain', 'ad.pilot-users', 'ad.registered-devices'].includes(kind)),
    ).toEqual([]);
  });

  it('gives no complete record where the container is missing', async () => {
    const user =
      'dn: CN=a,OU=Staff,DC=contoso,DC=com\nobjectClass: user\nobjectSid:: AQUAAAAAAAUVAAAA3PTcO4M9K0aCi6YoSQQAAA==\nuserPrincipalName: a@contoso.com\n\n';
    expect(only(await importFiles({ 'users.ldif': user }), 'ad.pilot-users')).toMatchObject({
      status: 'partial',
      failure: { reason: 'not-collected', code: 'ldif-not-spanned' },
      data: { total: 1 },
    });
    expect(only(await importFiles({ 'users.ldif': user, 'head.ldif': head + users }), 'ad.pilot-users')).toMatchObject({
      status: 'complete',
    });
  });

  it('keeps what a damaged file held as partial records that name the line', async () => {
    const domain = demo('directory/domain.ldif');
    const cut = domain.subarray(0, domain.indexOf('userPrincipalName', Math.floor(domain.length * 0.9)));
    const result = await importFiles({ ...whole, 'directory/domain.ldif': cut });
    const damaged = only(result, 'ad.pilot-users');
    expect(damaged).toMatchObject({ status: 'partial', failure: { reason: 'unreadable', code: 'ldif-damaged' } });
    expect(damaged.failure?.message).toMatch(
      /domain\.ldif is damaged at line \d+\. The file ends in the middle of CN=/u,
    );
    expect(only(result, 'ad.schema').status).toBe('complete');
    expect(only(result, 'ad.registered-devices').status).toBe('complete');
  });

  it('answers to a file that is no LDIF with a reason for everything it could have held', async () => {
    const result = await importFiles({ 'export.ldf': 'MZ\u0003\u0004 not LDIF at all\n' });
    expect(result.drafts.every(({ status, target }) => status === 'failed' && target === '*')).toBe(true);
    expect(result.drafts).toHaveLength(directoryTopics.length + 1);
    expect(result.drafts[0]?.failure?.message).toContain('export.ldf holds no entry of a directory. Line 1:');
    const empty = await importFiles({ 'export.ldf': '' });
    expect(empty.drafts[0]?.failure?.message).toContain('It is empty');
  });

  it('refuses the rootDSE of another directory service', async () => {
    const draft = only(
      await importFiles({ 'root.ldif': 'dn:\nvendorName: OpenLDAP\nnamingContexts: dc=example,dc=org\n\n' }),
      'ad.root-dse',
    );
    expect(draft).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    expect(draft.failure?.message).toContain('not a domain controller');
  });

  describe('and the computer accounts of CAs', () => {
    const configuration =
      'dn: CN=Enrollment Services,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com\nobjectClass: container\n\n' +
      'dn: CN=CA 1,CN=Enrollment Services,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com\nobjectClass: pKIEnrollmentService\ndNSHostName: CA01.emea.contoso.com\n\n';
    const inDomain = (text: string) => text.replaceAll('DC=contoso', 'DC=emea,DC=contoso').replaceAll('\r', '');
    const computers = 'dn: CN=Computers,DC=contoso,DC=com\nobjectClass: container\n\n';
    const server = (name: string) =>
      `dn: CN=${name},DC=contoso,DC=com\nobjectClass: user\nobjectClass: computer\nobjectSid:: AQUAAAAAAAUVAAAA3PTcO4M9K0aCi6YoSQQAAA==\ndNSHostName: ${name}.emea.contoso.com\noperatingSystem: Windows Server 2025\n\n`;
    const child = inDomain(`${head}${computers}${server('fs01')}${server('ca01')}`);
    const root = `${head}${computers}`.replaceAll('\r', '');

    it('finds them whichever partition comes first, in any domain', async () => {
      for (const files of [
        { 'a.ldif': configuration, 'b.ldif': child, 'c.ldif': root },
        { 'a.ldif': root, 'b.ldif': child, 'c.ldif': configuration },
        { 'a.ldif': child + configuration + root },
      ]) {
        const records = (await importFiles(files)).drafts.filter(({ kind }) => kind === 'ad.authority-computers');
        expect(records.map(({ status }) => status)).toEqual(['complete', 'complete']);
        expect(
          Object.fromEntries(
            records.map(({ target, data }) => [
              target,
              (data as AuthorityComputers).computers.map(({ distinguishedName }) => distinguishedName),
            ]),
          ),
        ).toEqual({ 'contoso.com': [], 'emea.contoso.com': ['CN=ca01,DC=emea,DC=contoso,DC=com'] });
      }
    });

    it('knows that an export without descriptors tells nothing of who holds them', async () => {
      const { drafts } = await importFiles({ 'a.ldif': configuration + child });
      const data = drafts.find(({ kind }) => kind === 'ad.authority-computers')?.data as AuthorityComputers;
      expect(data.computers).toHaveLength(1);
      expect(data.computers[0]).not.toHaveProperty('securityDescriptor');
    });

    it('says that the configuration is missing', async () => {
      expect(only(await importFiles({ 'a.ldif': child }), 'ad.authority-computers')).toMatchObject({
        status: 'partial',
        failure: {
          reason: 'not-collected',
          code: 'ldif-incomplete',
          message: expect.stringContaining('Enrollment Services'),
        },
      });
    });
  });

  it('reads several domains and forests apart', async () => {
    const child = head.replaceAll('DC=contoso', 'DC=emea,DC=contoso');
    const zone = head
      .replaceAll('DC=contoso', 'DC=DomainDnsZones,DC=contoso')
      .replace('msDS-Behavior-Version: 7\r\n', '');
    const result = await importFiles({ 'a.ldif': head + child + zone });
    expect(result.drafts.filter(({ kind }) => kind === 'ad.domain').map(({ target }) => target)).toEqual([
      'contoso.com',
      'emea.contoso.com',
    ]);
  });
});
