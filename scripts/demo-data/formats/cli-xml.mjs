import { element, xmlText } from './xml.mjs';

/** A property by its type (MS-PSRP 2.2.5): text, truth value, number or nothing. */
function property([name, value]) {
  if (value === null || value === undefined) return element('Nil', { N: name });
  if (typeof value === 'boolean') return element('B', { N: name }, String(value));
  if (typeof value === 'number') return element('I32', { N: name }, String(value));
  return element('S', { N: name }, String(value));
}

/** An object as `Export-Clixml` saves it: UTF-16 with a mark. */
export function cliXmlFile(type, object) {
  const document = element(
    'Objs',
    { Version: '1.1.0.1', xmlns: 'http://schemas.microsoft.com/powershell/2004/04' },
    element(
      'Obj',
      { RefId: '0' },
      element('TN', { RefId: '0' }, element('T', {}, type), element('T', {}, 'System.Object')),
      element('Props', {}, Object.entries(object).map(property)),
    ),
  );
  return Buffer.from(`\ufeff${xmlText(document)}`, 'utf16le');
}
