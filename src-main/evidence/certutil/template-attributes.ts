/** A certificate template as certutil writes it, by the names of its attributes in the directory (lower case). */
export interface DumpedTemplate {
  readonly name: string;
  /** 1-based, within the output. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** False when what every template has is missing: the output was asked for less, is cut off or damaged. */
  readonly isWhole: boolean;
}

const lineLimit = 400_000;
const templateLimit = 2000;
const valueLimit = 2000;
const section = /^[ \t]{0,8}\[([^\]\r\n]{1,255})\][ \t]{0,8}$/u;
const attribute = /^[ \t*]{0,20}([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,20}=[ \t]{0,20}(.*)$/u;

interface OpenTemplate {
  readonly name: string;
  readonly line: number;
  readonly attributes: Map<string, string[]>;
}

/**
 * Reads `certutil -dsTemplate`, which writes templates in the form `-dsAddTemplate` takes: a section each, attributes by their names in the directory, values in
 * double quotes over any number of lines. With -v numbers and names of flags stand behind the values; only what is in quotes counts.
 */
export function readTemplateAttributes(text: string): readonly DumpedTemplate[] {
  const found: OpenTemplate[] = [];
  let template: OpenTemplate | undefined;
  let values: string[] | undefined;
  let raw = '';
  const close = (): void => {
    values?.push(...quotedIn(raw).slice(0, valueLimit));
    [values, raw] = [undefined, ''];
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/u, lineLimit).entries()) {
    // A value that is still open goes on, whatever the line looks like.
    const isOpen = values !== undefined && (raw.split('"').length - 1) % 2 === 1;
    const title = isOpen ? undefined : section.exec(line)?.[1];
    const [, name, rest = ''] = (isOpen || title !== undefined ? null : attribute.exec(line)) ?? [];
    if (title !== undefined) {
      close();
      if (found.length === templateLimit) break;
      template = { name: title, line: index + 1, attributes: new Map() };
      found.push(template);
    } else if (name !== undefined && template !== undefined) {
      close();
      values = [];
      raw = rest;
      template.attributes.set(name.toLowerCase(), values);
    } else if (values !== undefined && raw.length < 1024 * 1024) raw += `\n${line}`;
  }
  close();
  return found
    .filter(({ attributes }) => attributes.get('objectclass')?.includes('pKICertificateTemplate') === true)
    .map((one) => ({
      ...one,
      isWhole: ['cn', 'flags', 'revision', 'pkikeyusage', 'pkiexpirationperiod', 'distinguishedname'].every(
        (name) => (one.attributes.get(name) ?? []).length > 0,
      ),
    }));
}

/** Texts in double quotes; a quote within one is written twice, and a line break within one is of the output. */
const quotedIn = (raw: string): string[] =>
  [...raw.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, value = '']) =>
    value.replaceAll('""', '"').replace(/[ \t]*\n[ \t]*/gu, ''),
  );
