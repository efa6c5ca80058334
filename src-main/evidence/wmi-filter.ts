import { guidFromText } from './guid';

const queryLimit = 50;

/** The GUID in `gPCWQLFilter`, `[contoso.com;{GUID};0]` (MS-GPOL 2.2.4); undefined when the text names no filter. */
export const wmiFilterGuid = (text: string): string | undefined => guidFromText(text.split(';')[1] ?? '');

/**
 * The queries of `msWMI-Parm2` (MS-GPOL 2.2.5): `count;` and for each query `3;<length of namespace>;<length of query>;WQL;<namespace>;<query>;`. A query may
 * hold semicolons, hence the lengths. Text of another form is given as it is: people have to see what decides.
 */
export function wmiQueries(text: string): readonly string[] {
  const queries: string[] = [];
  let rest = text.replace(/^\s*\d{1,4};/u, '');
  while (queries.length < queryLimit) {
    const head = /^\d{1,4};(\d{1,6});(\d{1,6});WQL;/u.exec(rest);
    if (head === null) break;
    const start = head[0].length + Number(head[1]) + 1;
    queries.push(rest.slice(start, start + Number(head[2])));
    rest = rest.slice(start + Number(head[2]) + 1);
  }
  return queries.length === 0 && text.trim() !== '' ? [text.trim()] : queries;
}
