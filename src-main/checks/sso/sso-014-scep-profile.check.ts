import type { IntuneCertificateProfile } from '../../../src-shared/model/evidence/intune';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { intuneObject } from '../pol/intune-policies';
import { fail, type JudgedObject, judged } from '../result';
import { countOf, listed } from '../wording';
import { hasHelloStorage, helloProfiles, isAssigned, scepScopeOnly, smartCardLogon } from './scep-profiles';

export default defineCheck({
  id: 'SSO-014',
  revision: 1,
  why: 'A certificate is bound to the Hello key only when the SCEP profile has exactly these values.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-windows81scepcertificateprofile',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['intune.certificate-profiles'],
  appliesTo: scepScopeOnly,
  evaluate({ 'intune.certificate-profiles': profiles }) {
    const found = helloProfiles(profiles);
    if (found.length === 0)
      return fail({
        summary: `No SCEP profile of Intune is made for Hello (${countOf(profiles.records.flatMap(({ data }) => data.profiles).length, 'certificate profile')} read).`,
      });
    const objects = found.map(
      ({ profile, evidenceId }): JudgedObject => ({ ...intuneObject(profile, evidenceId), ...judgeProfile(profile) }),
    );
    const result = judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: found.flatMap(({ profile }) =>
        [
          [profile.keyStorageProvider, 'usePassportForWorkKspOtherwiseFail', 'key storage'],
          [profile.certificateStore, 'user', 'store'],
          [profile.subjectNameFormatString ?? profile.subjectNameFormat, 'CN={{OnPrem_Distinguished_Name}}', 'subject'],
        ].map(([observed = 'not set', expected = '', label]) => ({
          label: `${profile.displayName}, ${label}`,
          observed,
          expected,
        })),
      ),
    });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Correct the SCEP profile.',
    steps: [
      'Make the profile anew for users: key storage “Enroll to Windows Hello for Business, otherwise fail”, subject CN={{OnPrem_Distinguished_Name}}, UPN {{UserPrincipalName}} as alternative name, 2048 bits, digital signature, SHA-2, Smart Card Logon and Client Authentication.',
      'Choose the trusted root profile, name the NDES address by HTTPS, and assign the profile to the pilot users.',
    ],
    verify:
      'A pilot user’s certificate lies in “Microsoft Passport Key Storage Provider” (`certutil -user -store My`).',
    revert: 'Assign the former profile again.',
    right: 'Intune Policy and Profile Manager',
  },
});

function judgeProfile(profile: IntuneCertificateProfile): Verdict {
  const faults = faultsOf(profile);
  if (faults.length > 0) return { outcome: 'fail', note: `It ${listed(faults, 8)}.` };
  if (!isAssigned(profile)) return { outcome: 'fail', note: 'Its values are right, but it is assigned to nobody.' };
  const oddities = odditiesOf(profile);
  return oddities.length > 0
    ? { outcome: 'warning', note: `It ${listed(oddities, 8)}.` }
    : { outcome: 'pass', note: 'Its values are those Hello needs.' };
}

const is = (value: string | undefined, wanted: string): boolean => value?.toLowerCase() === wanted;

/** What makes the certificate useless for Hello. */
function faultsOf(profile: IntuneCertificateProfile): readonly string[] {
  const hasUpn = (profile.subjectAlternativeNames ?? []).some(
    ({ type, value }) => is(type, 'userprincipalname') && /\{\{UserPrincipalName\}\}/iu.test(value),
  );
  const urls = profile.scepServerUrls ?? [];
  return [
    ...(hasHelloStorage(profile) ? [] : ['does not store its key in Windows Hello for Business']),
    ...(is(profile.certificateStore, 'user') ? [] : ['is not for the store of the user']),
    ...((profile.extendedKeyUsages ?? []).includes(smartCardLogon) ? [] : ['lacks Smart Card Logon']),
    ...(hasUpn ? [] : ['does not put the UPN into the alternative name']),
    ...((profile.keyUsage ?? '').toLowerCase().includes('digitalsignature') ? [] : ['lacks digital signature']),
    ...(urls.length > 0 && urls.every((url) => /^https:\/\//iu.test(url)) ? [] : ['has no HTTPS address of NDES']),
  ];
}

/** What works at first and differs from the guide. */
function odditiesOf(profile: IntuneCertificateProfile): readonly string[] {
  const subject = profile.subjectNameFormatString ?? profile.subjectNameFormat ?? '';
  return [
    ...(/OnPrem_Distinguished_Name/iu.test(subject) ? [] : ['has another subject than the distinguished name in AD']),
    ...(is(profile.keySize, 'size2048') ? [] : ['asks for another key size than 2048 bits']),
    ...((profile.hashAlgorithm ?? '').toLowerCase().includes('sha2') ? [] : ['does not ask for SHA-2']),
  ];
}
