import { publishedTemplates, templateAttributes, templateOidObjects, templates } from './certificate-templates.mjs';
import { container, directoryObject } from './directory-objects.mjs';
import { publicKeyRights } from './directory-rights.mjs';
import { domain, forestOidArc, publicKeyServicesDn, rid, sidOf } from './organisation.mjs';
import { issuingCa, rootCa } from './public-key-infrastructure.mjs';
import { allow, extendedRight, right, securityDescriptor } from './security-descriptor.mjs';

/** Mandatory list attributes of a CA object that nothing is published in hold one zero octet. */
const empty = Buffer.from([0]);

function authorities(pki) {
  const authority = (dn, created, attributes) =>
    directoryObject({
      dn,
      classes: ['top', 'certificationAuthority'],
      categoryOf: 'Certification-Authority',
      created,
      attributes: [...attributes, publicKeyRights()],
    });
  const emptyLists = [
    ['authorityRevocationList', empty],
    ['certificateRevocationList', empty],
  ];
  const named = (place, ca, certificate, created) =>
    authority(`CN=${ca.name},CN=${place},${publicKeyServicesDn}`, created, [
      ['cACertificate', certificate],
      ...emptyLists,
    ]);
  const made = '2023-07-19T13:20:02Z';
  return [
    container(`CN=Certification Authorities,${publicKeyServicesDn}`, [publicKeyRights()]),
    named('Certification Authorities', rootCa, pki.root, made),
    container(`CN=AIA,${publicKeyServicesDn}`, [publicKeyRights()]),
    named('AIA', rootCa, pki.root, made),
    named('AIA', issuingCa, pki.issuing, made),
    authority(`CN=NTAuthCertificates,${publicKeyServicesDn}`, made, [['cACertificate', pki.issuing], ...emptyLists]),
  ];
}

function enrollmentService(pki) {
  const acl = securityDescriptor({
    owner: sidOf(rid.enterpriseAdmins),
    entries: [
      allow('S-1-5-11', right.control, { extended: extendedRight.enroll }),
      allow(sidOf(rid.enterpriseAdmins), right.full),
      allow(sidOf(rid.domainAdmins), right.full),
      allow('S-1-5-11', right.read),
    ],
  });
  return directoryObject({
    dn: `CN=${issuingCa.name},CN=Enrollment Services,${publicKeyServicesDn}`,
    classes: ['top', 'pKIEnrollmentService'],
    categoryOf: 'PKI-Enrollment-Service',
    created: '2023-07-19T13:20:04Z',
    changed: '2026-09-14T12:40:18Z',
    attributes: [
      ['displayName', issuingCa.name],
      ['flags', '10'],
      ['dNSHostName', `${issuingCa.host}.${domain.dns}`],
      ['cACertificate', pki.issuing],
      ['cACertificateDN', `CN=${issuingCa.name}, DC=contoso, DC=com`],
      ['certificateTemplates', ...publishedTemplates],
      ['nTSecurityDescriptor', acl],
    ],
  });
}

function distributionPoints({ lists }) {
  const parent = `CN=CDP,${publicKeyServicesDn}`;
  const point = (ca, base, delta, changed) =>
    directoryObject({
      dn: `CN=${ca.name},CN=${ca.host},${parent}`,
      classes: ['top', 'cRLDistributionPoint'],
      categoryOf: 'CRL-Distribution-Point',
      created: '2023-07-19T13:20:03Z',
      changed,
      attributes: [
        ['authorityRevocationList', empty],
        ['certificateRevocationList', base],
        ['deltaRevocationList', delta],
      ],
    });
  return [
    container(parent, [publicKeyRights()]),
    container(`CN=${rootCa.host},${parent}`),
    point(rootCa, lists.rootInDirectory, empty, '2026-04-27T09:31:50Z'),
    container(`CN=${issuingCa.host},${parent}`),
    point(issuingCa, lists.issuing, lists.issuingDelta, '2026-11-22T11:15:33Z'),
  ];
}

function certificateTemplates() {
  const parent = `CN=Certificate Templates,${publicKeyServicesDn}`;
  const template = (one) =>
    directoryObject({
      dn: `CN=${one.cn},${parent}`,
      classes: ['top', 'pKICertificateTemplate'],
      categoryOf: 'PKI-Certificate-Template',
      created: one.created,
      attributes: templateAttributes(one),
    });
  const oid = ({ dn, created, attributes }) =>
    directoryObject({
      dn,
      classes: ['top', 'msPKI-Enterprise-Oid'],
      categoryOf: 'ms-PKI-Enterprise-Oid',
      created,
      attributes,
    });
  const oidParent = {
    dn: `CN=OID,${publicKeyServicesDn}`,
    created: domain.created,
    attributes: [['msPKI-Cert-Template-OID', forestOidArc], publicKeyRights()],
  };
  return [
    container(parent, [publicKeyRights()]),
    ...templates.map(template),
    oid(oidParent),
    ...templateOidObjects.map(oid),
  ];
}

/** CN=Public Key Services: authorities, the enrollment service, distribution points, templates and their identifiers. */
export function publicKeyServicesEntries(pki) {
  return [
    container(publicKeyServicesDn, [publicKeyRights()]),
    ...authorities(pki),
    container(`CN=Enrollment Services,${publicKeyServicesDn}`, [publicKeyRights()]),
    enrollmentService(pki),
    ...distributionPoints(pki),
    ...certificateTemplates(),
  ];
}
