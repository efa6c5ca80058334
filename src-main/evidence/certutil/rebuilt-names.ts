import { otherNameOid } from '../../knowledge/object-identifiers';
import { derTag } from '../der';
import { derOid, derSequence, derValue } from '../der-encoding';
import type { BytesOf } from './rebuilt-extensions';

/** Tags of GeneralName (RFC 5280 4.2.1.6). */
const [mail, dns, uri, address] = [0x81, 0x82, 0x86, 0x87];

/**
 * Subject alternative names. Labels are in the language of the machine, so what stands behind `=` tells the kind by its form; names of other kinds
 * (`Other Name:`, then `Principal Name=…` or `DS Object Guid=04 10 …` on the next line) are told by the line before, which ends with a colon and has no value. Undefined with a
 * name of a kind that cannot be rebuilt, such as a name in a directory.
 */
export const alternativeNamesBytes: BytesOf = (lines) => {
  const names: Buffer[] = [];
  let isOther = false;
  for (const line of lines.slice(1)) {
    const [, label, value = ''] = /^[ \t]{0,40}([^=]{1,100})=(.{1,2048})$/u.exec(line.trimEnd()) ?? [];
    if (label === undefined) {
      if (isOther || !/:\s*$/u.test(line)) return undefined;
      isOther = true;
    } else {
      const name = isOther ? otherName(label.trim(), value.trim()) : plainName(value.trim());
      if (name === undefined) return undefined;
      names.push(name);
      isOther = false;
    }
  }
  return names.length === 0 || isOther ? undefined : derSequence(...names);
};

function plainName(value: string): Buffer | undefined {
  const octets = value.split('.').map(Number);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(value) && octets.every((octet) => octet < 256))
    return derValue(address, Uint8Array.from(octets));
  if (/^[a-z][a-z0-9+.-]{1,20}:/iu.test(value)) return derValue(uri, Buffer.from(value, 'latin1'));
  if (value.includes('@')) return derValue(mail, Buffer.from(value, 'latin1'));
  return /^[a-z0-9_*.-]{1,255}$/iu.test(value) ? derValue(dns, Buffer.from(value, 'latin1')) : undefined;
}

/** The value of a type that Windows knows is text, of any other type the bytes. `CN=`, `DC=` and the like belong to a name in a directory. */
function otherName(label: string, value: string): Buffer | undefined {
  if (/^[A-Z]{1,12}$/u.test(label)) return undefined;
  const isDumped = /^(?:[0-9a-f]{2} ){2,200}[0-9a-f]{2}$/iu.test(value);
  const own = /^[0-2](?:\.\d{1,20}){2,30}$/u.test(label) ? label : undefined;
  const type = own ?? (isDumped ? otherNameOid.domainControllerGuid : otherNameOid.userPrincipalName);
  const content = isDumped
    ? Buffer.from(value.replaceAll(' ', ''), 'hex')
    : derValue(derTag.utf8String, Buffer.from(value, 'utf8'));
  return derValue(derTag.context0, derOid(type), derValue(derTag.context0, content));
}
