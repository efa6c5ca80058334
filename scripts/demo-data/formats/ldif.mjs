/**
 * Two LDIF dialects (RFC 2849) of the tools consultants use.
 *
 * An entry is `{ dn, attributes }`; attributes is a list of `[name, ...values]`, a value is text or a Buffer.
 */

const isSafe = (text) => /^[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*$/.test(text) && !text.endsWith(' ');

/** `name: value`, or `name:: base64` when the value is binary, not ASCII, or starts with a character LDIF forbids. */
function attributeText(name, value) {
  if (Buffer.isBuffer(value)) return [`${name}:: `, value.toString('base64')];
  if (value === '' || isSafe(value)) return [`${name}: `, value];
  return [`${name}:: `, Buffer.from(value, 'utf8').toString('base64')];
}

/** ldifde puts a value that does not fit beside its name wholly on continuation lines. */
function foldLikeLdifde([head, value]) {
  if (head.length + value.length <= 80) return [head + value];
  return [head, ...(value.match(/.{1,79}/g) ?? []).map((part) => ` ${part}`)];
}

/** ldapsearch starts the value beside its name and breaks at column 79. */
function foldLikeLdapsearch([head, value]) {
  const line = head + value;
  const rest = line.slice(79).match(/.{1,78}/g) ?? [];
  return [line.slice(0, 79), ...rest.map((part) => ` ${part}`)];
}

const valuesOf = ({ attributes }) =>
  attributes.flatMap(([name, ...values]) =>
    values.filter((value) => value !== undefined).map((value) => [name, value]),
  );

/** A file as `ldifde -f` writes it: CRLF, `changetype: add`. */
export function ldifdeFile(entries) {
  const blocks = entries.map((entry) => {
    const lines = [['dn', entry.dn], ['changetype', 'add'], ...valuesOf(entry)];
    return lines.flatMap(([name, value]) => foldLikeLdifde(attributeText(name, value))).join('\r\n');
  });
  return `${blocks.join('\r\n\r\n')}\r\n\r\n`;
}

/** The output of OpenLDAP's `ldapsearch` for a base-scope search of the rootDSE: LF, comments, a result block. */
export function ldapsearchRootDse(attributes) {
  const lines = valuesOf({ attributes }).flatMap(([name, value]) => foldLikeLdapsearch(attributeText(name, value)));
  return [
    '# extended LDIF',
    '#',
    '# LDAPv3',
    '# base <> with scope baseObject',
    '# filter: (objectclass=*)',
    '# requesting: ALL',
    '#',
    '',
    '#',
    'dn:',
    ...lines,
    '',
    '# search result',
    'search: 2',
    'result: 0 Success',
    '',
    '# numResponses: 2',
    '# numEntries: 1',
    '',
  ].join('\n');
}
