import { defineCheck } from '../define-check';
import { fail, pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';
import { entraJoinedOnly } from './entra-joined';
import { helloProfiles, isAssigned } from './scep-profiles';

export default defineCheck({
  id: 'SSO-008',
  revision: 1,
  why: 'AD FS gives certificates to hybrid joined devices; Entra joined ones get them over Intune and NDES, or do without.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-planning-guide',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['intune.certificate-profiles?', 'intune.ndes-connectors?'],
  appliesTo: entraJoinedOnly,
  evaluate({ 'intune.certificate-profiles': profiles, 'intune.ndes-connectors': connectors }, { scope }) {
    if (scope.registrationAuthority.entraJoined === 'none')
      return warning({
        summary:
          'No certificates are planned for Entra joined devices: they rely on key trust or cloud Kerberos trust for on-premises resources, which is supported but has to be set up.',
        severity: 'low',
      });
    const missing = [
      ...(profiles.records.length === 0 ? ['the certificate profiles'] : []),
      ...(connectors.records.length === 0 ? ['the certificate connectors'] : []),
    ];
    const assigned = helloProfiles(profiles).filter(({ profile }) => isAssigned(profile));
    const all = connectors.records.flatMap(({ data }) => data.connectors);
    const active = all.filter(({ state }) => state.toLowerCase() === 'active');
    const observations = all.map(({ displayName, state, lastConnection }) => ({
      label: displayName,
      observed: lastConnection === undefined ? state : `${state}, last seen ${lastConnection.slice(0, 10)}`,
      expected: 'active',
      matches: state.toLowerCase() === 'active',
    }));
    const lacking = [
      ...(profiles.records.length > 0 && assigned.length === 0 ? ['no SCEP profile for Hello is assigned'] : []),
      ...(connectors.records.length > 0 && active.length === 0 ? ['no certificate connector is active'] : []),
    ];
    if (lacking.length > 0)
      return fail({ summary: `Certificates over NDES are wanted, but ${listed(lacking)}.`, observations });
    const [gap] = [...profiles.gaps, ...connectors.gaps];
    if (missing.length > 0)
      return unknown(gap?.reason ?? 'not-collected', {
        summary: `Certificates over NDES are wanted; ${listed(missing)} of Intune were not read.`,
        observations,
      });
    return pass({
      summary: `Certificates over NDES are wanted, and the path exists: ${countOf(assigned.length, 'assigned SCEP profile')} and ${active.length} of ${countOf(all.length, 'certificate connector')} active.`,
      observations,
    });
  },
  remediation: {
    task: 'Decide how Entra joined devices get certificates.',
    steps: [
      'Decide for Entra joined devices: certificates over NDES (SSO-009 to SSO-018), or cloud Kerberos trust.',
      'For certificates, install NDES and the connector, and assign the SCEP profile.',
    ],
    verify: 'The connector is active in the Intune admin centre, and a pilot user gets a certificate.',
    right: 'Intune Administrator; administrator of the NDES server',
  },
});
