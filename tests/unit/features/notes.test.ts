import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureFacts } from '../../../src-main/features/attachments/picture-facts';
import { notesHandlers } from '../../../src-main/features/notes/notes-handlers';
import { loadReportNotes } from '../../../src-main/features/report/load-report-notes';
import { docxOf } from '../../../src-main/report/docx/write-docx';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import { readRawInputInfo } from '../../../src-main/store/raw-inputs';
import { pictureLimit } from '../../../src-shared/model/finding-note';
import { appContext } from '../../support/app-context';
import { newEngagement } from '../../support/engagement';
import { reportDocument } from '../report/report-fixture';

const png = readFileSync('assets/screenshots/forget.png');
/** The start of a JPEG file: application segment, then a frame of 3 × 2 pixels. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100ffd9', 'hex');
const checkId = 'DIR-020';

async function opened() {
  const file = await newEngagement();
  const context = appContext();
  await context.session.use(file);
  return { file, handlers: notesHandlers(context) };
}

test('a picture is told by its content', () => {
  expect(pictureFacts(png)).toMatchObject({ mediaType: 'image/png' });
  expect(pictureFacts(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 3, height: 2 });
  expect(pictureFacts(Buffer.concat([Buffer.from('ffd8ffff', 'hex'), jpeg.subarray(3)]))).toMatchObject({ width: 3 });
});

const bomb = Buffer.from(png);
bomb.writeUInt32BE(60_000, 16);
bomb.writeUInt32BE(60_000, 20);
test.each([
  ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', Buffer.alloc(0)],
  ['a PNG cut short', png.subarray(0, 20)],
  ['a JPEG cut short', jpeg.subarray(0, 12)],
  ['a JPEG whose segment has no length', Buffer.from('ffd8ffe0000000000000000000', 'hex')],
  ['a JPEG without a frame', Buffer.from('ffd8ffe00004aaaaffda00080101000000', 'hex')],
  ['more pixels than anybody can show', bomb],
])('%s is refused', async (_name, bytes) => {
  const { handlers } = await opened();
  await expect(handlers.addPicture({ checkId, base64: bytes.toString('base64') })).rejects.toMatchObject({
    code: 'picture-unusable',
  });
  expect((await handlers.read({ checkId })).pictures).toEqual([]);
});

test('a picture of more than 5 MiB is refused', async () => {
  const { handlers } = await opened();
  const large = Buffer.concat([png, Buffer.alloc(pictureLimit)]).toString('base64');
  await expect(handlers.addPicture({ checkId, base64: large })).rejects.toMatchObject({ code: 'picture-too-large' });
});

test('a note keeps its lines, an empty one is none; pictures stay with their finding until removed', async () => {
  const { file, handlers } = await opened();
  await handlers.save({ checkId, note: 'First line\nsecond line' });
  expect(await handlers.read({ checkId })).toEqual({ checkId, note: 'First line\nsecond line', pictures: [] });
  const { pictures } = await handlers.addPicture({ checkId, base64: png.toString('base64') });
  await handlers.addPicture({ checkId: 'DIR-021', base64: png.toString('base64') });
  const [picture] = pictures;
  if (picture === undefined) throw new Error('No picture');
  expect(await handlers.showPicture({ id: picture.id })).toEqual({
    address: `data:image/png;base64,${png.toString('base64')}`,
  });
  await handlers.describePicture({ id: picture.id, caption: ' The console ' });
  expect((await handlers.read({ checkId })).pictures).toMatchObject([{ caption: 'The console' }]);
  await handlers.removePicture({ id: picture.id });
  expect(readRawInputInfo(file, picture.sha256)).toBeDefined(); // the other finding has the same one
  const other = (await handlers.read({ checkId: 'DIR-021' })).pictures[0];
  await handlers.removePicture({ id: other?.id ?? '' });
  expect(readRawInputInfo(file, picture.sha256)).toBeUndefined();
  await expect(handlers.showPicture({ id: picture.id })).rejects.toMatchObject({ code: 'no-picture' });
  await handlers.save({ checkId, note: '' });
  expect(await loadReportNotes(file)).toEqual([]);
});

test('a report shows them with their alternative text, hostile characters made visible', async () => {
  const { file, handlers } = await opened();
  const document = reportDocument();
  const id = document.findings.find(({ outcome }) => outcome === 'fail')?.checkId ?? '';
  await handlers.save({ checkId: id, note: 'One\nTwo \u202e<b>' });
  const { pictures } = await handlers.addPicture({ checkId: id, base64: png.toString('base64') });
  await handlers.describePicture({ id: pictures[0]?.id ?? '', caption: 'The console of the CA' });
  const withNotes = { ...document, notes: await loadReportNotes(file) };
  const html = renderReportHtml(withNotes, { paper: 'A4', profile: 'technical', nonce: 'c29tZS1ub25jZQ==' });
  expect(html).toContain('alt="The console of the CA"');
  expect(html).toContain('One\nTwo ‹U+202E›&lt;b&gt;');
  expect(html).toContain(png.toString('base64').slice(0, 200));
  const word = await docxOf(withNotes, { paper: 'A4', profile: 'technical' });
  expect(await docxOf(withNotes, { paper: 'A4', profile: 'technical' })).toEqual(word);
  const plain = await docxOf(document, { paper: 'A4', profile: 'technical' });
  expect(word.length - plain.length).toBeGreaterThan(png.length / 2);
});
