import check from '../../../../src-main/checks/dev/dev-022-eligible-computers.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { PilotComputer } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { systemOf } from '../hosts';

const sid = (number: number): string => `${domainSid}-${4000 + number}`;
const computer = (number: number, more: Partial<PilotComputer> = {}): PilotComputer => ({
  distinguishedName: `CN=PC${number},OU=Köln,DC=contoso,DC=com`,
  objectSid: sid(number),
  objectGuid: guid(number),
  name: `PC${number}`,
  operatingSystem: 'Windows 11 Enterprise',
  primaryGroupId: 515,
  ...more,
});
const pilot = (...computers: readonly PilotComputer[]): EvidenceRecord =>
  record('ad.pilot-computers', forest, { total: computers.length, computers, populationFound: true });
const { operatingSystem: _, ...nameless } = computer(1);
const scope = { pilotComputers: { kind: 'group' as const, group: `${domainSid}-1200` } };
const client = systemOf('pc1.contoso.com', {
  role: 'client',
  productType: 1,
  edition: 'Enterprise',
  tpm: { isPresent: true, specification: '2.0' },
});

describeCheck(check, [
  {
    name: 'clients, one in French',
    evidence: [pilot(computer(1), computer(2, { operatingSystem: 'Windows 10 Professionnel' })), client],
    scope,
    outcome: 'pass',
    says: ['2 computers checked', 'TPM was read on 1 of 2'],
    objects: { [sid(1)]: 'pass', [sid(2)]: 'pass' },
  },
  {
    name: 'a domain controller',
    evidence: [pilot(computer(1), computer(2, { operatingSystem: 'Windows Server 2022', primaryGroupId: 516 }))],
    scope,
    outcome: 'fail',
    severity: 'medium',
    says: ['1 of 2 computers is', 'PC2: A domain controller.'],
    objects: { [sid(1)]: 'pass', [sid(2)]: 'fail' },
  },
  {
    name: 'a read-only domain controller without a name of its system',
    evidence: [pilot({ ...nameless, primaryGroupId: 521 })],
    scope,
    outcome: 'fail',
  },
  {
    name: 'Server Core',
    evidence: [
      pilot(computer(1, { operatingSystem: 'Windows Server 2022' })),
      systemOf('PC1', { productType: 3, isServerCore: true }),
    ],
    scope,
    outcome: 'fail',
    says: ['Server Core'],
  },
  {
    name: 'a server with desktop',
    evidence: [
      pilot(computer(1, { operatingSystem: 'Windows Server 2022' })),
      systemOf('PC1', { productType: 3, isServerCore: false }),
    ],
    scope,
    outcome: 'warning',
  },
  {
    name: 'a server of which only the directory tells',
    evidence: [pilot(computer(1, { operatingSystem: 'Windows Server 2019 Standard' }))],
    scope,
    outcome: 'warning',
    says: ['A server'],
  },
  {
    name: 'controllers and servers where every computer is the pilot',
    evidence: [pilot(computer(1), computer(2, { operatingSystem: 'Windows Server 2022', primaryGroupId: 516 }))],
    outcome: 'warning',
    says: ['name the group or unit'],
  },
  {
    name: 'Home',
    evidence: [
      pilot(computer(1)),
      systemOf('heimrechner', { role: 'client', productType: 1, edition: 'CoreSingleLanguage' }),
    ],
    scope,
    outcome: 'fail',
    objects: { [sid(1)]: 'pass', 'host:heimrechner': 'fail' },
  },
  {
    name: 'TPM 1.2',
    evidence: [
      pilot(computer(1)),
      systemOf('pc1', { role: 'client', productType: 1, edition: 'Professional', tpm: { specification: '1.2' } }),
    ],
    scope,
    outcome: 'warning',
    says: ['version 1.2'],
  },
  {
    name: 'a virtual desktop of several users',
    evidence: [
      pilot(computer(1, { operatingSystem: 'Windows 11 Enterprise multi-session' })),
      systemOf('pc1', { role: 'client', productType: 3, edition: 'ServerRdsh' }),
    ],
    scope,
    outcome: 'warning',
    says: ['multi-session'],
  },
  {
    name: 'another maker’s system',
    evidence: [pilot(computer(1, { operatingSystem: 'Mac OS X' }))],
    scope,
    outcome: 'warning',
    says: ['Not Windows'],
  },
  {
    name: 'nothing tells the system',
    evidence: [pilot(nameless, computer(2))],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [sid(1)]: 'unknown', [sid(2)]: 'pass' },
  },
  {
    name: 'the machine tells what the directory does not',
    evidence: [pilot(nameless), client],
    scope,
    outcome: 'pass',
  },
  {
    name: 'the machine tells nothing of its edition',
    evidence: [pilot(nameless), systemOf('pc1', { role: 'client', build: 22_631 })],
    scope,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a machine of the same name in another domain',
    evidence: [
      pilot(computer(1, { dnsHostName: 'pc1.contoso.com' })),
      systemOf('pc1.fabrikam.com', { edition: 'Professional', tpm: { specification: '1.2' } }),
    ],
    scope,
    outcome: 'pass',
    says: ['TPM was read on 0 of 1'],
  },
  { name: 'an empty pilot', evidence: [pilot()], scope, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'denied',
    evidence: [failed('ad.pilot-computers', forest, 'access-denied'), client],
    scope,
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no hybrid joined devices',
    evidence: [pilot(computer(1))],
    scope: { ...scope, joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
  {
    name: 'a domain controller by what it says itself',
    evidence: [pilot(computer(1)), systemOf('pc1.contoso.com', { productType: 2 })],
    scope,
    outcome: 'fail',
    notes: { [sid(1)]: 'A domain controller.' },
  },
]);
