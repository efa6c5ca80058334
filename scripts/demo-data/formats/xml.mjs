/** A small XML tree: enough to write AD FS documents and to sign one of them. */

/** An element; `attributes` may hold namespace declarations, children are elements or text. */
export const element = (name, attributes = {}, ...children) => ({ name, attributes, children: children.flat() });

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const attributeText = ([name, value]) => ` ${name}="${escapeAttribute(value)}"`;
const isNamespace = ([name]) => name === 'xmlns' || name.startsWith('xmlns:');
const prefixOf = (name) => (name.includes(':') ? name.split(':')[0] : '');

/** The element on one line, as AD FS writes its documents. */
export function xmlText(node) {
  if (typeof node === 'string') return escapeText(node);
  const head = `<${node.name}${Object.entries(node.attributes).map(attributeText).join('')}`;
  return node.children.length === 0 ? `${head}/>` : `${head}>${node.children.map(xmlText).join('')}</${node.name}>`;
}

/**
 * Exclusive canonical form without comments (Exclusive XML Canonicalization 1.0): the octets a signature covers.
 * `inScope` maps prefixes to namespaces declared above the element.
 */
export function canonicalText(node, inScope = {}, rendered = {}) {
  if (typeof node === 'string') return escapeText(node);
  const entries = Object.entries(node.attributes);
  const scope = {
    ...inScope,
    ...Object.fromEntries(entries.filter(isNamespace).map(([name, uri]) => [name.slice(6), uri])),
  };
  const plain = entries.filter((entry) => !isNamespace(entry));
  const used = new Set([prefixOf(node.name), ...plain.map(([name]) => prefixOf(name)).filter(Boolean)]);
  const needed = [...used].filter((prefix) => scope[prefix] !== undefined && scope[prefix] !== rendered[prefix]).sort();
  const declarations = needed.map((prefix) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, scope[prefix]]);
  const sortKey = ([name]) =>
    prefixOf(name) === '' ? `\u0000${name}` : `${scope[prefixOf(name)]}\u0000${name.split(':')[1]}`;
  const sorted = plain.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const nowRendered = { ...rendered, ...Object.fromEntries(needed.map((prefix) => [prefix, scope[prefix]])) };
  const inner = node.children.map((child) => canonicalText(child, scope, nowRendered)).join('');
  return `<${node.name}${[...declarations, ...sorted].map(attributeText).join('')}>${inner}</${node.name}>`;
}
