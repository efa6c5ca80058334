import {
  allOf,
  isGoodForLogon,
  needsApproval,
  needsSignature,
  not,
  suppliesSubject,
} from '../../evidence/derived/template-traits';
import { defineCheck } from '../define-check';
import { risk, type TemplateVerdict } from '../pki/judge-templates';
import { judgeExposure } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

export default defineCheck({
  id: 'SEC-001',
  revision: 1,
  why: 'Whoever may name the subject of a sign-in certificate is any user of the forest, its administrators included (ESC1).',
  sources: [
    'https://posts.specterops.io/certified-pre-owned-d95910965cd2',
    'https://learn.microsoft.com/defender-for-identity/security-assessment-prevent-users-request-certificate',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/1192823c-d839-4bc3-9b6b-fa8c53507ae1',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: offeredNeeds,
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, judgeTemplate, {
      fault: ['lets ordinary users sign in as anybody', 'let ordinary users sign in as anybody'],
      risk: ['lets chosen accounts sign in as anybody', 'let chosen accounts sign in as anybody'],
      inOrder: (count) =>
        `None of ${count} published templates lets anybody but Tier 0 name the subject of a certificate that is good for sign-in.`,
    }),
  remediation: {
    task: 'Close ESC1: take the subject away from requesters.',
    steps: [
      'Open the template in certtmpl.msc, tab “Subject Name”, and choose “Build from this Active Directory information”.',
      'When requesters must name the subject, tick “CA certificate manager approval” or take the right to enrol from everybody but the accounts that need it.',
      'Take the template off the CAs when nobody needs it.',
      'Look at the certificates it issued and revoke those with a subject other than the requester.',
    ],
    command: [
      'certutil -v -dsTemplate <cn> msPKI-Certificate-Name-Flag',
      'certutil -view -restrict "CertificateTemplate=<oid of the template>" -out "RequestID,RequesterName,CommonName,UPN"',
      'Remove-CATemplate -Name <cn> -Force',
    ].join('\n'),
    verify:
      'The template lists neither CT_FLAG_ENROLLEE_SUPPLIES_SUBJECT, or its security tab no group of ordinary users with “Enroll”.',
    revert: 'Set the former choice on the same tab.',
    right: 'Enterprise Admins, or write access to the template; CA administrator',
  },
});

const danger = 'lets the requester name the subject of a certificate that is good for sign-in';

function judgeTemplate({ placed: { template }, enrollees }: Offered): TemplateVerdict {
  const isDangerous = allOf(
    suppliesSubject(template),
    isGoodForLogon(template),
    not(needsApproval(template)),
    not(needsSignature(template)),
  );
  return judgeExposure(isDangerous, enrollees, {
    danger,
    harmless: 'does not issue sign-in certificates for a subject the requester names',
    restricted: (who) => risk(`${danger}; only its permissions protect it, and ${who} may enrol it`),
    unclear: (who) => risk(`${danger}; ${who} may enrol it, and whether ordinary users are in there was not read`),
  });
}
