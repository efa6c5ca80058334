import { dumpedNumber } from './registry-values';
import type { DumpedTemplate } from './template-attributes';

const lineLimit = 400_000;
const templateLimit = 2000;
const heading = /^[ \t]{0,8}Template\[(\d{1,5})\]:[ \t]{0,8}$/u;
const property = /^[ \t]{0,8}TemplateProp([A-Za-z0-9]{1,40}) =[ \t]{0,20}(.*)$/u;

/** Properties (EnrollmentTemplateProperty) → attribute of the directory, and how certutil shows the value. */
const attributeOf: Readonly<Record<string, readonly [string, 'text' | 'number' | 'oids' | 'list']>> = {
  CommonName: ['cn', 'text'],
  FriendlyName: ['displayname', 'text'],
  EKUs: ['pkiextendedkeyusage', 'oids'],
  CryptoProviders: ['pkidefaultcsps', 'list'],
  MajorRevision: ['revision', 'number'],
  SchemaVersion: ['mspki-template-schema-version', 'number'],
  MinorRevision: ['mspki-template-minor-revision', 'number'],
  RASignatureCount: ['mspki-ra-signature', 'number'],
  MinimumKeySize: ['mspki-minimal-key-size', 'number'],
  OID: ['mspki-cert-template-oid', 'oids'],
  Supersede: ['mspki-supersede-templates', 'list'],
  RACertificatePolicies: ['mspki-ra-policies', 'oids'],
  RAEKUs: ['mspki-ra-application-policies', 'oids'],
  CertificatePolicies: ['mspki-certificate-policy', 'oids'],
  V1ApplicationPolicy: ['mspki-certificate-application-policy', 'oids'],
  EnrollmentFlags: ['mspki-enrollment-flag', 'number'],
  SubjectNameFlags: ['mspki-certificate-name-flag', 'number'],
  PrivateKeyFlags: ['mspki-private-key-flag', 'number'],
  GeneralFlags: ['flags', 'number'],
  SecurityDescriptor: ['ntsecuritydescriptor', 'text'],
  ValidityPeriod: ['pkiexpirationperiod', 'text'],
  RenewalPeriod: ['pkioverlapperiod', 'text'],
};
/** What `-v` always shows; without it the output names templates and little else. */
const always = ['cn', 'flags', 'revision', 'mspki-enrollment-flag', 'mspki-private-key-flag', 'mspki-ra-signature'];

export interface EnrolmentTemplates {
  readonly templates: readonly DumpedTemplate[];
  /** Templates there are, as the output says, also when it was asked for one of them; absent = it does not say. */
  readonly total?: number;
}

interface OpenTemplate {
  readonly line: number;
  readonly properties: Map<string, string[]>;
}

/**
 * Reads `certutil -v -template`: properties have names of the programming interface, numbers are hexadecimal, usages have their object identifiers. What stands
 * behind them, such as names of rights, is in the language of the machine and not read.
 */
export function readTemplateProperties(text: string): EnrolmentTemplates {
  const found: OpenTemplate[] = [];
  let total: number | undefined;
  let lines: string[] | undefined;
  for (const [index, line] of text.split(/\r\n|\r|\n/u, lineLimit).entries()) {
    const [, name, rest = ''] = property.exec(line) ?? [];
    const template = found.at(-1);
    if (heading.test(line)) {
      if (found.length === templateLimit) break;
      found.push({ line: index + 1, properties: new Map() });
      lines = undefined;
    } else if (name !== undefined && template !== undefined) {
      lines = [rest];
      template.properties.set(name, lines);
    } else if (template === undefined) total ??= countIn(line);
    else if (lines !== undefined && lines.length < 5000) lines.push(line);
  }
  const templates = found.map(({ line, properties }) => templateOf(line, properties));
  return total === undefined ? { templates } : { templates, total };
}

/** `35 Templates:` before the first one; the word is in the language of the machine. */
function countIn(line: string): number | undefined {
  const count = /^(\d{1,5}) \S[^\r\n:]{0,60}:\s{0,5}$/u.exec(line)?.[1];
  return count === undefined ? undefined : Number(count);
}

function templateOf(line: number, properties: ReadonlyMap<string, readonly string[]>): DumpedTemplate {
  const attributes = new Map<string, readonly string[]>();
  let isWhole = true;
  for (const [name, lines] of properties) {
    const [attribute, form] = (Object.hasOwn(attributeOf, name) ? attributeOf[name] : undefined) ?? [];
    if (attribute === undefined || form === undefined) continue;
    const values = valuesOf(lines, form);
    // A property is there because it has a value; one that cannot be read must not look like none.
    if (values.length === 0) isWhole = false;
    attributes.set(attribute, values);
  }
  const usage = keyUsageIn(properties.get('Extensions') ?? []);
  if (usage !== undefined) attributes.set('pkikeyusage', [usage]);
  const algorithms = algorithmsIn(properties);
  if (algorithms.length > 0)
    attributes.set('mspki-ra-application-policies', [
      ...(attributes.get('mspki-ra-application-policies') ?? []),
      algorithms.join(''),
    ]);
  return {
    name: attributes.get('cn')?.[0] ?? '',
    line,
    attributes,
    isWhole: isWhole && always.every((name) => attributes.has(name)),
  };
}

function valuesOf(lines: readonly string[], form: 'text' | 'number' | 'oids' | 'list'): readonly string[] {
  const [first = '', ...rest] = lines;
  switch (form) {
    case 'text':
      return first.trim() === '' ? [] : [first.trim()];
    case 'number': {
      const value = dumpedNumber(first.trim());
      return value === undefined ? [] : [String(value)];
    }
    case 'oids':
      return lines.flatMap((line) => /^\s{0,20}(\d{1,3}(?:\.\d{1,20}){2,40})(?=\s|$)/u.exec(line)?.[1] ?? []);
    case 'list':
      return rest.flatMap((line) => /^\s{1,20}\d{1,5}: (.*\S)/u.exec(line)?.[1] ?? []);
  }
}

/** The bits of the extension 2.5.29.15, in hexadecimal behind their names: `… (a0)`. */
function keyUsageIn(lines: readonly string[]): string | undefined {
  const from = lines.findIndex((line) => /^\s{0,20}2\.5\.29\.15:/u.test(line));
  if (from < 0) return undefined;
  const own = lines.slice(from + 1, from + 5);
  return own
    .map((line) => /\(([0-9a-f]{2}(?: [0-9a-f]{2})?)\)\s*$/iu.exec(line)?.[1])
    .find((bits) => bits !== undefined);
}

/** As the directory keeps them: name, type and value with backticks (MS-CRTD 2.23). */
const algorithmsIn = (properties: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  (
    [
      ['AsymmetricAlgorithm', 'msPKI-Asymmetric-Algorithm'],
      ['HashAlgorithm', 'msPKI-Hash-Algorithm'],
    ] as const
  ).flatMap(([name, stored]) => {
    const value = /^[A-Za-z0-9_-]{1,40}$/u.exec(properties.get(name)?.[0]?.trim() ?? '')?.[0];
    return value === undefined ? [] : [`${stored}\`PZPWSTR\`${value}\``];
  });
