import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import type { AffectedObject } from '../../../src-shared/model/finding';
import type { PlacedTemplate } from '../../evidence/derived/template-roles';
import { normalDn, parentDn } from '../../evidence/distinguished-name';

type Identity = Pick<AffectedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'>;

/** `CN=WHFBAuthentication` of a DN, as spelt: short enough to stand on one line of an LDIF. */
export const leadingName = (dn: string): string => {
  const parent = parentDn(dn);
  return dn
    .slice(0, dn.length - parent.length)
    .replace(/,\s*$/u, '')
    .slice(0, 500);
};

export const authorityObject = ({ objectGuid, distinguishedName, name }: CertificationAuthority, evidenceId: string) =>
  ({
    id: objectGuid ?? normalDn(distinguishedName),
    kind: 'certification-authority',
    name,
    evidenceId,
    locate: leadingName(distinguishedName),
  }) as const satisfies Identity;

export const templateObject = ({ template, evidenceId }: PlacedTemplate) =>
  ({
    id: template.objectGuid ?? normalDn(template.distinguishedName),
    kind: 'certificate-template',
    name: template.cn,
    evidenceId,
    locate: leadingName(template.distinguishedName),
  }) as const satisfies Identity;

export const forestObject = (name: string) =>
  ({ id: `forest:${name.toLowerCase()}`, kind: 'forest', name }) as const satisfies Identity;
