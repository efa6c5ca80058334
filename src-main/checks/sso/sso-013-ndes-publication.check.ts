import type { EntraApplicationProxy } from '../../../src-shared/model/evidence/entra-policies';
import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { helloProfiles, scepScopeOnly } from './scep-profiles';

type Application = EntraApplicationProxy['applications'][number];

export default defineCheck({
  id: 'SSO-013',
  revision: 1,
  why: 'Devices on the Internet ask NDES for their certificate; a sign-in page in front of it, or a single connector, stops them.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['entra.application-proxy', 'intune.certificate-profiles'],
  appliesTo: scepScopeOnly,
  evaluate({ 'entra.application-proxy': proxies, 'intune.certificate-profiles': profiles }) {
    const urls = helloProfiles(profiles).flatMap(({ profile }) => profile.scepServerUrls ?? []);
    const hosts = [...new Set(urls.flatMap((url) => hostOfUrl(url) ?? []))];
    if (hosts.length === 0)
      return unknown('not-collected', {
        summary: 'No SCEP profile for Hello names an address of NDES, so its publication cannot be told (SSO-014).',
      });
    const connectors = proxies.records.flatMap(({ data }) => data.connectors);
    const active = connectors.filter(({ status }) => status.toLowerCase() === 'active').length;
    const objects = hosts.map((host): JudgedObject => {
      const found = proxies.records
        .flatMap(({ id, data }) => data.applications.map((application) => ({ id, application })))
        .find(({ application }) => hostOfUrl(application.externalUrl) === host);
      const object = { id: `host:${host}`, kind: 'directory-object', name: host, locate: host } as const;
      return found === undefined
        ? {
            ...object,
            outcome: 'unknown',
            reason: 'not-collected',
            note: 'No application of the application proxy publishes it; what else may was not read.',
          }
        : { ...object, evidenceId: found.id, ...judgeApplication(found.application, active) };
    });
    return judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: [
        {
          label: 'Active connectors',
          observed: `${active} of ${connectors.length}`,
          expected: '2 or more',
          matches: active >= 2,
        },
      ],
    });
  },
  remediation: {
    task: 'Publish NDES.',
    steps: [
      'Publish NDES with the Entra application proxy, pre-authentication “Passthrough”.',
      'Keep two connectors in the connector group of the application.',
    ],
    verify: 'From the Internet https://<address>/certsrv/mscep/mscep.dll answers with HTTP 403 of the NDES server.',
    revert: 'Set the former pre-authentication.',
    right: 'Application Administrator',
    risk: 'Passthrough lets anybody reach NDES; the Intune policy module checks each request.',
  },
});

function judgeApplication({ externalAuthenticationType }: Application, active: number): Verdict {
  if (externalAuthenticationType === undefined)
    return { outcome: 'unknown', reason: 'unreadable', note: 'The answer does not tell its pre-authentication.' };
  if (externalAuthenticationType.toLowerCase() !== 'passthru')
    return { outcome: 'fail', note: 'Users have to sign in before they reach NDES, which the device cannot do.' };
  if (active === 0) return { outcome: 'fail', note: 'It is passed through, but no connector is active.' };
  return active === 1
    ? { outcome: 'warning', note: 'It is passed through by a single active connector.' }
    : { outcome: 'pass', note: `It is passed through by ${active} active connectors.` };
}
