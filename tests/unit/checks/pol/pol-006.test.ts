import check from '../../../../src-main/checks/pol/pol-006-hardware-key.check';
import { describeCheck, failed } from '../check-cases';
import { client, idOf, pc1, pc2 } from '../prv/clients';
import {
  computersIn,
  container,
  directory,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  sites,
  tpm12,
  unitId,
} from './policies';

const strict = policy(1, 'WHFB Pilot', { machine: [hello('RequireSecurityDevice', 1), tpm12(1)] });
const linkedTo = (one: typeof strict) => [...domain([one], [container(pilotUnit, [link(one)])]), computersIn()];

describeCheck(check, [
  {
    name: 'required, TPM 1.2 excluded',
    evidence: [...linkedTo(strict), client(pc1, { TpmProtected: 'YES' })],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'required, TPM 1.2 allowed',
    evidence: linkedTo(policy(1, 'WHFB Pilot', { machine: [hello('RequireSecurityDevice', 1)] })),
    outcome: 'warning',
    severity: 'medium',
    notes: { [unitId]: 'TPM 1.2 is not excluded' },
  },
  {
    name: 'TPM 1.2 excluded, device not required',
    evidence: linkedTo(policy(1, 'WHFB Pilot', { machine: [tpm12(1)] })),
    outcome: 'warning',
  },
  {
    name: 'set to 0',
    evidence: linkedTo(policy(1, 'WHFB Pilot', { machine: [hello('RequireSecurityDevice', 0), tpm12(1)] })),
    outcome: 'warning',
    notes: { [unitId]: 'RequireSecurityDevice is 0' },
  },
  { name: 'not configured', evidence: linkedTo(policy(1, 'Empty')), outcome: 'warning', says: ['kept in software'] },
  {
    name: 'required, but a client there has its key in software',
    evidence: [...linkedTo(strict), client(pc1, { TpmProtected: 'NO' }), client(pc2, { TpmProtected: 'YES' })],
    outcome: 'fail',
    says: ['0x80090035', pc1],
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'fail', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'not required, and a client has its key in software',
    evidence: [...linkedTo(policy(1, 'Empty')), client(pc1, { TpmProtected: 'NO' })],
    outcome: 'warning',
    objects: { [unitId]: 'warning', [idOf(pc1)]: 'warning' },
  },
  {
    name: 'a client elsewhere with its key in software',
    evidence: [...linkedTo(strict), client('pc0999.contoso.com', { TpmProtected: 'NO' })],
    outcome: 'warning',
    objects: { [unitId]: 'pass', 'client:pc0999.contoso.com': 'warning' },
  },
  {
    name: 'clients with a TPM tell nothing of the policy',
    evidence: [client(pc1, { TpmProtected: 'YES' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a client with a TPM confirms no policy that was refused',
    evidence: [
      directory([strict], [container(pilotUnit, [link(strict)])]),
      failed('policy.registry', policyTarget(1), 'access-denied'),
      sites(),
      computersIn(),
      client(pc1, { TpmProtected: 'YES' }),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [unitId]: 'unknown', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'both channels, not configured by group policy',
    evidence: linkedTo(policy(1, 'Empty')),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Intune',
    evidence: linkedTo(strict),
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'settings without links', evidence: [registry(strict)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);
