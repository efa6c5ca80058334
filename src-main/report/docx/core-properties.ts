import type { ReportDocument } from '../../../src-shared/report/report-document';
import { consultantOf } from '../consultant';

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/**
 * Title, author and dates of the Word document (ECMA-376 part 2, core properties). The library would put in the time of writing, and the same report would
 * give another file each time.
 */
export function coreProperties(
  document: Pick<ReportDocument, 'details' | 'branding' | 'createdAt'>,
  name: string,
): {
  readonly path: string;
  readonly data: string;
} {
  const { createdAt } = document;
  const date = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(createdAt)}</dcterms:${name}>`;
  const title = escaped(name);
  const properties = [
    `<dc:title>${title}</dc:title>`,
    `<dc:creator>${escaped(consultantOf(document))}</dc:creator>`,
    date('created'),
    date('modified'),
  ];
  return {
    path: 'docProps/core.xml',
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${namespaces}>${properties.join('')}</cp:coreProperties>`,
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
