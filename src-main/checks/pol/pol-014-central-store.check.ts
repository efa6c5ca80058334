import type { CentralStore } from '../../../src-shared/model/evidence/policy';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged, notApplicable } from '../result';
import { listed, namesOf, shareOf } from '../wording';

/** Values the definitions must be able to set; the last came with Windows 11 22H2. */
const wanted = [helloSetting.enabled, helloSetting.useCertificate, helloSetting.useCloudTrust].map(({ name }) => name);

export default defineCheck({
  id: 'POL-014',
  revision: 1,
  why: 'With old definitions in the central store every administrator sees an editor without the settings Hello needs.',
  sources: [
    'https://learn.microsoft.com/troubleshoot/windows-client/group-policy/create-and-manage-central-store',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs: ['policy.central-store', 'ad.partitions?'],
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const objects = inputs['policy.central-store'].records
      .filter(({ data }) => data.domain === '' || domains.includes(data.domain))
      .map(({ id, target, data }) => ({
        id: `central-store:${target.toLowerCase()}`,
        kind: 'domain' as const,
        name: data.domain === '' ? 'Central store of a domain the path does not tell' : data.domain,
        evidenceId: id,
        ...judgeStore(data),
      }));
    if (objects.every(({ outcome }) => outcome === 'not-applicable')) {
      return notApplicable({
        summary: 'No domain in scope has a central store; administrators see the definitions of their own machine.',
        objects,
      });
    }
    const old = objects.filter(({ outcome }) => outcome === 'warning');
    return judged(objects, {
      summary:
        old.length === 0
          ? 'The definitions of the central store know the settings Hello needs.'
          : `${shareOf(old.length, objects.length, 'central store')} too old for Hello: ${listed(namesOf(objects, 'warning'))}. ${old[0]?.note ?? ''}`,
      observations: inputs['policy.central-store'].records.flatMap(({ data }) =>
        data.passportValues === undefined
          ? []
          : [
              {
                label: `Values Passport.admx sets${data.domain === '' ? '' : ` (${data.domain})`}`,
                observed: listed(data.passportValues, 12),
                expected: listed(wanted),
              },
            ],
      ),
    });
  },
  remediation: {
    task: 'Update the central store of administrative templates.',
    steps: [
      'Download the administrative templates of the newest Windows release in use.',
      'Keep a copy of the folder PolicyDefinitions, then copy the ADMX files and the ADML files of every language over it.',
    ],
    command: [
      "Copy-Item 'C:\\Program Files (x86)\\Microsoft Group Policy\\Windows 11\\PolicyDefinitions\\Passport.admx' '\\\\contoso.com\\SYSVOL\\contoso.com\\Policies\\PolicyDefinitions'",
      "Copy-Item 'C:\\Program Files (x86)\\Microsoft Group Policy\\Windows 11\\PolicyDefinitions\\en-US\\Passport.adml' '\\\\contoso.com\\SYSVOL\\contoso.com\\Policies\\PolicyDefinitions\\en-US'",
    ].join('\n'),
    verify:
      'The group policy editor shows “Use certificate for on-premises authentication” and “Use cloud trust for on-premises authentication”.',
    revert: 'Copy the former files back.',
    right: 'Write access to PolicyDefinitions in SYSVOL (Domain Admins by default)',
  },
});

/** Settings that policies already hold keep working; only editing them is disturbed. */
function judgeStore({ exists, passportPolicies, passportValues = [], languages }: CentralStore): Verdict {
  if (!exists) return { outcome: 'not-applicable', note: 'The domain has no central store.' };
  if (passportPolicies === undefined)
    return {
      outcome: 'warning',
      note: 'The central store has no Passport.admx, so the editor shows no settings of Hello at all.',
    };
  const missing = wanted.filter((name) => !passportValues.some((value) => value.toLowerCase() === name.toLowerCase()));
  if (missing.length > 0) return { outcome: 'warning', note: `Its Passport.admx does not know ${listed(missing)}.` };
  if (languages.length === 0)
    return {
      outcome: 'warning',
      note: 'It has Passport.admx, but no Passport.adml in any language, so the editor reports an error.',
    };
  return { outcome: 'pass', note: `It knows these settings, with texts in ${listed([...languages])}.` };
}
