import { generalizedTime, guidBytes } from '../formats/binary-forms.mjs';

const capitalised = /^(CN|OU|DC)=/;

/** Value of the first relative name, without its escapes. */
const nameOf = (dn) => /^[A-Z]+=((?:\\.|[^,])*)/.exec(dn)[1].replaceAll('\\', '');

/**
 * An entry with what every exported object carries: class, name, GUID, dates.
 * `categoryOf` is the class's name in the schema's tree (`Person`, `PKI-Certificate-Template`).
 */
export function directoryObject(
  org,
  { dn, classes, categoryOf, created = org.domain.created, changed = created, guid, attributes = [] },
) {
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
      ['objectGUID', guidBytes(guid ?? org.guidFor(dn))],
      ['objectCategory', categoryOf && `CN=${categoryOf},${org.schemaDn}`],
      ...attributes,
    ],
  };
}

export const container = (org, dn, attributes = []) =>
  directoryObject(org, { dn, classes: ['top', 'container'], categoryOf: 'Container', attributes });
