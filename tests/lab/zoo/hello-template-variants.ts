import type { AnswerKey } from '../answer-key';
import { type CertificateTemplate, replaceTemplate, templateObjects } from '../build/content/certificate-template';
import {
  agentSignature,
  copyOf,
  generation2016,
  helloLogonKey,
  providerTriples,
  sameKeyRenewal,
  triples,
  whfbAuthentication,
} from '../build/content/certificate-templates';
import { adfsServiceAccount, domain, groups } from '../facts';
import { beforePolicy, blaming, offer, publishAlso, publishInstead, settings } from './templates';
import type { Variant } from './variant';

const domainUsers = `${domain.sid}-513`;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const anyPurpose = '2.5.29.37.0';
const keyFlags = helloLogonKey | sameKeyRenewal;

/** WHFBAuthentication with one fault in place. */
function fault(name: string, change: Partial<CertificateTemplate>, answers: AnswerKey, blamed = true): Variant {
  const changes = [replaceTemplate({ ...whfbAuthentication, ...change })];
  return { name, changes, answers, ...(blamed && { blames: blaming('WHFBAuthentication', answers) }) };
}

/** The WHfB authentication template gone wrong (PKI-023 to PKI-031, appendix A.8). */
export const helloTemplateVariants: readonly Variant[] = [
  fault('a computer template', { flags: 0x20260 }, { 'PKI-023': 'fail', ...beforePolicy }),
  fault(
    'without Smart Card Logon',
    { extendedKeyUsage: [clientAuthentication] },
    { 'PKI-024': 'fail', ...beforePolicy },
  ),
  fault('for any purpose', { extendedKeyUsage: [anyPurpose] }, { 'PKI-024': 'fail', ...beforePolicy }),
  fault('without any usage', { extendedKeyUsage: [] }, { 'PKI-024': 'fail', ...beforePolicy }),
  fault('whose subject the requester names', { nameFlag: 0x1 }, { 'PKI-025': 'fail', ...beforePolicy }),
  fault('whose alternative name the requester names', { nameFlag: 0x82010000 }, { 'PKI-025': 'fail' }),
  fault('without the user principal name', { nameFlag: 0x80000000 }, { 'PKI-025': 'fail' }),
  fault('with the common name only', { nameFlag: 0x42000000 }, { 'PKI-025': 'warning' }),
  fault('with the e-mail address', { nameFlag: 0xa6000000 }, { 'PKI-025': 'warning' }),
  fault(
    'without an agent signature',
    { raSignature: 0, raPolicies: [triples(providerTriples)] },
    { 'PKI-026': 'fail', ...beforePolicy },
  ),
  fault('with two agent signatures', { raSignature: 2 }, { 'PKI-026': 'fail', ...beforePolicy }),
  fault(
    'signed by somebody with another usage',
    { raPolicies: settings(agentSignature, { 'msPKI-RA-Application-Policies': '1.3.6.1.4.1.311.10.3.4' }) },
    { 'PKI-026': 'fail', ...beforePolicy },
  ),
  fault('with its settings in another order', { raPolicies: [triples([...agentSignature].reverse())] }, {}),
  fault(
    'without the Hello bit',
    { privateKeyFlag: generation2016 | sameKeyRenewal },
    { 'PKI-027': 'fail', ...beforePolicy },
  ),
  fault('as in the documented sample', { privateKeyFlag: 0x05250080 }, { 'PKI-029': 'warning' }),
  fault(
    'as in the documented sample before the Hello bit',
    { privateKeyFlag: 0x05050080 },
    { 'PKI-027': 'fail', 'PKI-029': 'warning', ...beforePolicy },
  ),
  fault('for Windows 8', { privateKeyFlag: 0x04040000 | keyFlags }, { 'PKI-029': 'warning' }),
  fault('that waits for approval', { enrollmentFlag: 0x62 }, { 'PKI-028': 'fail' }),
  fault('that does not accept the existing certificate', { enrollmentFlag: 0x20 }, { 'PKI-028': 'warning' }),
  fault('that publishes certificates in the directory', { enrollmentFlag: 0x68 }, { 'PKI-028': 'warning' }),
  fault('that asks the user', { enrollmentFlag: 0x160 }, { 'PKI-028': 'warning' }),
  fault('that renews with a new key', { privateKeyFlag: generation2016 | helloLogonKey }, { 'PKI-028': 'warning' }),
  fault(
    'with an exportable key',
    { privateKeyFlag: generation2016 | keyFlags | 0x10 },
    { 'PKI-028': 'fail', 'SEC-016': 'fail' },
  ),
  fault(
    'without the SID in certificates',
    { enrollmentFlag: 0x80060 },
    { 'PKI-028': 'fail', 'PKI-033': 'fail', 'SEC-009': 'fail' },
  ),
  fault('with keys of 4096 bits', { minimalKeySize: 4096 }, { 'PKI-029': 'fail' }),
  fault('with keys of 1024 bits', { minimalKeySize: 1024 }, { 'PKI-029': 'fail' }),
  fault(
    'with elliptic curves',
    { raPolicies: settings(agentSignature, { 'msPKI-Asymmetric-Algorithm': 'ECDH_P256' }) },
    { 'PKI-029': 'fail' },
  ),
  fault('for a legacy provider', { privateKeyFlag: generation2016 | keyFlags | 0x100 }, { 'PKI-029': 'fail' }),
  fault(
    'limited to another provider',
    { providers: ['1,Microsoft Software Key Storage Provider'] },
    { 'PKI-029': 'fail' },
  ),
  fault('limited to the Hello provider', { providers: ['1,Microsoft Passport Key Storage Provider'] }, {}),
  fault(
    'that Domain Users may enrol',
    { enrollers: [domainUsers, adfsServiceAccount.sid] },
    { 'PKI-030': 'warning' },
    false,
  ),
  fault(
    'that only a part of the pilot may enrol',
    { enrollers: [groups.whfbWave1.sid] },
    { 'PKI-030': 'fail', 'RA-005': 'fail', ...beforePolicy },
    false,
  ),
  fault(
    'that only AD FS may enrol',
    { enrollers: [adfsServiceAccount.sid] },
    { 'PKI-030': 'fail', ...beforePolicy },
    false,
  ),
  fault('that enrols by itself', { autoEnrollers: [groups.whfbUsers.sid] }, { 'PKI-030': 'warning' }, false),
  fault('good for 30 days, renewed 42 before', { validityDays: 30 }, { 'PKI-031': 'fail' }),
  fault('good for 50 days', { validityDays: 50, overlapDays: 14 }, { 'PKI-031': 'fail' }),
  fault('good for 90 days', { validityDays: 90, overlapDays: 21 }, { 'PKI-031': 'warning' }),
  fault('good for three years', { validityDays: 3 * 365 }, { 'PKI-031': 'warning' }),
  {
    name: 'that anybody may have in any name',
    changes: [
      replaceTemplate({
        ...whfbAuthentication,
        nameFlag: 0x1,
        raSignature: 0,
        raPolicies: [triples(providerTriples)],
        enrollers: [domainUsers, adfsServiceAccount.sid],
      }),
    ],
    answers: { 'PKI-025': 'fail', 'PKI-026': 'fail', 'PKI-030': 'warning', 'SEC-001': 'fail', ...beforePolicy },
    blames: { 'SEC-001': ['WHFBAuthentication'] },
  },
  {
    name: 'beside a second one',
    changes: offer(copyOf(whfbAuthentication, 'WHFB Anmeldung Größe 2', 30001, {})),
    answers: { 'PKI-023': 'warning' },
    blames: { 'PKI-023': ['WHFBAuthentication', 'WHFB Anmeldung Größe 2'] },
  },
  {
    name: 'that no CA offers',
    changes: [publishInstead('WHFBAuthentication')],
    answers: { 'PKI-032': 'fail', ...beforePolicy },
    blames: { 'PKI-032': ['WHFBAuthentication'] },
  },
  {
    name: 'beside broken copies that no CA offers',
    changes: [
      ...templateObjects(copyOf(whfbAuthentication, 'WHFBAuthentication alt', 30002, { nameFlag: 0x1 })),
      ...templateObjects(copyOf(whfbAuthentication, 'WHFBAuthentication Test', 30003, { enrollmentFlag: 0x80062 })),
    ],
    answers: {},
  },
  {
    name: 'offered beside one that does not exist',
    changes: [publishAlso('Vorlage, die es nicht gibt')],
    answers: Object.fromEntries(
      ['SEC-001', 'SEC-002', 'SEC-004', 'SEC-009', 'SEC-012', 'SEC-014'].map((id) => [id, 'unknown: contradictory']),
    ),
  },
];
