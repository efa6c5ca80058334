import type { AnswerKey } from '../answer-key';
import { type CertificateTemplate, replaceTemplate, templateObjects } from '../build/content/certificate-template';
import { copyOf, generation2016, whfbEnrollmentAgent } from '../build/content/certificate-templates';
import { bytes, sidBytes } from '../build/content/directory-change';
import { adfsServiceAccount, administrator, domain, groups, units } from '../facts';
import type { DirectoryChange } from '../lab';
import { beforePolicy, blaming, publishInstead } from './templates';
import type { Variant } from './variant';

const agentUsage = '1.3.6.1.4.1.311.20.2.1';
const agentName = 'WHFBEnrollmentAgent';

/** WHFBEnrollmentAgent with one fault in place. */
function fault(name: string, change: Partial<CertificateTemplate>, answers: AnswerKey): Variant {
  return {
    name,
    changes: [replaceTemplate({ ...whfbEnrollmentAgent, ...change })],
    answers,
    blames: blaming(agentName, answers),
  };
}

const everybody = (sid: string): Partial<CertificateTemplate> => ({ enrollers: [adfsServiceAccount.sid, sid] });
const lackingAdfs: AnswerKey = { 'PKI-022': 'fail', 'RA-005': 'fail', ...beforePolicy };
const openAgent: AnswerKey = { 'PKI-022': 'fail', 'SEC-003': 'fail' };

/** A group that holds the AD FS service account and nothing else. */
const agentGroup = { sid: `${domain.sid}-10030` };
const agentGroupObject: DirectoryChange = {
  dn: `CN=AD FS \\"Dienst\\"\\, Signatur,${units.groups}`,
  add: {
    objectClass: ['group'],
    objectSid: [bytes(sidBytes(agentGroup.sid))],
    sAMAccountName: ['AD FS Dienst'],
    groupType: ['-2147483646'],
    member: [adfsServiceAccount.dn],
  },
};

/** The enrolment agent's template gone wrong (PKI-019 to PKI-022, SEC-003, SEC-016, SEC-025). */
export const agentTemplateVariants: readonly Variant[] = [
  fault(
    'with a second usage',
    { extendedKeyUsage: [agentUsage, '1.3.6.1.5.5.7.3.2'] },
    { 'PKI-019': 'warning', 'SEC-001': 'warning' },
  ),
  fault('with the subject from the directory', { nameFlag: 0x82000000 }, { 'PKI-020': 'fail', ...beforePolicy }),
  fault('that waits for approval', { enrollmentFlag: 0x22 }, { 'PKI-021': 'fail', ...beforePolicy }),
  fault('that needs a signature itself', { raSignature: 1 }, { 'PKI-021': 'fail', ...beforePolicy }),
  fault('with keys of 1024 bits', { minimalKeySize: 1024 }, { 'PKI-021': 'fail' }),
  {
    name: 'good for five years, of the eight the CA has left',
    changes: [replaceTemplate({ ...whfbEnrollmentAgent, validityDays: 5 * 365 })],
    answers: { 'PKI-003': 'warning', 'PKI-021': 'warning' },
    blames: { 'PKI-021': [agentName] },
  },
  fault('good for 40 days', { validityDays: 40, overlapDays: 10 }, { 'PKI-021': 'warning' }),
  fault(
    'with an exportable key',
    { privateKeyFlag: generation2016 | 0x10 },
    { 'PKI-021': 'warning', 'SEC-016': 'fail', 'SEC-025': 'fail' },
  ),
  fault('that AD FS may not enrol', { enrollers: [administrator.sid] }, lackingAdfs),
  fault('that enrols by itself', { autoEnrollers: [adfsServiceAccount.sid] }, { 'PKI-022': 'warning' }),
  fault('for Domain Users', everybody(`${domain.sid}-513`), openAgent),
  fault('for Domain Computers', everybody(`${domain.sid}-515`), openAgent),
  fault('for Authenticated Users', everybody('S-1-5-11'), openAgent),
  fault('for Everyone', everybody('S-1-1-0'), openAgent),
  fault('for all, by every right there is', { access: ['(A;;GA;;;AU)'] }, { ...openAgent, 'SEC-004': 'fail' }),
  fault('for all, by an extended right without a name', { access: ['(A;;CR;;;AU)'] }, openAgent),
  fault('for the pilot group too', everybody(groups.whfbWave1.sid), { 'PKI-022': 'warning' }),
  fault(
    'denied to all, allowed to all',
    { access: ['(OD;;CR;0e10c968-78fb-11d2-90d4-00c04f79dc55;;AU)', '(A;;CR;;;AU)'] },
    lackingAdfs,
  ),
  {
    name: 'for a group of the AD FS account',
    changes: [agentGroupObject, replaceTemplate({ ...whfbEnrollmentAgent, enrollers: [agentGroup.sid] })],
    answers: {},
  },
  {
    name: 'replaced by the built-in one',
    changes: [
      replaceTemplate({ ...whfbEnrollmentAgent, extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }),
      publishInstead(agentName, 'EnrollmentAgentOffline'),
    ],
    answers: {
      'PKI-019': 'warning',
      'PKI-021': 'warning',
      ...lackingAdfs,
      'SEC-003': 'warning',
      'SEC-014': 'warning',
      'SEC-025': 'warning',
    },
  },
  {
    name: 'with a non-ASCII name',
    changes: [
      ...templateObjects(copyOf(whfbEnrollmentAgent, 'WHFB Registrierungs-Beauftragter ÄÖÜ', 30010, {})),
      publishInstead(agentName, 'WHFB Registrierungs-Beauftragter ÄÖÜ'),
    ],
    answers: {},
  },
];
