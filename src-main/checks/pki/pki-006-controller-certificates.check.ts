import type { DomainController } from '../../../src-shared/model/evidence/directory';
import { judgeControllerStore, judgeForKdc, type KdcDemands } from '../../evidence/derived/controller-store';
import { domainsInScope, isHostNamed, isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { type Collected, defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { knownTemplateNeeds, knownTemplates } from './known-templates';

interface CertificateInputs {
  readonly 'pki.dc-certificate': Collected<'pki.dc-certificate'>;
  readonly 'host.certificates': Collected<'host.certificates'>;
}

export default defineCheck({
  id: 'PKI-006',
  revision: 1,
  why: 'A domain controller without a certificate for its KDC signs nobody in with Hello, and clients could not tell that it is genuine.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/troubleshoot/windows-server/windows-security/requirements-domain-controller',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [
    'ad.domain-controllers',
    'ad.partitions?',
    'pki.dc-certificate?',
    'host.certificates?',
    ...knownTemplateNeeds,
  ],
  evaluate(inputs, { scope, now }) {
    const lists = inputs['ad.domain-controllers'];
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const templates = knownTemplates(inputs, scope);
    const { entraJoined } = scope.joinTypes;
    const objects: readonly JudgedObject[] = [
      ...lists.records
        .filter(({ target }) => domains.includes(target))
        .flatMap(({ id, target, data }) =>
          data.controllers.map((controller): JudgedObject => {
            const demands = { host: controller.dnsHostName, domain: target, entraJoined, templates, now };
            const name = controller.dnsHostName;
            const object = { id: controller.objectGuid, kind: 'domain-controller', name, evidenceId: id } as const;
            return { ...object, ...judgeController(controller, inputs, demands) };
          }),
        ),
      ...domains.known
        .filter((name) => !lists.records.some(({ target }) => isSameHost(target, name)))
        .map((name) =>
          unread(
            { id: `domain:${name}`, kind: 'domain', name },
            lists.gaps.find(({ target }) => isSameHost(target, name)),
          ),
        ),
    ];
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'No domain controller of the forests in scope is known.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'domain controller',
        fail: ['has no certificate the KDC can use', 'have no certificate the KDC can use'],
        warning: [
          'is read-only and has no certificate the KDC can use',
          'are read-only and have no certificate the KDC can use',
        ],
        fine: 'each holds a certificate with its key that the KDC can use.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note,
        expected: 'a certificate with its key in the computer’s store that meets PKI-007 to PKI-010',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Give every domain controller a certificate its KDC can use.',
    steps: [
      'Publish a template for domain controllers, based on “Kerberos Authentication”, at an issuing CA (PKI-012).',
      'Turn autoenrolment on for domain controllers (PKI-016), refresh their policy and let them enrol.',
      'Restart the service “Kerberos Key Distribution Center” or wait ten hours: so long it keeps its choice.',
    ],
    command: [
      'gpupdate /force',
      'certutil -pulse',
      'certreq -enroll -machine -q "DomainControllerAuthentication(Kerberos)"',
      'certutil -q -v -store my',
    ].join('\n'),
    verify:
      '`certutil -q -v -store my` on every controller shows a certificate with KDC Authentication and its private key, and event 29 of the KDC does not return.',
    revert: 'Delete the new certificate from the computer’s store and revoke it at the CA.',
    right: 'Domain Admins on the domain controller; CA administrator when the template has to be published',
  },
});

/** The store of the controller decides; what it showed on LDAPS, or an exported file, is only a part of it. */
function judgeController(
  { dnsHostName, readOnly }: DomainController,
  inputs: CertificateInputs,
  demands: KdcDemands,
): Verdict {
  const store = inputs['host.certificates'].records.find(
    ({ data }) => data.store === 'machine' && isHostNamed(data.host, dnsHostName),
  );
  if (store !== undefined) {
    const verdict = judgeControllerStore(store.data, demands);
    return verdict.outcome === 'fail' && readOnly ? { ...verdict, outcome: 'warning' } : verdict;
  }
  const { records, gaps } = inputs['pki.dc-certificate'];
  const seen = records.find(({ data }) => isSameHost(data.host, dnsHostName))?.data;
  const leaf = seen?.chain[0];
  if (seen === undefined || leaf === undefined) {
    const gap = gaps.find(({ target }) => isSameHost(target, dnsHostName));
    return {
      outcome: 'unknown',
      reason: gap?.reason ?? 'not-collected',
      note: gap?.message ?? 'Its certificates were not read.',
    };
  }
  const verdict = judgeForKdc(leaf, demands);
  const place = seen.seen === 'tls' ? 'The certificate shown on LDAPS' : 'The certificate in the file';
  const open =
    verdict.outcome === 'pass'
      ? 'Whether the KDC holds and uses it shows only the store of the controller.'
      : 'Whether another one serves the KDC shows only the store of the controller.';
  return { outcome: 'unknown', reason: 'not-collected', note: `${place} ${verdict.note} ${open}` };
}
