import type { SecuredObject, SecuredRole } from '../../../src-shared/model/evidence/access';
import { byDistinguishedName, normalDn } from '../distinguished-name';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';
import { securedObject, securedSearch } from './secured-object';

const objectLimit = 5000;
const root = 'cn=public key services,cn=services,cn=configuration,';
const deviceRegistration = 'cn=device registration configuration,cn=services,cn=configuration,';

/** Containers directly below Public Key Services, and what an object in one of them is. */
const containers: readonly (readonly [name: string, role: SecuredRole])[] = [
  ['Enrollment Services', 'enrollment-services'],
  ['Certification Authorities', 'certification-authorities'],
  ['AIA', 'authority-information'],
  ['CDP', 'crl-distribution-points'],
  ['Certificate Templates', 'certificate-templates'],
  ['OID', 'object-identifiers'],
];
/** Those whose objects are CAs; templates have their own evidence, and an OID or a CRL gives nobody a certificate. */
const withObjects: readonly string[] = ['Enrollment Services', 'Certification Authorities', 'AIA'];

/** Security descriptors of the PKI objects of a forest that decide who can add a CA or change what CAs offer, and of the device registration configuration. */
export const pkiAccessControlTopic: DirectoryTopic<'ad.pki-access-control'> = {
  kind: 'ad.pki-access-control',
  per: 'forest',
  searches: ({ configurationNamingContext }) => {
    const base = publicKeyServices(configurationNamingContext);
    return [
      securedSearch(base, 'base'),
      securedSearch(base, 'one'),
      ...withObjects.map((name) => securedSearch(`CN=${name},${base}`, 'one')),
      securedSearch(`CN=Device Registration Configuration,CN=Services,${configurationNamingContext}`, 'base'),
    ];
  },
  accepts: (dn) => roleOf(dn) !== undefined,
  span: ({ configurationNamingContext }) =>
    ['', 'CN=Enrollment Services,', 'CN=Certificate Templates,'].map((name) =>
      normalDn(`${name}${publicKeyServices(configurationNamingContext)}`),
    ),
  reader: () => new PkiAccessControlReader(),
};

function roleOf(dn: string): SecuredRole | undefined {
  if (dn.startsWith(deviceRegistration)) return 'device-registration';
  if (dn.startsWith(root)) return 'public-key-services';
  for (const [name, role] of containers) {
    const place = isInContainer(dn, publicKeyServicesContainer(name));
    if (place === 'container' || (place === 'member' && withObjects.includes(name))) return role;
  }
  // Others lie beside these containers: NTAuthCertificates and what has been put there, such as KRA.
  if (dn.startsWith(`cn=ntauthcertificates,${root}`)) return 'nt-auth';
  return /^cn=[^,]+,cn=public key services,cn=services,cn=configuration,/u.test(dn) ? 'public-key-services' : undefined;
}

class PkiAccessControlReader implements TopicReader<'ad.pki-access-control'> {
  readonly #objects = new Map<string, SecuredObject>();
  #total = 0;

  add(entry: DirectoryEntry): void {
    const dn = normalDn(entry.dn);
    const role = roleOf(dn);
    if (role === undefined || this.#objects.has(dn)) return;
    this.#total += 1;
    if (this.#total <= objectLimit) this.#objects.set(dn, securedObject(entry, role));
  }

  finish() {
    const incomplete =
      this.#total > objectLimit ? `There are ${this.#total} PKI objects; only ${objectLimit} were kept.` : undefined;
    return {
      data: { objects: [...this.#objects.values()].sort(byDistinguishedName) },
      facts: this.#total,
      notes: [],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }
}
