import { serialOf } from '../certificates/serial-number.mjs';
import { templateNamed, templateOid } from '../directory/certificate-templates.mjs';
import { collected } from '../formats/collector-file.mjs';
import { allow, securityDescriptor } from '../formats/security-descriptor.mjs';
import { hostOf } from '../organisation.mjs';
import { systemItem } from './common-items.mjs';

const manageAuthority = 0x1;
const manageCertificates = 0x2;
const read = 0x100;
const enroll = 0x200;

/** Who may manage the CA, and that everybody may ask it for certificates. */
const authoritySecurity = (org) =>
  securityDescriptor({
    owner: 'S-1-5-32-544',
    entries: [
      allow('S-1-5-32-544', manageAuthority | manageCertificates),
      allow(org.sid('domainAdmins'), manageAuthority | manageCertificates),
      allow(org.sid('enterpriseAdmins'), manageAuthority | manageCertificates),
      allow('S-1-5-11', enroll | read),
    ],
  });

/** Flags of the default policy module, and of the service (MS-CSRA, certutil -getreg). */
const defaults = { editFlags: 0x11014e, disabledExtensions: [], interfaceFlags: 0x641, auditFilter: 0x7f };

const settings = (org, ca) => ({
  name: ca.name,
  server: hostOf(org, ca.host),
  ...defaults,
  crlPublicationUrls: [
    `65:C:\\Windows\\system32\\CertSrv\\CertEnroll\\${ca.name}.crl`,
    '79:ldap:///CN=%7%8,CN=%2,CN=CDP,CN=Public Key Services,CN=Services,%6%10',
    `6:${org.pki.web}/%3%8%9.crl`,
  ],
  security: authoritySecurity(org).toString('hex'),
  hasEnrollmentAgentRights: false,
  enrollmentAgentRights: null,
  ...ca.settings,
});

const dateOf = (time) => new Date(time).toISOString().slice(0, 19).concat('Z');

/** A row of the database: an issued certificate, or a request that failed. Templates of version 2 and later stand with their identifier. */
function requestRow(org, { requestId, requester, template, notBefore, notAfter, status = 0 }) {
  const values = templateNamed(org, template);
  const issued = {
    NotBefore: notBefore && dateOf(notBefore),
    NotAfter: notAfter && dateOf(notAfter),
    SerialNumber: serialOf(org, requestId).toLowerCase(),
  };
  return {
    RequestID: requestId,
    RequesterName: `${org.domain.netbios}\\${requester}`,
    CertificateTemplate: values.schema === 1 ? template : templateOid(org, values),
    Disposition: status === 0 ? 20 : 30,
    StatusCode: status,
    ResolvedWhen: dateOf(notBefore),
    ...(status === 0 ? issued : {}),
  };
}

/** What the CA issued: to domain controllers, AD FS and the people who set up Hello. */
function requestRows(org, { clients }, ca) {
  const index = org.pki.issuing.indexOf(ca);
  const ours = ({ issuer = 0 }) => issuer === index;
  const controllers = Object.entries(org.pki.controllers).map(([name, one]) => ({
    ...one,
    requester: `${name}$`,
    template: 'DomainControllerAuthentication(Kerberos)',
  }));
  const agents = Object.values(org.federation.agents).map((one) => ({
    ...one,
    requester: org.federation.account.login,
    template: 'WHFBEnrollmentAgent',
  }));
  const people = clients
    .filter(({ signIn }) => signIn)
    .map(({ signIn, user }) => ({ ...signIn, requester: user.login, template: 'WHFBAuthentication' }));
  return [...controllers, ...agents, ...people, ...(ca.failedRequests ?? [])]
    .filter(ours)
    .sort((a, b) => b.requestId - a.requestId)
    .map((one) => requestRow(org, one));
}

/** Items of a CA, as `ca.ps1` reads them. */
export function authorityServerItems(org, world, ca, server) {
  const administrators = [
    { name: `${org.domain.netbios}\\Domain Admins`, sid: org.sid('domainAdmins') },
    {
      name: `${server.name}\\Administrator`,
      sid: `S-1-5-21-${org.random(`machine ${server.name}`).below(2 ** 31)}-1-2-500`,
    },
    ...(ca.moreAdministrators ?? []).map(({ name, account }) => ({
      name: `${org.domain.netbios}\\${name}`,
      sid: org.sid(account),
    })),
  ];
  const ports = org.controllers.flatMap(({ name }) =>
    [135, 445].map((port) => ({
      kind: 'tcp',
      target: hostOf(org, name),
      port,
      succeeded: !(ca.unreachable ?? []).includes(name),
    })),
  );
  return [
    systemItem(org, server),
    collected('authority', 'Administrator of the server', settings(org, ca)),
    collected('administrators', 'User', administrators),
    collected('requests', 'Read on the CA', requestRows(org, world, ca)),
    collected('connectivity', 'User', ports),
  ];
}
