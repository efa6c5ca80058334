import { decodeCertificates, newestFirst } from '../certificate';
import { normalDn } from '../distinguished-name';
import { certificateValues } from './certification-authorities-topic';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { publicKeyServices, publicKeyServicesContainer } from './public-key-services';

/** The CAs whose certificates the KDC accepts for sign-in: `CN=NTAuthCertificates`. */
export const ntAuthTopic: DirectoryTopic<'ad.nt-auth'> = {
  kind: 'ad.nt-auth',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=NTAuthCertificates,${publicKeyServices(configurationNamingContext)}`,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['cACertificate'],
    },
  ],
  accepts: (dn) => dn.startsWith(publicKeyServicesContainer('NTAuthCertificates')),
  // The object is made by the first enterprise CA; its parent shows that the export would hold it.
  span: ({ configurationNamingContext }) => [
    normalDn(publicKeyServices(configurationNamingContext)),
    normalDn(`CN=Enrollment Services,${publicKeyServices(configurationNamingContext)}`),
  ],
  reader() {
    let object: DirectoryEntry | undefined;
    return {
      add(entry) {
        object = entry;
      },
      finish() {
        const { certificates, unreadable } = decodeCertificates(object === undefined ? [] : certificateValues(object));
        return {
          data: {
            objectFound: object !== undefined,
            certificates: newestFirst(certificates),
            unreadableCertificates: unreadable,
          },
          facts: certificates.length,
          notes: unreadable > 0 ? [`${unreadable} certificates of NTAuthCertificates cannot be read.`] : [],
        };
      },
    };
  },
};
