import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { reportHandlers } from '../../../src-main/features/report/report-handlers';
import { openSettings } from '../../../src-main/features/settings-file';
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
    ['', ''],
    ['Report', 'Report'],
    ['...', ''],
  ])('the file name of %j is %j', (pattern, name) =>
    expect(
      reportFileName(pattern, { customer: 'Contoso/Ltd.', createdAt: '2026-11-22T10:00:00Z', profile: 'technical' }),
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

describe('the profile of this computer', () => {
  test('is kept with the settings; its logo comes from a file', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'logo.png');
    writeFileSync(path, png(200, 50));
    const handlers = reportHandlers(appContext({ folder, answers: { chooseLogo: async () => path } }));
    const { logo: _, ...texts } = branding;
    expect(await handlers.chooseLogo({})).toMatchObject({ branding: { logo } });
    expect(await handlers.saveBranding({ branding: texts })).toEqual({ branding });
    expect(openSettings(join(folder, 'settings.json')).read()).toMatchObject({ theme: 'system', branding });
    expect(await handlers.removeLogo({})).toEqual({ branding: texts });
  });

  test('settings of an older version are kept', () => {
    const path = join(temporaryFolder(), 'settings.json');
    writeFileSync(path, '{"theme":"dark","paper":"Letter"}');
    expect(openSettings(path).read()).toMatchObject({ theme: 'dark', paper: 'Letter' });
    expect(readFileSync(path, 'utf8')).toBe('{"theme":"dark","paper":"Letter"}');
  });
});
