import { allOf, isUnrestricted, needsApproval, needsSignature, not } from '../../evidence/derived/template-traits';
import { defineCheck } from '../define-check';
import type { TemplateVerdict } from '../pki/judge-templates';
import { judgeExposure } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

export default defineCheck({
  id: 'SEC-002',
  revision: 1,
  why: 'A certificate for any purpose also signs requests for others, so its holder can sign in as any user (ESC2).',
  sources: [
    'https://posts.specterops.io/certified-pre-owned-d95910965cd2',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: offeredNeeds,
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, judgeTemplate, {
      fault: [
        'gives ordinary users a certificate for any purpose',
        'give ordinary users a certificate for any purpose',
      ],
      risk: ['is at risk', 'are at risk'],
      inOrder: (count) => `None of ${count} published templates gives ordinary users a certificate for any purpose.`,
    }),
  remediation: {
    task: 'Close ESC2: name the usages of open templates.',
    steps: [
      'Open the template in certtmpl.msc, tab “Extensions”, “Application Policies”; remove “Any Purpose” and name what the certificates are for.',
      'Take the right to enrol from ordinary users, or tick “CA certificate manager approval”.',
      'Templates of schema version 1 cannot be changed: publish a duplicate instead.',
    ],
    command: [
      'certtmpl.msc',
      'certutil -v -dsTemplate <cn> pKIExtendedKeyUsage',
      'Remove-CATemplate -Name <cn> -Force',
    ].join('\n'),
    verify: 'pKIExtendedKeyUsage lists the intended usages and not 2.5.29.37.0.',
    revert: 'Set the former usages on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const danger = 'issues certificates without any limit to their purpose';

const judgeTemplate = ({ placed: { template }, enrollees }: Offered): TemplateVerdict =>
  judgeExposure(
    allOf(isUnrestricted(template), not(needsApproval(template)), not(needsSignature(template))),
    enrollees,
    {
      danger,
      harmless: 'limits what certificates are for, or asks for approval or a signature',
      restricted: (who) => ({ outcome: 'pass', note: `${danger}, but besides Tier 0 only ${who} may enrol it` }),
    },
  );
