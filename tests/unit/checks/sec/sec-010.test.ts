import check from '../../../../src-main/checks/sec/sec-010-weak-mapping.check';
import { kdcKey, schannelKey } from '../../../../src-main/checks/sec/weak-mapping';
import type { RegistryData } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed } from '../check-cases';
import { registryOf, systemOf } from '../hosts';
import { controllerId, controllersOf, dc1, dc2 } from '../pki/controllers';

const values = (host: string, methods: RegistryData, enforcement: RegistryData) =>
  registryOf(host, {
    [`${schannelKey}|CertificateMappingMethods`]: methods,
    [`${kdcKey}|StrongCertificateBindingEnforcement`]: enforcement,
  });
const one = controllersOf([dc1]);

describeCheck(check, [
  {
    name: 'both unset',
    evidence: [one, values(dc1, 'absent', 'absent')],
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass' },
  },
  { name: 'strong methods set', evidence: [one, values('DC01', 0x18, 'absent')], outcome: 'pass' },
  {
    name: 'a controller told by its own release',
    evidence: [systemOf(dc1, { productType: 2 }), values(dc1, 'absent', 'absent')],
    outcome: 'pass',
  },
  {
    name: 'by name',
    evidence: [one, values(dc1, 0x1f, 'absent')],
    outcome: 'fail',
    severity: 'high',
    says: ['0x1F'],
    differs: [dc1],
  },
  { name: 'enforcement set', evidence: [one, values(dc1, 'absent', 2)], outcome: 'warning', says: ['set to 2'] },
  {
    name: 'one of two',
    evidence: [controllersOf([dc1, dc2]), values(dc1, 'absent', 'absent')],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'unknown' },
  },
  {
    name: 'one of two denied',
    evidence: [
      controllersOf([dc1, dc2]),
      values(dc1, 'absent', 'absent'),
      failed('host.registry', dc2, 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'other values only',
    evidence: [one, registryOf(dc1, { 'HKLM\\A|B': 1 })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no controller known',
    evidence: [values(dc1, 'absent', 'absent')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
