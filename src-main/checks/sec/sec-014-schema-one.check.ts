import { exposureOf } from '../../evidence/derived/template-enrolment';
import { allOf, isSchemaOne, suppliesSubject } from '../../evidence/derived/template-traits';
import { defineCheck } from '../define-check';
import { risk, type TemplateVerdict } from '../pki/judge-templates';
import { titlesOf } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

export default defineCheck({
  id: 'SEC-014',
  revision: 1,
  why: 'On a CA without the update of November 2024, a request for such a template may add usages of its own, that of an enrolment agent among them (ESC15, CVE-2024-49019).',
  sources: [
    'https://msrc.microsoft.com/update-guide/vulnerability/CVE-2024-49019',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  needs: offeredNeeds,
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, judgeTemplate, {
      fault: ['is exposed', 'are exposed'],
      risk: [
        'is of schema version 1 and lets the requester name the subject',
        'are of schema version 1 and let the requester name the subject',
      ],
      inOrder: (count) =>
        `None of ${count} published templates is of schema version 1 and lets the requester name the subject.`,
    }),
  remediation: {
    steps: [
      'Install the current cumulative update (November 2024 or later) on every CA.',
      'Duplicate templates that are still needed: a duplicate has schema version 2 or higher and names its usages itself.',
      'Take the built-in ones off the CAs.',
    ],
    command: [
      'Get-CATemplate',
      'Remove-CATemplate -Name WebServer -Force',
      'Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 3',
    ].join('\n'),
    verify: '`Get-CATemplate` lists no template of schema version 1 whose subject is supplied in the request.',
    revert: '`Add-CATemplate -Name <cn> -Force` on the CA.',
    right: 'CA administrator',
    risk: 'Servers that enrol WebServer by hand or by script need the duplicate first.',
  },
});

const danger = 'is of schema version 1 and lets the requester name the subject';
const notSeen = 'whether the CA has the update is not part of the evidence';

/** Published at all is a risk; who may enrol only tells how large it is, because the update level of the CA is not visible from the directory. */
function judgeTemplate({ placed: { template }, enrollees }: Offered): TemplateVerdict {
  const isDangerous = allOf(isSchemaOne(template), suppliesSubject(template));
  if (isDangerous === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'was read without attributes that would tell' };
  const exposure = exposureOf(isDangerous, enrollees);
  if (exposure === 'harmless')
    return { outcome: 'pass', note: 'is of a later schema version, or builds the subject from Active Directory' };
  if (exposure === 'everybody')
    return risk(`${danger}, and ${titlesOf(enrollees, 'everybody')} may enrol it; ${notSeen}`, 'high');
  if (exposure === 'hidden')
    return risk(`${danger}; its permissions are not visible to the account that read, and ${notSeen}`, 'high');
  const who = titlesOf(enrollees, 'chosen', 'unclear');
  return risk(`${danger}; ${who === '' ? 'nobody besides Tier 0' : who} may enrol it, and ${notSeen}`, 'medium');
}
