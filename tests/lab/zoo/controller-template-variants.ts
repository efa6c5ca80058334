import type { AnswerKey } from '../answer-key';
import { type CertificateTemplate, replaceTemplate } from '../build/content/certificate-template';
import { domainControllerAuthentication } from '../build/content/certificate-templates';
import { domain } from '../facts';
import { beforePolicy, blaming, publishAlso, publishInstead } from './templates';
import type { Variant } from './variant';

const templateName = 'DomainControllerAuthentication(Kerberos)';
const domainControllers = `${domain.sid}-516`;
const domainComputers = `${domain.sid}-515`;

/** The template of domain controllers with one fault in place. */
function fault(name: string, change: Partial<CertificateTemplate>, answers: AnswerKey): Variant {
  return {
    name,
    changes: [replaceTemplate({ ...domainControllerAuthentication, ...change })],
    answers,
    blames: blaming(templateName, answers),
  };
}

const enrolledBy = (...sids: readonly string[]): Partial<CertificateTemplate> => ({
  enrollers: sids,
  autoEnrollers: sids,
});

/** The domain controllers' template gone wrong (PKI-012 to PKI-015). */
export const controllerTemplateVariants: readonly Variant[] = [
  fault('without the name of the domain', { nameFlag: 0x08000000 }, { 'PKI-012': 'warning' }),
  fault('whose subject the requester names', { nameFlag: 0x1 }, { 'PKI-012': 'fail', 'SEC-001': 'warning' }),
  fault('with keys of 1024 bits', { minimalKeySize: 1024 }, { 'PKI-012': 'fail' }),
  fault('renewed in the second half of its life', { overlapDays: 200 }, { 'PKI-012': 'warning' }),
  fault('that does not supersede the oldest', { supersedes: ['KerberosAuthentication'] }, { 'PKI-014': 'warning' }),
  fault('that supersedes nothing', { supersedes: [] }, { 'PKI-014': 'warning' }),
  fault('for Enterprise Domain Controllers only', enrolledBy('S-1-5-9'), {}),
  fault('for Domain Controllers only', enrolledBy(domainControllers), {}),
  fault('for nobody', enrolledBy(), { 'PKI-013': 'fail' }),
  fault('that does not enrol by itself', { autoEnrollers: [] }, { 'PKI-013': 'fail' }),
  fault('for every computer', enrolledBy('S-1-5-9', domainComputers), { 'PKI-013': 'warning' }),
  fault('for Authenticated Users', enrolledBy('S-1-5-9', 'S-1-5-11'), { 'PKI-013': 'warning' }),
  {
    name: 'beside the one it supersedes',
    changes: [publishAlso('KerberosAuthentication')],
    answers: { 'PKI-015': 'warning' },
  },
  {
    name: 'beside the oldest',
    changes: [publishAlso('DomainController')],
    answers: { 'PKI-015': 'warning' },
  },
  {
    name: 'replaced by the built-in Kerberos Authentication',
    changes: [
      replaceTemplate({ ...domainControllerAuthentication, extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'], supersedes: [] }),
      publishInstead(templateName, 'KerberosAuthentication'),
    ],
    // … and what the controllers have was made from a template that is none of theirs any more.
    answers: {
      'PKI-009': 'warning',
      'PKI-012': 'warning',
      'PKI-014': 'not-applicable',
      'PKI-015': 'not-applicable',
    },
  },
  {
    name: 'that no CA offers, and no older one either',
    changes: [publishInstead(templateName)],
    answers: { 'PKI-015': 'fail', 'PKI-032': 'fail', ...beforePolicy },
  },
];
