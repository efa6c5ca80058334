import type { Name } from '@peculiar/asn1-x509';
import { nameAttributes } from '../knowledge/object-identifiers';
import { escapeValue } from './distinguished-name';
import { printable } from './printable';

/** A certificate's name as Windows shows it: leaf first, `CN=Contoso Issuing CA 1, DC=contoso, DC=com`; hostile characters visible. Empty for no name. */
export const certificateNameText = (name: Name): string =>
  [...name]
    .reverse()
    .map((relativeName) =>
      [...relativeName]
        .map(({ type, value }) => `${nameAttributes[type] ?? type}=${printable(escapeValue(value.toString()), 512)}`)
        .join('+'),
    )
    .join(', ');

/** The value of the first `CN`; undefined when the name has none. */
export function commonNameOf(name: string): string | undefined {
  const match = /(?:^|, |\+)CN=((?:\\.|[^,\\+]|\+(?=[0-9A-F]{4,6}›))*)/u.exec(name);
  return match?.[1]?.replace(/\\(.)/gu, '$1');
}
