import { attributeRight, extendedRight } from '../../../src-main/knowledge/access-rights';
import type { AnswerKey } from '../answer-key';
import { builtInTemplates } from '../build/content/built-in-templates';
import { type CertificateTemplate, oidObject, replaceTemplate } from '../build/content/certificate-template';
import { copyOf, whfbAuthentication, whfbEnrollmentAgent } from '../build/content/certificate-templates';
import {
  adfsServiceAccount,
  administrator,
  certificationAuthority,
  domain,
  groups,
  publicKeyServicesDn,
  syncAccount,
  templateOidArc,
  units,
  users,
} from '../facts';
import { authorityDn, beforePolicy, offer, publishAlso } from './templates';
import type { Variant } from './variant';

const domainUsers = `${domain.sid}-513`;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const pkinitClient = '1.3.6.1.5.2.3.4';
const agentUsage = '1.3.6.1.4.1.311.20.2.1';
const policyOid = `${templateOidArc}.402.1`;

/** Attributes of a template that tools call by a number (catalogue section 10), as a schema-2 template users build themselves. */
const userTemplate: CertificateTemplate = {
  ...whfbAuthentication,
  schemaVersion: 2,
  flags: 0x2023a,
  extendedKeyUsage: [clientAuthentication],
  enrollmentFlag: 0x20,
  privateKeyFlag: 0,
  raSignature: 0,
  raPolicies: [],
  enrollers: [domainUsers],
};

let lastArc = 31000;
const escalation = (cn: string, change: Partial<CertificateTemplate>): CertificateTemplate => {
  lastArc += 1;
  return copyOf(userTemplate, cn, lastArc, change);
};

/** WHFBAuthentication with other rights. */
const withAccess = (change: Partial<CertificateTemplate>) => [replaceTemplate({ ...whfbAuthentication, ...change })];

const rights = (dn: string, ...access: readonly string[]) => ({ dn, addAccess: access });
const ownerDn = users.alice;
const authorityHostDn = `CN=CA01,${units.servers}`;
const accountOperatorsDn = `CN=Account Operators,CN=Builtin,${domain.baseDn}`;

const hasLink = (groupDn: string) => [
  { dn: groupDn, replace: { groupType: ['-2147483640'] } },
  oidObject(policyOid, { displayName: ['Hohe Sicherheit'], flags: ['2'], 'msDS-OIDToGroupLink': [groupDn] }),
];

/** What is different about the computer account of the CA, and the account of an ordinary user that gets a right to it. */
const authorityHost = (name: string, access: readonly string[]): Variant => ({
  name: `ESC5: ${name}`,
  changes: [rights(authorityHostDn, ...access)],
  answers: { 'SEC-006': 'fail' },
  blames: { 'SEC-006': [authorityHostDn] },
});

/** The release of a CA host is known from its computer account. */
const unknownHost: AnswerKey = { 'DIR-008': 'unknown: not-collected', 'PKI-002': 'unknown: not-collected' };

