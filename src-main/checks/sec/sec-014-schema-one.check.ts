import { isSameHost } from '../../evidence/derived/forest-scope';
import { exposureOf } from '../../evidence/derived/template-enrolment';
import { allOf, isSchemaOne, suppliesSubject } from '../../evidence/derived/template-traits';
import { newestKnownBuild, serverRelease } from '../../knowledge/server-builds';
import { defineCheck, type Inputs } from '../define-check';
import { fault, risk, type TemplateVerdict } from '../pki/judge-templates';
import { titlesOf } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

const needs = [...offeredNeeds, 'host.system?'] as const;

export default defineCheck({
  id: 'SEC-014',
  revision: 2,
  why: 'On a CA without the update of November 2024, a request for such a template may add usages of its own, that of an enrolment agent among them (ESC15, CVE-2024-49019).',
  sources: [
    'https://msrc.microsoft.com/update-guide/vulnerability/CVE-2024-49019',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, (offered) => judgeTemplate(offered, updateLevel(offered, inputs)), {
      fault: ['is exposed', 'are exposed'],
      risk: [
        'is of schema version 1 and lets the requester name the subject',
        'are of schema version 1 and let the requester name the subject',
      ],
      inOrder: (count) =>
        `None of ${count} published templates is of schema version 1 and lets the requester name the subject.`,
    }),
  remediation: {
    task: 'Close ESC15: update the CAs and retire templates of version 1.',
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

/** Whether the CAs that publish a template have the update: all of them, at least one has not, or not known of every one. */
type UpdateLevel = 'updated' | 'lacking' | 'untold';

const levelNotes: Readonly<Record<UpdateLevel, string>> = {
  updated: 'the CA has the update',
  lacking: 'the CA lacks the update of November 2024',
  untold: 'whether the CA has the update is not part of the evidence',
};

function updateLevel({ placed: { publishers } }: Offered, inputs: Inputs<(typeof needs)[number]>): UpdateLevel {
  const hosts = inputs['ad.certification-authorities'].records
    .flatMap(({ data }) => data.authorities)
    .filter(({ name }) => publishers.includes(name))
    .map(({ dnsHostName }) => dnsHostName);
  const levels = hosts.map((host) => {
    const system = inputs['host.system'].records.find(({ data }) => isSameHost(data.host, host))?.data;
    return levelOf(system?.build, system?.revision);
  });
  if (levels.includes('lacking')) return 'lacking';
  return levels.length > 0 && levels.every((level) => level === 'updated') ? 'updated' : 'untold';
}

/** Releases after those this version knows came after the update. */
function levelOf(build: number | undefined, revision: number | undefined): UpdateLevel {
  if (build === undefined) return 'untold';
  if (build > newestKnownBuild) return 'updated';
  const release = serverRelease(build);
  if (release === undefined) return 'untold';
  if (release.november2024 === undefined) return 'lacking';
  if (revision === undefined) return 'untold';
  return revision >= release.november2024 ? 'updated' : 'lacking';
}

/** Published at all is a risk; it is a fault where ordinary users may enrol it on a CA without the update. */
function judgeTemplate({ placed: { template }, enrollees }: Offered, level: UpdateLevel): TemplateVerdict {
  const isDangerous = allOf(isSchemaOne(template), suppliesSubject(template));
  if (isDangerous === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'was read without attributes that would tell' };
  const exposure = exposureOf(isDangerous, enrollees);
  const update = levelNotes[level];
  if (exposure === 'harmless')
    return { outcome: 'pass', note: 'is of a later schema version, or builds the subject from Active Directory' };
  if (exposure === 'everybody') {
    const note = `${danger}, and ${titlesOf(enrollees, 'everybody')} may enrol it; ${update}`;
    return level === 'lacking' ? fault(note, 'high') : risk(note, level === 'updated' ? 'medium' : 'high');
  }
  if (exposure === 'hidden')
    return risk(`${danger}; its permissions are not visible to the account that read, and ${update}`, 'high');
  const who = titlesOf(enrollees, 'chosen', 'unclear');
  return risk(`${danger}; ${who === '' ? 'nobody besides Tier 0' : who} may enrol it, and ${update}`, 'medium');
}
