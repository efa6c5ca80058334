import { allow, extendedRight, right, securityDescriptor } from '../formats/security-descriptor.mjs';
import { hostOf } from '../organisation.mjs';
import { templateAttributes, templateOidObjects, templatesOf } from './certificate-templates.mjs';
import { container, directoryObject } from './objects.mjs';
import { publicKeyRights } from './rights.mjs';

/** Mandatory list attributes of a CA object that nothing is published in hold one zero octet. */
const empty = Buffer.from([0]);

function authorities(org, pki) {
  const { publicKeyServicesDn } = org;
  const { root, issuing, published: made } = org.pki;
  const authority = (dn, created, attributes) =>
    directoryObject(org, {
      dn,
      classes: ['top', 'certificationAuthority'],
      categoryOf: 'Certification-Authority',
      created,
      attributes: [...attributes, publicKeyRights(org)],
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
  return [
    container(org, `CN=Certification Authorities,${publicKeyServicesDn}`, [publicKeyRights(org)]),
    named('Certification Authorities', root, pki.root, made),
    container(org, `CN=AIA,${publicKeyServicesDn}`, [publicKeyRights(org)]),
    named('AIA', root, pki.root, made),
    ...issuing.map((ca) => named('AIA', ca, pki.issuing[ca.name], made)),
    authority(`CN=NTAuthCertificates,${publicKeyServicesDn}`, made, [
      ['cACertificate', ...Object.values(pki.issuing)],
      ...emptyLists,
    ]),
  ];
}

function enrollmentService(org, pki, ca) {
  const acl = securityDescriptor({
    owner: org.sid('enterpriseAdmins'),
    entries: [
      allow('S-1-5-11', right.control, { extended: extendedRight.enroll }),
      allow(org.sid('enterpriseAdmins'), right.full),
      allow(org.sid('domainAdmins'), right.full),
      allow('S-1-5-11', right.read),
    ],
  });
  return directoryObject(org, {
    dn: `CN=${ca.name},CN=Enrollment Services,${org.publicKeyServicesDn}`,
    classes: ['top', 'pKIEnrollmentService'],
    categoryOf: 'PKI-Enrollment-Service',
    created: org.pki.published,
    changed: org.templates.published,
    attributes: [
      ['displayName', ca.name],
      ['flags', '10'],
      ['dNSHostName', hostOf(org, ca.host)],
      ['cACertificate', pki.issuing[ca.name]],
      ['cACertificateDN', `CN=${ca.name}, ${org.domain.dn.replaceAll(',', ', ')}`],
      ['certificateTemplates', ...org.templates.issued],
      ['nTSecurityDescriptor', acl],
    ],
  });
}

function distributionPoints(org, { lists }) {
  const parent = `CN=CDP,${org.publicKeyServicesDn}`;
  const { root, issuing, published } = org.pki;
  const point = (ca, base, delta, changed) =>
    directoryObject(org, {
      dn: `CN=${ca.name},CN=${ca.host},${parent}`,
      classes: ['top', 'cRLDistributionPoint'],
      categoryOf: 'CRL-Distribution-Point',
      created: published,
      changed,
      attributes: [
        ['authorityRevocationList', empty],
        ['certificateRevocationList', base],
        ['deltaRevocationList', delta],
      ],
    });
  return [
    container(org, parent, [publicKeyRights(org)]),
    container(org, `CN=${root.host},${parent}`),
    point(root, lists[root.name].inDirectory, empty, root.list.inDirectory?.thisUpdate ?? root.list.thisUpdate),
    ...issuing.flatMap((ca) => [
      container(org, `CN=${ca.host},${parent}`),
      point(ca, lists[ca.name].inDirectory, lists[ca.name].delta ?? empty, ca.delta?.thisUpdate ?? ca.list.thisUpdate),
    ]),
  ];
}

function certificateTemplates(org) {
  const parent = `CN=Certificate Templates,${org.publicKeyServicesDn}`;
  const template = (one) =>
    directoryObject(org, {
      dn: `CN=${one.cn},${parent}`,
      classes: ['top', 'pKICertificateTemplate'],
      categoryOf: 'PKI-Certificate-Template',
      created: one.created,
      attributes: templateAttributes(org, one),
    });
  const oid = ({ dn, created, attributes }) =>
    directoryObject(org, {
      dn,
      classes: ['top', 'msPKI-Enterprise-Oid'],
      categoryOf: 'ms-PKI-Enterprise-Oid',
      created,
      attributes,
    });
  const oidParent = {
    dn: `CN=OID,${org.publicKeyServicesDn}`,
    created: org.domain.created,
    attributes: [['msPKI-Cert-Template-OID', org.forestOidArc], publicKeyRights(org)],
  };
  return [
    container(org, parent, [publicKeyRights(org)]),
    ...templatesOf(org).map(template),
    oid(oidParent),
    ...templateOidObjects(org).map(oid),
  ];
}

/** CN=Public Key Services: authorities, the enrollment service, distribution points, templates and their identifiers. */
export function publicKeyServicesEntries(org, pki) {
  const { publicKeyServicesDn } = org;
  return [
    container(org, publicKeyServicesDn, [publicKeyRights(org)]),
    ...authorities(org, pki),
    container(org, `CN=Enrollment Services,${publicKeyServicesDn}`, [publicKeyRights(org)]),
    ...org.pki.issuing.map((ca) => enrollmentService(org, pki, ca)),
    ...distributionPoints(org, pki),
    ...certificateTemplates(org),
  ];
}