const authorityHostVariants: readonly Variant[] = [
  authorityHost('an ordinary user holds the computer account of the CA', [`(A;;GA;;;${ownerDn.sid})`]),
  authorityHost('everybody may write to the computer account of the CA', ['(A;;GW;;;AU)']),
  authorityHost('a group may change the rights on the computer account of the CA', [
    `(A;;WD;;;${groups.whfbWave1.sid})`,
  ]),
  authorityHost('who joined the CA to the domain keeps what the schema gives him', [
    `(A;;RPCRLCLORCSDDT;;;${ownerDn.sid})`,
    `(OA;;WP;${attributeRight.allowedToAct.propertySet};;${ownerDn.sid})`,
  ]),
  authorityHost('a group may reset the password of the CA', [
    `(OA;;CR;${extendedRight.resetPassword};;${groups.warehouseStaff.sid})`,
  ]),
  authorityHost('a user may say who impersonates others to the CA', [
    `(OA;;WP;${attributeRight.allowedToAct.attribute};;${ownerDn.sid})`,
  ]),
  authorityHost('a user may write keys of the CA', [
    `(OA;;WP;${attributeRight.keyCredentialLink.attribute};;${ownerDn.sid})`,
  ]),
  authorityHost('a user may map certificates to the CA', [
    `(OA;;WP;${attributeRight.altSecurityIdentities.attribute};;${ownerDn.sid})`,
  ]),
  {
    name: 'ESC5: an ordinary user is in Account Operators, who hold every computer',
    changes: [
      { dn: accountOperatorsDn, addValues: { member: [ownerDn.dn] } },
      { dn: ownerDn.dn, replace: { adminCount: ['1'] } },
    ],
    // Alice is of the pilot, and protected by that group.
    answers: { 'SEC-006': 'fail', 'SEC-026': 'warning', 'DIR-026': 'warning' },
    blames: { 'SEC-006': [authorityHostDn] },
  },
  {
    name: 'ESC5: Tier 0, the CA itself and Entra Connect have rights to the computer account of the CA',
    changes: [
      rights(
        authorityHostDn,
        `(A;;GA;;;${groups.tierZeroAdmins.sid})`,
        '(OA;;RPWP;3f78c3e5-f79a-46bd-a0b8-9d18116ddc79;;PS)',
        `(OA;;WP;${attributeRight.keyCredentialLink.attribute};;${syncAccount.sid})`,
        `(OA;;SW;f3a64788-5306-11d1-a9c5-0000f80367c1;;${ownerDn.sid})`,
      ),
    ],
    answers: {},
  },
  {
    name: 'ESC5: the rights on the computer account of the CA may not be read',
    changes: [
      { dn: authorityHostDn, replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)(A;;RPLCLO;;;AU)' }] } },
    ],
    answers: { 'SEC-006': 'unknown: access-denied' },
    blames: { 'SEC-006': [authorityHostDn] },
  },
  {
    name: 'ESC5: the computer account of the CA may not be read',
    changes: [{ dn: authorityHostDn, replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] } }],
    answers: { 'SEC-006': 'unknown: not-collected', ...unknownHost },
    blames: { 'SEC-006': [certificationAuthority.hostName] },
  },
  {
    name: 'ESC5: the CA is published under an alias',
    changes: [{ dn: authorityDn, replace: { dNSHostName: ['zertifikate-süd.corp.contoso.test'] } }],
    // Nobody has asked that host for its enrolment addresses.
    answers: { 'SEC-006': 'unknown: not-collected', 'SEC-008': 'unknown: not-collected', ...unknownHost },
    blames: { 'SEC-006': ['zertifikate-süd.corp.contoso.test'] },
  },
];

