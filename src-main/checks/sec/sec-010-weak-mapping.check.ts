import type { HostRegistry } from '../../../src-shared/model/evidence/host';
import type { Verdict } from '../../evidence/derived/verdict';
import { registryIn } from '../../evidence/registry-values';
import { defineCheck } from '../define-check';
import { controllerHostNeeds, hostNotRead, isMachine, judgeControllerHosts } from '../pki/judge-controller-hosts';
import { judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { hex } from '../wording';
import { kdcKey, mappingByName, schannelKey } from './weak-mapping';

export default defineCheck({
  id: 'SEC-010',
  revision: 1,
  why: 'Weak mapping lets whoever can change the name of an account sign in as another one with a certificate.',
  sources: ['https://support.microsoft.com/topic/kb5014754'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.registry', ...controllerHostNeeds],
  roles: { 'host.registry': ['dc'] },
  evaluate(inputs, { scope }) {
    const { records, gaps } = inputs['host.registry'];
    const objects = judgeControllerHosts(inputs, scope, (host) => {
      const record = records.find(({ data }) => isMachine(data.host, host));
      return record === undefined
        ? hostNotRead(gaps, host, 'Its registry')
        : { ...judgeRegistry(record.data), evidenceId: record.id };
    });
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'It is not known which machines are domain controllers.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'domain controller',
        fail: ['maps certificates by name', 'map certificates by name'],
        warning: ['has a setting about weak mapping', 'have a setting about weak mapping'],
        fine: 'none has a setting that allows weak mapping.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: 'neither value is set',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Close ESC10: remove weak certificate mapping from domain controllers.',
    steps: [
      'Find the certificates that map weakly: events 39 and 41 of the KDC name them. Let them be enrolled again, or map them strongly in altSecurityIdentities.',
      'Remove both values on every domain controller and restart it.',
    ],
    command: [
      `reg delete ${kdcKey} /v StrongCertificateBindingEnforcement /f`,
      `reg delete ${schannelKey} /v CertificateMappingMethods /f`,
    ].join('\n'),
    verify: 'Both values are gone, and sign-in with Hello still works.',
    revert: 'Set the former values again; write them down first.',
    right: 'Domain Admins',
  },
});

function judgeRegistry(registry: HostRegistry): Verdict {
  const { numberAt, isAbsent } = registryIn(registry);
  const methods = numberAt(schannelKey, 'CertificateMappingMethods');
  const enforcement = numberAt(kdcKey, 'StrongCertificateBindingEnforcement');
  if (methods !== undefined && (methods & mappingByName) !== 0)
    return { outcome: 'fail', note: `CertificateMappingMethods is ${hex(methods)}, which maps by name over TLS.` };
  if (enforcement !== undefined)
    return {
      outcome: 'warning',
      note: `StrongCertificateBindingEnforcement is set to ${enforcement}; updated controllers ignore it, others do what it says.`,
    };
  const isRead =
    isAbsent(kdcKey, 'StrongCertificateBindingEnforcement') &&
    (methods !== undefined || isAbsent(schannelKey, 'CertificateMappingMethods'));
  return isRead
    ? { outcome: 'pass', note: 'No setting allows weak mapping.' }
    : { outcome: 'unknown', reason: 'not-collected', note: 'The values about mapping were not among those read.' };
}
