import type { CertificateFacts, CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import { decodeCertificates, newestFirst } from '../certificate';
import { firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import {
  bytesOf,
  flagsOf,
  guidValueOf,
  isOfClass,
  rawTextsOf,
  securityDescriptorOf,
  textOf,
  textsOf,
} from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

const enrollmentServices = publicKeyServicesContainer('Enrollment Services');
const rootAuthorities = publicKeyServicesContainer('Certification Authorities');
const authorityInformation = publicKeyServicesContainer('AIA');

const inContainer = (name: string, configurationNamingContext: string) =>
  ({
    base: `CN=${name},${publicKeyServices(configurationNamingContext)}`,
    scope: 'sub',
    filter: '(objectClass=*)',
  }) as const;

/** Enterprise CAs and the certificates AD distributes for building chains. */
export const certificationAuthoritiesTopic: DirectoryTopic<'ad.certification-authorities'> = {
  kind: 'ad.certification-authorities',
  per: 'forest',
  // No filter by class: a CA that the account may not read has none to see, and it would be missing without a word.
  searches: ({ configurationNamingContext }) => [
    {
      ...inContainer('Enrollment Services', configurationNamingContext),
      attributes: [
        'objectClass',
        'objectGUID',
        'cn',
        'dNSHostName',
        'cACertificate',
        'certificateTemplates',
        'msPKI-Enrollment-Servers',
        'flags',
        'nTSecurityDescriptor',
      ],
      securityDescriptor: true,
    },
    ...['Certification Authorities', 'AIA'].map((name) => ({
      ...inContainer(name, configurationNamingContext),
      attributes: ['objectClass', 'cACertificate'],
    })),
  ],
  accepts: (dn) =>
    [enrollmentServices, rootAuthorities, authorityInformation].some(
      (container) => isInContainer(dn, container) !== 'elsewhere',
    ),
  span: ({ configurationNamingContext }) =>
    ['Enrollment Services', 'Certification Authorities'].map((name) =>
      normalDn(`CN=${name},${publicKeyServices(configurationNamingContext)}`),
    ),
  reader: () => new CertificationAuthoritiesReader(),
};

class CertificationAuthoritiesReader implements TopicReader<'ad.certification-authorities'> {
  #containerFound = false;
  readonly #authorities: CertificationAuthority[] = [];
  readonly #roots: CertificateFacts[] = [];
  readonly #intermediates: CertificateFacts[] = [];
  readonly #notes: string[] = [];

  add(entry: DirectoryEntry): void {
    const dn = normalDn(entry.dn);
    if (isInContainer(dn, enrollmentServices) === 'container') this.#containerFound = true;
    else if (isOfClass(entry, 'pkienrollmentservice')) this.#authorities.push(authorityOf(entry));
    else if (isInContainer(dn, rootAuthorities) === 'member') this.#roots.push(...this.#certificatesOf(entry));
    else if (isInContainer(dn, authorityInformation) === 'member')
      this.#intermediates.push(...this.#certificatesOf(entry));
  }

  #certificatesOf(entry: DirectoryEntry): readonly CertificateFacts[] {
    const { certificates, unreadable } = decodeCertificates(certificateValues(entry));
    if (unreadable > 0) this.#notes.push(`${unreadable} certificates of ${entry.dn} cannot be read.`);
    return certificates;
  }

  finish() {
    return {
      data: {
        containerFound: this.#containerFound,
        // Servers and exports give entries in any order; findings that name CAs must not change with it.
        authorities: this.#authorities.sort((a, b) => a.name.localeCompare(b.name, 'en')),
        roots: this.#roots.sort(byThumbprint),
        intermediates: this.#intermediates.sort(byThumbprint),
      },
      facts: this.#authorities.length + this.#roots.length + this.#intermediates.length,
      notes: this.#notes,
    };
  }
}

const byThumbprint = (a: CertificateFacts, b: CertificateFacts): number =>
  a.thumbprint.localeCompare(b.thumbprint, 'en');

function authorityOf(entry: DirectoryEntry): CertificationAuthority {
  const { certificates, unreadable } = decodeCertificates(certificateValues(entry));
  return {
    distinguishedName: entry.dn,
    name: textOf(entry, 'cn') ?? firstNameOf(entry.dn),
    dnsHostName: (textOf(entry, 'dnshostname') ?? '').toLowerCase(),
    certificates: newestFirst(certificates),
    unreadableCertificates: unreadable,
    templates: textsOf(entry, 'certificatetemplates'),
    enrollmentServers: rawTextsOf(entry, 'mspki-enrollment-servers'),
    ...present({
      objectGuid: guidValueOf(entry, 'objectguid'),
      flags: flagsOf(entry, 'flags'),
      securityDescriptor: securityDescriptorOf(entry),
    }),
  };
}

/** AD writes a single zero byte where a mandatory certificate attribute has no value yet. */
export const certificateValues = (entry: DirectoryEntry): readonly Buffer[] =>
  bytesOf(entry, 'cacertificate').filter((value) => value.length > 1);
