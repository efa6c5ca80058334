import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { certificateTemplate } from '../certificate-template';
import { dnsNameOf } from '../distinguished-name';
import { guidBytes } from '../guid';
import { present } from '../present';
import { domainNamedShortly, securityDescriptorOfText } from '../sddl';
import type { DumpedTemplate } from './template-attributes';

/** Seconds in a unit of a period. A directory keeps periods of template consoles so: a year has 365 days, a month 30. */
const units: ReadonlyMap<string, number> = new Map([
  ['years', 365 * 86_400],
  ['months', 30 * 86_400],
  ['weeks', 7 * 86_400],
  ['days', 86_400],
  ['hours', 3600],
]);

/** Names of templates are Unicode, everything else that is read bytes or ASCII. */
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The forest a template's distinguished name places it in, lower case; empty when it bears none. */
export const forestOf = ({ attributes }: DumpedTemplate): string =>
  dnsNameOf(attributes.get('distinguishedname')?.[0] ?? '').toLowerCase();

/**
 * What templates of a dump say, read as the directory's own entries are. Rights stand in text form; groups of a domain are named by two letters there, and where
 * that domain is not certain the rights are left out. `forest` gives the distinguished names an output does not hold.
 */
export function templatesIn(dumped: readonly DumpedTemplate[], forest: string): readonly CertificateTemplate[] {
  const rightsOf = ({ attributes }: DumpedTemplate): string | undefined => attributes.get('ntsecuritydescriptor')?.[0];
  const domain = domainNamedShortly(dumped.flatMap((one) => rightsOf(one) ?? []));
  const container = `CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,${forest
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',')}`;
  return dumped
    .map((one) => {
      const rights = rightsOf(one);
      const name = one.attributes.get('cn')?.[0] ?? one.name;
      const template = certificateTemplate({
        dn: one.attributes.get('distinguishedname')?.[0] ?? `CN=${name},${container}`,
        attributes: entryAttributes(one),
      });
      return {
        ...template,
        ...present({
          securityDescriptor: rights === undefined ? undefined : securityDescriptorOfText(rights, domain),
          validitySeconds: secondsOf(one, 'pkiexpirationperiod'),
          renewalSeconds: secondsOf(one, 'pkioverlapperiod'),
        }),
      };
    })
    .sort((a, b) => a.cn.localeCompare(b.cn, 'en'));
}

const elsewhere = new Set(['ntsecuritydescriptor', 'pkiexpirationperiod', 'pkioverlapperiod']);

function entryAttributes({ attributes }: DumpedTemplate): ReadonlyMap<string, readonly Buffer[]> {
  return new Map(
    [...attributes]
      .filter(([name, values]) => !elsewhere.has(name) && values.length > 0)
      .map(([name, values]) => [name, values.flatMap((value) => bytesOf(name, value) ?? [])]),
  );
}

function bytesOf(name: string, value: string): Buffer | undefined {
  switch (name) {
    case 'pkikeyusage':
      return /^[0-9a-f]{2}(?:\s?[0-9a-f]{2})*$/iu.test(value)
        ? Buffer.from(value.replace(/\s/gu, ''), 'hex')
        : undefined;
    case 'objectguid':
      return guidBytes(value);
    default:
      return utf8(value);
  }
}

/** `1 Years`: units are those of the registry; in any other word the period is left out. */
function secondsOf({ attributes }: DumpedTemplate, name: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,5}) ([A-Za-z]{3,10})$/u.exec(attributes.get(name)?.[0] ?? '') ?? [];
  const seconds = units.get(unit.toLowerCase());
  return seconds === undefined ? undefined : Number(count) * seconds;
}
