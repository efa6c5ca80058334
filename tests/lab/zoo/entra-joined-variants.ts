import type { AnswerKey } from '../answer-key';
import { type CertificateTemplate, replaceTemplate } from '../build/content/certificate-template';
import { deviceWhfbAuthentication, generation2016 } from '../build/content/certificate-templates';
import { certificationAuthority, domain, enrolmentServiceAccount } from '../facts';
import type { Usual } from './assess-variant';
import { beforePolicy, publishAlso } from './templates';
import type { SteeredVariant, Variant } from './variant';

const templateName = deviceWhfbAuthentication.cn;

/** Devices that are only Entra joined, with certificates over NDES. */
export const entraJoined: Usual = {
  scope: {
    joinTypes: { hybridJoined: true, entraJoined: true },
    registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' },
  },
  changes: [publishAlso(templateName)],
  answers: {
    'PKI-008': 'pass',
    'SEC-001': 'warning',
    'SSO-002': 'pass',
    'SSO-003': 'pass',
    'SSO-004': 'pass',
    'SSO-009': 'pass',
    'SSO-011': 'pass',
    // content/people.ts: two names with characters that have to be escaped
    'SSO-018': 'warning',
  },
};

const template = (name: string, change: Partial<CertificateTemplate>, answers: AnswerKey): Variant => ({
  name,
  changes: [replaceTemplate({ ...deviceWhfbAuthentication, ...change })],
  answers,
});

const account = (name: string, attribute: string, values: readonly string[], template: AnswerKey = {}): Variant => ({
  name,
  changes: [{ dn: enrolmentServiceAccount.dn, replace: { [attribute]: values } }],
  answers: { 'SSO-009': 'fail', ...template },
});

/** Nothing tells that it is the account of NDES any more. */
const unrecognised: AnswerKey = { 'SSO-011': 'unknown: not-collected' };

const ndes = enrolmentServiceAccount.serverName.toLowerCase();
const authority = certificationAuthority.hostName;

/** The NDES account and its template (SSO-009, SSO-011). */
export const scepVariants: readonly Variant[] = [
  account('an account without its name', 'servicePrincipalName', [], unrecognised),
  account('an account without delegation', 'msDS-AllowedToDelegateTo', [], unrecognised),
  account(
    'an account that may not delegate to the CA',
    'msDS-AllowedToDelegateTo',
    [`HOST/${ndes}.${domain.dnsName}`, `HOST/${ndes.toUpperCase()}`],
    unrecognised,
  ),
  account('an account without protocol transition', 'userAccountControl', [String(0x10200)]),
  account('an account that may delegate to something else', 'msDS-AllowedToDelegateTo', [
    `HOST/${authority}`,
    `cifs/${authority}`,
  ]),
  template(
    'a template that others may enrol',
    { enrollers: [enrolmentServiceAccount.sid, `${domain.sid}-513`] },
    {
      'SEC-001': 'fail',
      'SSO-011': 'fail',
    },
  ),
  template('a template without Smart Card Logon', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }, { 'SSO-011': 'fail' }),
  template(
    'a template with the subject from the directory',
    { nameFlag: 0x82000000 },
    { 'SEC-001': 'pass', 'SSO-011': 'fail' },
  ),
  template(
    'a template with an exportable key',
    { privateKeyFlag: generation2016 | 0x10 },
    {
      'SEC-016': 'fail',
      'SSO-011': 'warning',
    },
  ),
];

/** Certificates of `dc1` as devices see them that are not in the domain (PKI-008, SSO-002 to SSO-007). */
export const outsideCertificateVariants: readonly SteeredVariant[] = [
  {
    name: 'a controller certificate without the name of the domain',
    steer: (lab) => lab.switchDcCertificate('no-domain-name'),
    answers: { 'PKI-008': 'fail', 'SSO-007': 'fail', ...beforePolicy },
  },
  {
    name: 'a controller certificate without KDC Authentication',
    steer: (lab) => lab.switchDcCertificate('no-kdc-usage'),
    answers: { 'PKI-007': 'fail', 'SSO-007': 'fail', ...beforePolicy },
  },
  {
    name: 'lists in the directory only',
    steer: (lab) => lab.switchDcCertificate('directory-list-only'),
    answers: { 'SSO-002': 'fail', 'SSO-005': 'fail', 'SSO-007': 'fail' },
  },
  {
    name: 'lists in the directory first',
    steer: (lab) => lab.switchDcCertificate('directory-list-first'),
    answers: { 'SSO-002': 'warning' },
  },
  {
    name: 'lists over TLS',
    steer: (lab) => lab.switchDcCertificate('tls-list-only'),
    answers: { 'PKI-017': 'warning', 'SSO-002': 'fail', 'SSO-005': 'fail', 'SSO-007': 'fail' },
  },
];

/** Revocation lists as such devices see them. */
export const outsideListVariants: readonly SteeredVariant[] = [
  {
    name: 'a list missing of the web',
    steer: (lab) => lab.setRevocationList('missing'),
    // There is nothing to compare with the directory, and nothing that names a delta list.
    answers: {
      'PKI-017': 'warning',
      'SSO-002': 'fail',
      'SSO-003': 'unknown: unreachable',
      'SSO-004': 'unknown: unreachable',
      'SSO-007': 'fail',
      'SSO-019': 'unknown: unreachable',
    },
  },
  {
    name: 'an expired list on the web',
    steer: (lab) => lab.setRevocationList('expired'),
    answers: { 'PKI-017': 'warning', 'SSO-002': 'fail', 'SSO-004': 'fail', 'SSO-007': 'fail' },
  },
  {
    name: 'a delta list missing of the web',
    steer: (lab) => lab.setRevocationList('delta-missing'),
    answers: { 'SSO-003': 'fail', 'SSO-019': 'unknown: unreachable' },
  },
  {
    name: 'a list on the web three numbers behind the directory',
    steer: (lab) => lab.setRevocationList('behind-directory'),
    answers: { 'SSO-004': 'fail' },
  },
];
