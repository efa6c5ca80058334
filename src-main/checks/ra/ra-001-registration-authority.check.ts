import { assertNever } from '../../../src-shared/model/assert-never';
import type { AdfsOpenIdConfiguration } from '../../../src-shared/model/evidence/adfs';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { announcementOf, announces } from '../../evidence/derived/registration-authority';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged } from '../result';
import { countOf, listed } from '../wording';

export default defineCheck({
  id: 'RA-001',
  revision: 1,
  why: 'In this deployment AD FS takes the certificate requests of users; as long as it is not the registration authority, no certificate is issued.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
    'https://learn.microsoft.com/powershell/module/adfs/set-adfscertificateauthority',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: ['adfs.openid-configuration'],
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason: 'AD FS is not the registration authority of this scope.',
    },
  evaluate({ 'adfs.openid-configuration': services }) {
    const objects = services.records.map(({ id, target, data }) => ({
      id: `federation-service:${normalHostName(target)}`,
      kind: 'federation-service' as const,
      name: target,
      ...judgeService(data),
      evidenceId: id,
      locate: 'capabilities',
    }));
    return judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: services.records.flatMap(({ target, data }) =>
        data.answers.map((answer, index) => ({
          label: `Capabilities of ${target}, answer ${index + 1}`,
          observed:
            answer.capabilities === undefined
              ? 'the document has no such field'
              : listed(answer.capabilities, 10) || 'empty list',
          expected: 'winhello_cert',
          ...(announces(answer) === undefined ? {} : { matches: announces(answer) === true }),
        })),
      ),
    });
  },
  remediation: {
    task: 'Configure AD FS as registration authority.',
    steps: [
      'Create and publish the enrolment agent template and the WHfB template first (PKI-019, PKI-023, PKI-032).',
      'Run the command on the primary AD FS server with the names (cn) of both templates.',
      'Restart AD FS on every node.',
    ],
    command: [
      'Set-AdfsCertificateAuthority -EnrollmentAgent -EnrollmentAgentCertificateTemplate WHFBEnrollmentAgent -WindowsHelloCertificateTemplate WHFBAuthentication -WindowsHelloCertificateProxyEnabled $true',
      'Restart-Service adfssrv',
      'Get-AdfsCertificateAuthority',
      "(Invoke-RestMethod 'https://fs.contoso.com/adfs/.well-known/openid-configuration').capabilities",
    ].join('\n'),
    verify: 'The capabilities list winhello_cert, and `Get-AdfsCertificateAuthority` shows both template names.',
    revert:
      'Run `Set-AdfsCertificateAuthority` with the values that `Get-AdfsCertificateAuthority` showed before; note them down first.',
    right: 'AD FS administrator; Domain Admins for the first configuration',
  },
});

/** Names of the templates are not visible from outside; RA-002 compares them. */
function judgeService(configuration: AdfsOpenIdConfiguration): Verdict {
  const { answers } = configuration;
  const all = countOf(answers.length, 'answer');
  const announcement = announcementOf(configuration);
  switch (announcement) {
    case 'announced':
      return {
        outcome: 'pass',
        note: `The registration authority for Hello certificates is announced (winhello_cert) in ${answers.length === 1 ? 'the only answer' : `all ${all}`}.`,
      };
    case 'missing':
      return {
        outcome: 'fail',
        note: `None of ${all} announces a registration authority for Hello certificates (winhello_cert).`,
      };
    case 'mixed': {
      const yes = answers.filter((answer) => announces(answer) === true).length;
      const note = `Only ${yes} of ${all} announce a registration authority (winhello_cert); nodes of the farm differ in their update level or configuration.`;
      return { outcome: 'unknown', reason: 'contradictory', note };
    }
    case 'unclear': {
      const note = `None of ${all} has a capabilities field, which Windows Server 2016 gives since KB4022723; older nodes cannot be judged from outside.`;
      return { outcome: 'unknown', reason: 'not-collected', note };
    }
    case 'silent':
      return {
        outcome: 'unknown',
        reason: 'unreadable',
        note: 'The discovery document was read, but it holds no answer.',
      };
    default:
      return assertNever(announcement);
  }
}
