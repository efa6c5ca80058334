import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import { judgeEnrolmentEndpoints } from '../../evidence/derived/enrolment-relay';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { type Collected, defineCheck } from '../define-check';
import { authorityObject, forestObject } from '../pki/pki-objects';
import { type JudgedObject, judged, notApplicable, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { listed } from '../wording';

export default defineCheck({
  id: 'SEC-008',
  revision: 1,
  why: 'Whoever makes a domain controller sign in to him can relay that sign-in to an unprotected enrolment page and gets a certificate of the controller.',
  sources: [
    'https://support.microsoft.com/topic/kb5005413-mitigating-ntlm-relay-attacks-on-active-directory-certificate-services-ad-cs-3612b773-4043-4aa9-b23d-b87910cd3429',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.certification-authorities', 'pki.enrolment-endpoints?'],
  evaluate(inputs, { scope }) {
    const lists = inputs['ad.certification-authorities'];
    const forests = forestsInScope(lists.records, scope);
    const authorities = forests.records.flatMap(({ id, data }) =>
      data.authorities.map((authority) => ({ authority, object: authorityObject(authority, id) })),
    );
    const objects: readonly JudgedObject[] = [
      ...authorities.map(({ authority, object }) =>
        judgeHost(authority.dnsHostName, object, inputs['pki.enrolment-endpoints']),
      ),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    if (objects.length === 0)
      return notApplicable({
        summary: 'No enterprise CA is published, so nothing can be enrolled over HTTP; see PKI-001.',
      });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'CA host',
        fail: ['offers enrolment that a sign-in can be relayed to', 'offer enrolment that a sign-in can be relayed to'],
        warning: ['lets clients reach the administration of NDES', 'let clients reach the administration of NDES'],
        fine: 'none offers enrolment over HTTP or HTTPS that NTLM could be relayed to.',
      }),
      observations: objects.map((object) => {
        const host = authorities.find((each) => each.object.id === object.id)?.authority.dnsHostName;
        return {
          label: object.name,
          observed: describe(host === undefined ? undefined : endpointsOf(host, inputs['pki.enrolment-endpoints'])),
          expected: 'nothing, or HTTPS without NTLM, or HTTPS with extended protection',
          ...matchOf(object),
        };
      }),
    });
  },
  remediation: {
    task: 'Close ESC8: harden or remove HTTP enrolment.',
    steps: [
      'Remove the roles that nobody uses: CA Web Enrollment, the enrolment web services and NDES.',
      'For the others allow HTTPS only, and set “Extended Protection” to Required for every virtual directory of them.',
      'Turn NTLM off for these sites where all clients can do Kerberos, and keep the administration page of NDES to the server itself.',
    ],
    command: [
      'Uninstall-WindowsFeature ADCS-Web-Enrollment',
      'appcmd set config "Default Web Site/CertSrv" /section:access /sslFlags:Ssl /commit:apphost',
      'appcmd set config "Default Web Site/CertSrv" /section:system.webServer/security/authentication/windowsAuthentication /extendedProtection.tokenChecking:Require /commit:apphost',
      'iisreset',
    ].join('\n'),
    verify:
      '`http://<CA host>/certsrv/` is refused, and `appcmd list config "Default Web Site/CertSrv" /section:windowsAuthentication` shows tokenChecking Require.',
    revert: 'Set tokenChecking back to None and install the role again.',
    right: 'Administrators of the CA and web servers',
    risk: 'Clients that cannot do channel binding no longer enrol over these pages.',
  },
});

const endpointsOf = (
  host: string,
  { records }: Collected<'pki.enrolment-endpoints'>,
): readonly EnrolmentEndpoint[] | undefined => records.find(({ target }) => isSameHost(target, host))?.data.endpoints;

function judgeHost(
  host: string,
  object: ReturnType<typeof authorityObject>,
  collected: Collected<'pki.enrolment-endpoints'>,
): JudgedObject {
  const endpoints = endpointsOf(host, collected);
  if (endpoints !== undefined) return { ...object, ...judgeEnrolmentEndpoints(endpoints) };
  return unread(
    object,
    collected.gaps.find(({ target }) => isSameHost(target, host)),
  );
}

function describe(endpoints: readonly EnrolmentEndpoint[] | undefined): string {
  if (endpoints === undefined) return 'not asked';
  const answering = endpoints.filter(({ state }) => state === 'answers');
  const texts = answering.map(({ url, status, authentication }) =>
    [url, status === undefined ? 'answers' : `status ${status}`, ...authentication].join(' '),
  );
  return listed(texts, 8) || 'nothing answers';
}
