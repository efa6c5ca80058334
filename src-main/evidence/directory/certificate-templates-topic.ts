import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { certificateTemplate } from '../certificate-template';
import { normalDn } from '../distinguished-name';
import type { DirectoryTopic } from './directory-topic';
import { hasAttribute, isOfClass } from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

const container = publicKeyServicesContainer('Certificate Templates');

/** Certificate templates of a forest. One that the account may not read is named as hidden: its settings are not known, but that it is there is. */
export const certificateTemplatesTopic: DirectoryTopic<'ad.certificate-templates'> = {
  kind: 'ad.certificate-templates',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=Certificate Templates,${publicKeyServices(configurationNamingContext)}`,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['objectClass'],
    },
    {
      base: `CN=Certificate Templates,${publicKeyServices(configurationNamingContext)}`,
      scope: 'one',
      filter: '(objectClass=*)',
      securityDescriptor: true,
      keepsHidden: true,
      attributes: [
        'objectClass',
        'objectGUID',
        'cn',
        'displayName',
        'flags',
        'revision',
        'pKIDefaultCSPs',
        'pKIExtendedKeyUsage',
        'pKIExpirationPeriod',
        'pKIKeyUsage',
        'pKIOverlapPeriod',
        'msPKI-Cert-Template-OID',
        'msPKI-Certificate-Application-Policy',
        'msPKI-Certificate-Name-Flag',
        'msPKI-Certificate-Policy',
        'msPKI-Enrollment-Flag',
        'msPKI-Minimal-Key-Size',
        'msPKI-Private-Key-Flag',
        'msPKI-RA-Application-Policies',
        'msPKI-RA-Policies',
        'msPKI-RA-Signature',
        'msPKI-Supersede-Templates',
        'msPKI-Template-Minor-Revision',
        'msPKI-Template-Schema-Version',
        'nTSecurityDescriptor',
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
    const hidden: string[] = [];
    return {
      add(entry) {
        if (isInContainer(normalDn(entry.dn), container) === 'container') containerFound = true;
        else if (isOfClass(entry, 'pkicertificatetemplate')) templates.push(certificateTemplate(entry));
        else if (!hasAttribute(entry, 'objectclass')) hidden.push(entry.dn);
      },
      finish() {
        // Servers and exports give entries in any order; findings that name templates must not change with it.
        templates.sort((a, b) => a.cn.localeCompare(b.cn, 'en'));
        return {
          data: { containerFound, templates, ...(hidden.length === 0 ? {} : { hidden: hidden.sort() }) },
          facts: templates.length,
          notes: [],
        };
      },
    };
  },
};
