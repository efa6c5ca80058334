import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { certificateTemplate } from '../certificate-template';
import { normalDn } from '../distinguished-name';
import type { DirectoryTopic } from './directory-topic';
import { isOfClass } from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

const container = publicKeyServicesContainer('Certificate Templates');

/** Certificate templates of a forest. */
export const certificateTemplatesTopic: DirectoryTopic<'ad.certificate-templates'> = {
  kind: 'ad.certificate-templates',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=Certificate Templates,${publicKeyServices(configurationNamingContext)}`,
      scope: 'sub',
      filter: '(|(objectClass=pKICertificateTemplate)(objectClass=container))',
      attributes: [
        'objectClass',
        'objectGUID',
        'cn',
        'displayName',
        'flags',
        'revision',
        'pKIExtendedKeyUsage',
        'pKIExpirationPeriod',
        'pKIOverlapPeriod',
        'msPKI-Cert-Template-OID',
        'msPKI-Certificate-Application-Policy',
        'msPKI-Certificate-Name-Flag',
        'msPKI-Enrollment-Flag',
        'msPKI-Minimal-Key-Size',
        'msPKI-Private-Key-Flag',
        'msPKI-RA-Application-Policies',
        'msPKI-RA-Policies',
        'msPKI-RA-Signature',
        'msPKI-Supersede-Templates',
        'msPKI-Template-Minor-Revision',
        'msPKI-Template-Schema-Version',
      ],
    },
  ],
  accepts: (dn) => isInContainer(dn, container) !== 'elsewhere',
  span: ({ configurationNamingContext }) => [
    normalDn(`CN=Certificate Templates,${publicKeyServices(configurationNamingContext)}`),
  ],
  reader() {
    let containerFound = false;
    const templates: CertificateTemplate[] = [];
    return {
      add(entry) {
        if (isInContainer(normalDn(entry.dn), container) === 'container') containerFound = true;
        else if (isOfClass(entry, 'pkicertificatetemplate')) templates.push(certificateTemplate(entry));
      },
      finish() {
        // Servers and exports give entries in any order; findings that name templates must not change with it.
        templates.sort((a, b) => a.cn.localeCompare(b.cn, 'en'));
        return { data: { containerFound, templates }, facts: templates.length, notes: [] };
      },
    };
  },
};
