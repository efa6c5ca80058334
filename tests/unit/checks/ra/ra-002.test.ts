import check from '../../../../src-main/checks/ra/ra-002-template-names.check';
import { describeCheck, record } from '../check-cases';
import { forest } from '../contoso';
import { farm, farmId } from '../fed/farm-settings';
import { agentTemplate, helloTemplate } from '../pki/templates';

const names = (enrollmentAgentTemplate?: string, windowsHelloTemplate?: string) =>
  farm('adfs.certificate-authority', {
    ...(enrollmentAgentTemplate === undefined ? {} : { enrollmentAgentTemplate }),
    ...(windowsHelloTemplate === undefined ? {} : { windowsHelloTemplate }),
  });
const templates = record('ad.certificate-templates', forest, {
  containerFound: true,
  templates: [helloTemplate(), agentTemplate()],
});
const publishing = (...published: readonly string[]) =>
  record('ad.certification-authorities', forest, {
    containerFound: true,
    authorities: [
      {
        distinguishedName: 'CN=Contoso Issuing CA 1',
        name: 'Contoso Issuing CA 1',
        dnsHostName: 'ca01.contoso.com',
        certificates: [],
        unreadableCertificates: 0,
        templates: published,
      },
    ],
    roots: [],
    intermediates: [],
  });
const both = publishing('WHFBAuthentication', 'WHFBEnrollmentAgent');

describeCheck(check, [
  {
    name: 'both names, in other capitals',
    evidence: [names('whfbenrollmentagent', 'WHFBAuthentication'), templates, both],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'a display name',
    evidence: [names('WHFBEnrollmentAgent', 'WHFB Authentication'), templates, both],
    outcome: 'fail',
    severity: 'blocker',
    says: ['only a display name'],
  },
  {
    name: 'a typing error',
    evidence: [names('WHFBEnrolmentAgent', 'WHFBAuthentication'), templates, both],
    outcome: 'fail',
    says: ['no template'],
  },
  {
    name: 'published by no CA',
    evidence: [names('WHFBEnrollmentAgent', 'WHFBAuthentication'), templates, publishing('WHFBAuthentication')],
    outcome: 'fail',
    says: ['published by no CA'],
  },
  {
    name: 'one name is not set',
    evidence: [names('WHFBEnrollmentAgent'), templates, both],
    outcome: 'fail',
    says: ['is not set'],
  },
  { name: 'no name', evidence: [names(), templates, both], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'publication not read',
    evidence: [names('WHFBEnrollmentAgent', 'WHFBAuthentication'), templates],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a name that may be hidden',
    evidence: [names('Secret', 'WHFBAuthentication'), templates, publishing('WHFBAuthentication', 'Secret')],
    outcome: 'unknown',
    reason: 'contradictory',
  },
]);
