import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { reportHandlers } from '../../../src-main/features/report/report-handlers';
import { openSettings, profilesOf } from '../../../src-main/features/settings-file';
import { docxOf } from '../../../src-main/report/docx/write-docx';
import { readBranding } from '../../../src-main/report/read-branding';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import { withBranding } from '../../../src-main/report/with-branding';
import { contrastOnPaper } from '../../../src-shared/report/contrast';
import { embeddedPicture, embedPicture } from '../../../src-shared/report/picture';
import { type ReportBranding, reportBrandingSchema } from '../../../src-shared/report/report-branding';
import { reportDocumentSchema } from '../../../src-shared/report/report-document';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { appContext } from '../../support/app-context';
import { temporaryFolder } from '../../support/temporary-folder';
import { membersOf } from '../../support/zip-members';
import { reportDocument } from './report-fixture';

/** A real PNG: one grey row per pixel of height. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
/** Start of a JPEG: an application segment, then the frame header. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108004000800301220002110103110100', 'hex');

const logo = embedPicture(png(200, 50)) ?? expect.fail();
const branding: ReportBranding = reportBrandingSchema.parse({
  company: 'Kestrel <Consulting>',
  classification: 'Strictly confidential',
  accent: '#6b2d5c',
  logo,
  fileName: '{customer} {date} {profile}',
});

describe('a logo', () => {
  test('is told by its content and keeps its size', () => {
    expect(embeddedPicture(logo)).toMatchObject({ type: 'png', width: 200, height: 50 });
    expect(embeddedPicture(embedPicture(jpeg) ?? '')).toMatchObject({ type: 'jpg', width: 128, height: 64 });
  });

  test.each([
    ['text', Buffer.from('<svg onload="alert(1)"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a PNG signature alone', png(1, 1).subarray(0, 20)],
    ['a PNG without pixels', png(0, 4)],
    ['a PNG with a side of 9000 pixels', png(9000, 1)],
    ['a JPEG that ends early', jpeg.subarray(0, 22)],
    ['more than 1 MiB', Buffer.concat([png(4, 4), Buffer.alloc(1_048_576)])],
  ])('%s is none', (_name, bytes) => expect(embedPicture(bytes)).toBeUndefined());

  test('a URL that says something else than its bytes, or leads elsewhere, is none', () => {
    expect(embeddedPicture(logo.replace('image/png', 'image/jpeg'))).toBeUndefined();
    expect(embeddedPicture('https://logos.example/logo.png')).toBeUndefined();
    expect(embeddedPicture('data:image/svg+xml;base64,PHN2Zy8+')).toBeUndefined();
  });
});

describe('what a report profile may say', () => {
  test('a colour has to be readable on paper', () => {
    expect(contrastOnPaper('#000000')).toBeCloseTo(21);
    expect(contrastOnPaper('#ffffff')).toBeCloseTo(1);
    expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 2);
    expect(reportBrandingSchema.safeParse({ accent: '#767676' }).success).toBe(true);
    expect(reportBrandingSchema.safeParse({ accent: '#777777' }).success).toBe(false);
    expect(reportBrandingSchema.safeParse({ accent: 'red; } body { display: none' }).success).toBe(false);
  });

  test.each([
    ['{customer} {date} {profile}', 'Contoso Ltd 2026-11-22 technical'],
    ['{classification} {date}', 'Top secret 2026-11-22'],
    ['', ''],
    ['Report', 'Report'],
    ['...', ''],
  ])('the file name of %j is %j', (pattern, name) =>
    expect(
      reportFileName(pattern, {
        customer: 'Contoso/Ltd.',
        createdAt: '2026-11-22T10:00:00Z',
        profile: 'technical',
        classification: 'Top\nsecret',
      }),
    ).toBe(name.replace('Contoso Ltd', 'Contoso Ltd.')),
  );

  test.each(['{name}', '../{customer}', 'a:b'])('the file name %j is refused', (fileName) =>
    expect(reportBrandingSchema.safeParse({ fileName }).success).toBe(false),
  );
});

describe('a report in a profile', () => {
  const document = withBranding(reportDocument(), branding);

  test('HTML holds logo, colour, company and classification, and still loads nothing', () => {
    const html = renderReportHtml(document, { paper: 'A4', profile: 'executive', nonce: 'n' });
    expect(html).toContain(`src="${logo}" alt="Logo of Kestrel &lt;Consulting&gt;"`);
    expect(html).toContain(':root { --accent: #6b2d5c; }');
    expect(html).toContain('<dd>Ada Kestrel, Northwind Consulting, Kestrel &lt;Consulting&gt;</dd>');
    expect(html).toContain('<dd>Strictly confidential</dd>');
    expect(html).toContain('default-src &#x27;none&#x27;; style-src &#x27;nonce-n&#x27;; img-src data:');
  });

  test('Word holds the picture and the colour, the same each time', async () => {
    const word = await docxOf(document, { paper: 'A4', profile: 'executive' });
    const members = membersOf(word);
    expect([...members.keys()].filter((name) => name.startsWith('word/media/') && name.endsWith('.png'))).toHaveLength(
      1,
    );
    expect(members.get('word/styles.xml')).toContain('6b2d5c');
    expect(Buffer.compare(word, await docxOf(document, { paper: 'A4', profile: 'executive' }))).toBe(0);
  });

  test('it stays a valid document, and an empty profile changes nothing', () => {
    expect(reportDocumentSchema.parse(document)).toEqual(document);
    const plain = reportDocument();
    expect(withBranding(plain, reportBrandingSchema.parse({}))).toBe(plain);
  });
});

describe('a report profile as a file', () => {
  test('its logo may be a path beside it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'logo.png'), png(200, 50));
    writeFileSync(join(folder, 'profile.json'), JSON.stringify({ ...branding, logo: 'logo.png' }));
    expect(await readBranding(join(folder, 'profile.json'))).toEqual(branding);
  });

  test.each([
    ['no JSON', '{', 'bad-report-profile'],
    ['an unknown part', '{"font":"https://fonts.example"}', 'bad-report-profile'],
    ['a remote logo', '{"logo":"https://logos.example/logo.png"}', 'bad-logo'],
    ['a light colour', '{"accent":"#ffee00"}', 'bad-report-profile'],
  ])('%s is refused with a reason', async (_name, text, code) => {
    const path = join(temporaryFolder(), 'profile.json');
    writeFileSync(path, text);
    await expect(readBranding(path)).rejects.toMatchObject({ code });
  });
});

describe('the profiles of this computer', () => {
  const { logo: _, ...texts } = { ...branding, name: 'Kestrel' };
  const namesOf = ({ profiles }: { readonly profiles: readonly { readonly name?: string | undefined }[] }) =>
    profiles.map(({ name }) => name);

  test('are kept with the settings: renamed, copied, chosen, deleted; a logo comes from a file', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'logo.png');
    writeFileSync(path, png(200, 50));
    const handlers = reportHandlers(appContext({ folder, answers: { chooseLogo: async () => path } }));
    const [{ name = '' } = {}] = (await handlers.profiles({})).profiles;
    await handlers.chooseLogo({ name });
    expect(await handlers.saveProfile({ name, profile: texts })).toEqual({
      profiles: [{ ...texts, logo }],
      chosen: 'Kestrel',
    });
    expect(await handlers.addProfile({ from: 'kestrel' })).toMatchObject({
      added: 'Copy of Kestrel',
      chosen: 'Kestrel',
    });
    expect(await handlers.addProfile({})).toMatchObject({ added: 'New profile' });
    expect(namesOf(await handlers.addProfile({}))).toEqual([
      'Kestrel',
      'Copy of Kestrel',
      'New profile',
      'New profile 2',
    ]);
    await expect(async () =>
      handlers.saveProfile({ name: 'New profile', profile: { ...texts, name: 'KESTREL' } }),
    ).rejects.toMatchObject({ code: 'bad-report-profile' });
    await handlers.chooseProfile({ name: 'New profile 2' });
    await handlers.deleteProfile({ name: 'New profile 2' });
    const read = profilesOf(openSettings(join(folder, 'settings.json')).read());
    expect(read).toMatchObject({ chosen: 'Kestrel', profiles: [{ logo }, { logo }, { name: 'New profile' }] });
    expect((await handlers.removeLogo({ name: 'Kestrel' })).profiles[0]).toEqual(texts);
    for (const gone of ['Copy of Kestrel', 'New profile', 'Kestrel']) await handlers.deleteProfile({ name: gone });
    expect(namesOf(await handlers.profiles({}))).toEqual(['Kestrel']); // the last one stays
  });

  test('are handed on in one file, which another computer imports and the command line reads', async () => {
    const path = join(temporaryFolder(), 'Kestrel.json');
    const answers = { chooseSavePath: async () => path, chooseReportProfile: async () => path };
    const [mine, theirs] = [reportHandlers(appContext({ answers })), reportHandlers(appContext({ answers }))];
    await mine.saveProfile({ name: 'Usual', profile: texts });
    expect(await mine.exportProfile({ name: 'Kestrel' })).toEqual({ path });
    expect(await readBranding(path)).toEqual(texts);
    expect(await theirs.importProfile({})).toMatchObject({ added: 'Kestrel', chosen: 'Usual' });
    expect(await theirs.importProfile({})).toMatchObject({ added: 'Kestrel 2' });
    writeFileSync(path, JSON.stringify({ ...texts, logo: 'data:image/png;base64,PHN2Zz4=' }));
    await expect(theirs.importProfile({})).rejects.toMatchObject({ code: 'bad-report-profile' });
    writeFileSync(path, ' '.repeat(3_000_000));
    await expect(theirs.importProfile({})).rejects.toMatchObject({ code: 'bad-report-profile' });
    expect(namesOf(await theirs.profiles({}))).toEqual(['Usual', 'Kestrel', 'Kestrel 2']);
  });

  test('the one of earlier versions is the first', () => {
    const path = join(temporaryFolder(), 'settings.json');
    writeFileSync(path, JSON.stringify({ theme: 'dark', paper: 'A4', branding: { company: 'Kestrel' } }));
    const profiles = profilesOf(openSettings(path).read());
    expect(profiles).toMatchObject({ chosen: 'Usual', profiles: [{ name: 'Usual', company: 'Kestrel' }] });
  });

  test('settings of an older version are kept', () => {
    const path = join(temporaryFolder(), 'settings.json');
    writeFileSync(path, '{"theme":"dark","paper":"Letter"}');
    expect(openSettings(path).read()).toMatchObject({ theme: 'dark', paper: 'Letter' });
    expect(readFileSync(path, 'utf8')).toBe('{"theme":"dark","paper":"Letter"}');
  });
});
