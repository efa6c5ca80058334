import type { EnterpriseOid } from '../../../src-shared/model/evidence/pki';
import { firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { flagsOf, isOfClass, textOf } from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

const container = publicKeyServicesContainer('OID');

/** Enterprise object identifiers (MS-CRTD 2.35): of templates, application policies and issuance policies, with the groups the latter stand for. */
export const certificateOidsTopic: DirectoryTopic<'ad.certificate-oids'> = {
  kind: 'ad.certificate-oids',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=OID,${publicKeyServices(configurationNamingContext)}`,
      scope: 'sub',
      filter: '(objectClass=*)',
      attributes: ['objectClass', 'cn', 'displayName', 'flags', 'msPKI-Cert-Template-OID', 'msDS-OIDToGroupLink'],
    },
  ],
  accepts: (dn) => isInContainer(dn, container) !== 'elsewhere',
  span: ({ configurationNamingContext }) => [normalDn(`CN=OID,${publicKeyServices(configurationNamingContext)}`)],
  reader() {
    let containerFound = false;
    const oids: EnterpriseOid[] = [];
    return {
      add(entry) {
        // The container is an object of the same class and holds the root of the forest's identifiers.
        if (isInContainer(normalDn(entry.dn), container) === 'container') containerFound = true;
        else if (isOfClass(entry, 'mspki-enterprise-oid')) oids.push(enterpriseOid(entry));
      },
      finish() {
        oids.sort((a, b) => a.oid.localeCompare(b.oid, 'en') || a.distinguishedName.localeCompare(b.distinguishedName));
        return { data: { containerFound, oids }, facts: oids.length, notes: [] };
      },
    };
  },
};

const enterpriseOid = (entry: DirectoryEntry): EnterpriseOid => ({
  distinguishedName: entry.dn,
  oid: textOf(entry, 'mspki-cert-template-oid') ?? '',
  displayName: textOf(entry, 'displayname') ?? textOf(entry, 'cn') ?? firstNameOf(entry.dn),
  ...present({ flags: flagsOf(entry, 'flags'), groupLink: textOf(entry, 'msds-oidtogrouplink') }),
});