export const escalationVariants: readonly Variant[] = [
  {
    name: 'ESC1: everybody names the subject of a sign-in certificate',
    changes: offer(
      escalation('ESC1', { nameFlag: 0x1 }),
      escalation('ESC1 PKINIT', { nameFlag: 0x1, extendedKeyUsage: [pkinitClient] }),
      escalation('ESC1 Alternativname', { nameFlag: 0x10000 }),
    ),
    answers: { 'SEC-001': 'fail' },
    blames: { 'SEC-001': ['ESC1', 'ESC1 PKINIT', 'ESC1 Alternativname'] },
  },
  {
    name: 'ESC1 held back by approval, a signature, or rights',
    changes: offer(
      escalation('Genehmigung', { nameFlag: 0x1, enrollmentFlag: 0x22 }),
      escalation('Unterschrift', { nameFlag: 0x1, raSignature: 1, raPolicies: [agentUsage] }),
      escalation('Administratoren', { nameFlag: 0x1, enrollers: [`${domain.sid}-512`, groups.tierZeroAdmins.sid] }),
    ),
    answers: {},
  },
  {
    name: 'ESC2: everybody gets a certificate for any purpose, or for all of them',
    changes: offer(
      escalation('ESC2', { extendedKeyUsage: ['2.5.29.37.0'] }),
      escalation('ESC2 ohne Zweck', { extendedKeyUsage: [] }),
    ),
    answers: { 'SEC-002': 'fail' },
    blames: { 'SEC-002': ['ESC2', 'ESC2 ohne Zweck'] },
  },
  {
    name: 'ESC3: everybody can become an enrolment agent',
    changes: offer(copyOf(whfbEnrollmentAgent, 'ESC3', 31100, { enrollers: [adfsServiceAccount.sid, domainUsers] })),
    answers: { 'PKI-022': 'fail', 'SEC-003': 'fail' },
    blames: { 'SEC-003': ['ESC3'] },
  },
  {
    name: 'ESC4: everybody may write to the WHfB template',
    changes: withAccess({ access: ['(A;;RPWP;;;AU)'] }),
    answers: { 'SEC-004': 'fail' },
    blames: { 'SEC-004': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC4: a group of the pilot may change its rights',
    changes: withAccess({ access: [`(A;;WD;;;${groups.whfbWave1.sid})`] }),
    answers: { 'SEC-004': 'fail' },
    blames: { 'SEC-004': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC4: everybody may write one attribute that matters',
    changes: withAccess({ access: ['(OA;;WP;ea1dddc4-60ff-416e-8cc0-17cee534bce7;;AU)'] }),
    answers: { 'SEC-004': 'fail' },
    blames: { 'SEC-004': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC4: an ordinary user owns the template',
    changes: withAccess({ owner: ownerDn.sid }),
    answers: { 'SEC-004': 'fail' },
    blames: { 'SEC-004': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC4: an administrator owns the template',
    changes: withAccess({ owner: administrator.sid }),
    answers: { 'SEC-004': 'warning' },
    blames: { 'SEC-004': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC4: administrators of Tier 0 may write, by a nested group',
    changes: withAccess({ access: [`(A;;GA;;;${groups.tierZeroAdmins.sid})`] }),
    answers: {},
  },
  {
    name: 'ESC5: everybody may write to the PKI containers',
    changes: [rights(publicKeyServicesDn, '(A;;GA;;;AU)')],
    answers: { 'SEC-006': 'fail' },
    blames: { 'SEC-006': [publicKeyServicesDn] },
  },
  {
    name: 'ESC5: Domain Users may add CAs to NTAuthCertificates',
    changes: [rights(`CN=NTAuthCertificates,${publicKeyServicesDn}`, `(A;;WP;;;${domainUsers})`)],
    answers: { 'SEC-006': 'fail' },
    blames: { 'SEC-006': [`CN=NTAuthCertificates,${publicKeyServicesDn}`] },
  },
  {
    name: 'ESC5: an ordinary user holds the CA object',
    changes: [rights(authorityDn, `(A;;GA;;;${ownerDn.sid})`)],
    answers: { 'SEC-006': 'fail' },
    blames: { 'SEC-006': [authorityDn] },
  },
  ...authorityHostVariants,
  {
    name: 'ESC9: certificates of everybody without a SID',
    changes: offer(escalation('ESC9', { enrollmentFlag: 0x80020 })),
    answers: { 'SEC-009': 'fail' },
    blames: { 'SEC-009': ['ESC9'] },
  },
  {
    name: 'ESC13: the WHfB template makes its holders administrators',
    changes: [
      ...hasLink(groups.tierZeroAdmins.dn),
      replaceTemplate({ ...whfbAuthentication, certificatePolicies: [policyOid], enrollers: [domainUsers] }),
    ],
    answers: { 'PKI-030': 'fail', 'RA-005': 'fail', 'SEC-012': 'fail', ...beforePolicy },
    blames: { 'SEC-012': ['WHFBAuthentication'] },
  },
  {
    name: 'ESC13: an issuance policy is linked to a group without privileges',
    changes: [
      ...hasLink(groups.warehouseStaff.dn),
      replaceTemplate({ ...whfbAuthentication, certificatePolicies: [policyOid] }),
    ],
    answers: { 'SEC-012': 'info' },
  },
  {
    name: 'ESC15: a template of schema version 1 lets everybody name the subject',
    changes: [replaceTemplate({ ...builtIn('WebServer'), enrollers: ['S-1-5-11'] }), publishAlso('WebServer')],
    answers: { 'SEC-014': 'warning' },
    blames: { 'SEC-014': ['WebServer'] },
  },
  {
    name: 'ESC15: a template of schema version 1 lets administrators name the subject',
    changes: [publishAlso('WebServer')],
    answers: { 'SEC-014': 'warning' },
    blames: { 'SEC-014': ['WebServer'] },
  },
];

function builtIn(cn: string): CertificateTemplate {
  const found = builtInTemplates.find((template) => template.cn === cn);
  if (!found) throw new Error(`No built-in template ${cn}`);
  return found;
}
