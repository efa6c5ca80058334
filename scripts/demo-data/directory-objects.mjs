import { generalizedTime, guidBytes } from './binary-forms.mjs';
import { domain, schemaDn } from './organisation.mjs';
import { guidFor } from './seeded-random.mjs';

const capitalised = /^(CN|OU|DC)=/;

/** Value of the first relative name, without its escapes. */
const nameOf = (dn) => /^[A-Z]+=((?:\\.|[^,])*)/.exec(dn)[1].replaceAll('\\', '');

/**
 * An entry with what every exported object carries: class, name, GUID, dates.
 * `categoryOf` is the class's name in the schema's tree (`Person`, `PKI-Certificate-Template`).
 */
export function directoryObject({
  dn,
  classes,
  categoryOf,
  created = domain.created,
  changed = created,
  guid,
  attributes = [],
}) {
  const rdn = capitalised.exec(dn)[1];
  return {
    dn,
    attributes: [
      ['objectClass', ...classes],
      [rdn === 'CN' ? 'cn' : rdn.toLowerCase(), nameOf(dn)],
      ['distinguishedName', dn],
      ['whenCreated', generalizedTime(created)],
      ['whenChanged', generalizedTime(changed)],
      ['name', nameOf(dn)],
      ['objectGUID', guidBytes(guid ?? guidFor(dn))],
      ['objectCategory', categoryOf && `CN=${categoryOf},${schemaDn}`],
      ...attributes,
    ],
  };
}

export const container = (dn, attributes = []) =>
  directoryObject({ dn, classes: ['top', 'container'], categoryOf: 'Container', attributes });
