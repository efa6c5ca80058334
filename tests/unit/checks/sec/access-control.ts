import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { SecuredObject, SecuredRole, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import { descriptor } from '../principals';

const configuration = `CN=Configuration,${forestDn}`;
export const services = `CN=Public Key Services,CN=Services,${configuration}`;

/** An object whose permissions are the default ones, others, or not visible (`undefined`). */
export function secured(
  number: number,
  role: SecuredRole,
  distinguishedName: string,
  ...permissions: readonly [SecurityDescriptor | undefined] | readonly []
): SecuredObject {
  const [securityDescriptor] = permissions.length === 0 ? [descriptor()] : permissions;
  return {
    distinguishedName,
    role,
    objectGuid: guid(number),
    ...(securityDescriptor === undefined ? {} : { securityDescriptor }),
  };
}

/** Objects of the domain: head, AdminSDHolder, two units and a protected group. */
export const domainObjects: readonly SecuredObject[] = [
  secured(301, 'domain-head', forestDn),
  secured(302, 'admin-sd-holder', `CN=AdminSDHolder,CN=System,${forestDn}`),
  secured(303, 'organizational-unit', `OU=Staff,${forestDn}`),
  secured(304, 'organizational-unit', `CN=Users,${forestDn}`),
  secured(305, 'tier-zero-principal', `CN=Domain Admins,CN=Users,${forestDn}`),
];

/** Objects of the PKI: containers, one CA and NTAuthCertificates. */
export const pkiObjects: readonly SecuredObject[] = [
  secured(401, 'public-key-services', services),
  secured(402, 'enrollment-services', `CN=Enrollment Services,${services}`),
  secured(403, 'enrollment-services', `CN=Contoso Issuing CA 1,CN=Enrollment Services,${services}`),
  secured(404, 'nt-auth', `CN=NTAuthCertificates,${services}`),
  secured(405, 'certificate-templates', `CN=Certificate Templates,${services}`),
  secured(406, 'object-identifiers', `CN=OID,${services}`),
  secured(407, 'device-registration', `CN=Device Registration Configuration,CN=Services,${configuration}`),
];

/** Default objects, those with the GUID of a change replaced by it. */
export const withChanges = (
  defaults: readonly SecuredObject[],
  changes: readonly SecuredObject[],
): readonly SecuredObject[] => [
  ...defaults.filter(({ objectGuid }) => !changes.some((change) => change.objectGuid === objectGuid)),
  ...changes,
];

export const domainRights = (...changes: readonly SecuredObject[]): EvidenceRecord => {
  const objects = withChanges(domainObjects, changes);
  const unitCount = objects.filter(({ role }) => role === 'organizational-unit').length;
  return record('ad.access-control', forest, { objects, unitCount });
};

export const pkiRights = (...changes: readonly SecuredObject[]): EvidenceRecord =>
  record('ad.pki-access-control', forest, { objects: withChanges(pkiObjects, changes) });
