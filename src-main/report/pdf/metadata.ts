import { catalogOf } from './pages';
import { addObject, dictionary, type PdfFile, textString } from './pdf-object';

/** What a file says about itself, besides what stands on its pages. */
export interface PdfFacts {
  readonly title: string;
  readonly madeAt: Date;
  /** Name and version of the product. */
  readonly madeWith: string;
  /** BCP 47. */
  readonly language: string;
}

const producer = 'Skia/PDF';

/**
 * Writes what the file says about itself, once for readers of the document information and once as XMP (ISO 16684-1), which claims PDF/UA-1 (ISO 14289-1, 5). The time is that
 * of the report, so that the same report gives the same file whenever it is printed.
 */
export function setMetadata(file: PdfFile, facts: PdfFacts): void {
  const date = textString(`D:${facts.madeAt.toISOString().replace(/\D/gu, '').slice(0, 14)}+00'00'`);
  const about = dictionary({
    '/Title': textString(facts.title),
    '/Creator': textString(facts.madeWith),
    '/Producer': textString(producer),
    '/CreationDate': date,
    '/ModDate': date,
  });
  const metadata = addObject(file, {
    value: dictionary({ '/Type': '/Metadata', '/Subtype': '/XML' }),
    stream: Buffer.from(packet(facts), 'utf8'),
  });
  file.trailer.set('/Info', addObject(file, { value: about }));
  catalogOf(file)
    .set('/Metadata', metadata)
    .set('/Lang', textString(facts.language))
    .set('/MarkInfo', dictionary({ '/Marked': true }))
    .set('/ViewerPreferences', dictionary({ '/DisplayDocTitle': true }));
}

function packet({ title, madeAt, madeWith, language }: PdfFacts): string {
  const date = madeAt.toISOString().replace(/\.\d+Z$/u, 'Z');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${inXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${inXml(madeWith)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Characters that XML 1.0 does not allow at all become the replacement character. */
const inXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`);
