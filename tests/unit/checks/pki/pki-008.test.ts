import check from '../../../../src-main/checks/pki/pki-008-controller-names.check';
import { describeCheck, failed } from '../check-cases';
import { controllerId, controllersOf, dc1, dc2, dc3, shown } from './controllers';

const entra = { joinTypes: { hybridJoined: true, entraJoined: true } };
const names = (...dnsNames: readonly string[]) => ({ dnsNames });

describeCheck(check, [
  {
    name: 'controller, domain and NetBIOS name',
    evidence: [shown(dc1), shown(dc2), controllersOf([dc1, dc2])],
    outcome: 'pass',
    says: ['2 domain controllers checked'],
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'pass' },
  },
  { name: 'without the NetBIOS name', evidence: [shown(dc1, names(dc1, 'contoso.com'))], outcome: 'pass' },
  {
    name: 'in capitals, with the dot of the root',
    evidence: [shown(dc1, names('DC01.CONTOSO.COM', 'Contoso.com.'))],
    outcome: 'pass',
  },
  {
    name: 'with a load balancer’s name besides',
    evidence: [shown(dc1, names('ldap.contoso.com', dc1, 'contoso.com'))],
    outcome: 'pass',
  },
  {
    name: 'the controller only',
    evidence: [shown(dc1, names(dc1))],
    outcome: 'warning',
    severity: 'high',
    notes: { [controllerId(dc1)]: 'does not name the domain, contoso.com' },
    differs: [dc1],
  },
  {
    name: 'the controller only, with Entra-joined devices',
    evidence: [shown(dc1, names(dc1))],
    scope: entra,
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'the name of a former domain',
    evidence: [shown(dc1, names(dc1, 'contoso-old.local'))],
    scope: entra,
    outcome: 'fail',
    severity: 'blocker',
    says: ['it names contoso-old.local instead'],
  },
  {
    name: 'the name of a former host',
    evidence: [shown(dc1, names('altdc.contoso.com', 'contoso.com'))],
    outcome: 'fail',
    severity: 'high',
    says: ['does not name the controller', 'altdc.contoso.com instead'],
  },
  { name: 'no name at all', evidence: [shown(dc1, names())], outcome: 'fail', says: ['does not name the controller'] },
  {
    name: 'a wildcard does not stand for the controller',
    evidence: [shown(dc1, names('*.contoso.com', 'contoso.com'))],
    outcome: 'fail',
  },
  {
    name: 'a controller of a child domain is in its own domain',
    evidence: [
      shown('dc1.emea.contoso.com', names('dc1.emea.contoso.com', 'contoso.com')),
      controllersOf(['dc1.emea.contoso.com'], 'emea.contoso.com'),
    ],
    outcome: 'warning',
    says: ['emea.contoso.com'],
  },
  {
    name: 'a controller whose name is not of its domain',
    evidence: [
      shown('dc1.servers.contoso.com', names('dc1.servers.contoso.com', 'contoso.com')),
      controllersOf(['dc1.servers.contoso.com']),
    ],
    outcome: 'pass',
  },
  {
    name: 'one wrong, one not read',
    evidence: [
      shown(dc1),
      shown(dc2, names(dc2)),
      failed('pki.dc-certificate', dc3, 'unreachable', 'dc03 refused the connection.'),
      controllersOf([dc1, dc2, dc3]),
    ],
    outcome: 'warning',
    says: ['1 of 3 domain controllers', '1 more could not be judged'],
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'warning', [controllerId(dc3)]: 'unknown' },
  },
  {
    name: 'a controller nobody asked',
    evidence: [shown(dc1), controllersOf([dc1, dc2])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
