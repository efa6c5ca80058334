import check from '../../../../src-main/checks/pol/pol-001-management-channel.check';
import { describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import { bothJoinTypes, client, idOf, pc1, variant } from '../prv/clients';
import {
  computersIn,
  container,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  registry,
  staff,
  unitId,
  usersIn,
} from './policies';

const pilot = policy(1, 'WHFB Pilot', { machine: [hello('UseCertificateForOnPremAuth', 1)] });
const forStaff = policy(2, 'WHFB for staff', { user: [hello('Enabled', 1)] });
const linked = domain([pilot], [container(pilotUnit, [link(pilot)])]);

describeCheck(check, [
  {
    name: 'group policy configures Hello',
    evidence: [...linked, computersIn()],
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
    notes: { [unitId]: 'UseCertificateForOnPremAuth is set by “WHFB Pilot”' },
  },
  {
    name: 'the user half does',
    evidence: [...domain([forStaff], [container(staff, [link(forStaff)])]), computersIn(), usersIn(staff)],
    outcome: 'pass',
  },
  {
    name: 'nothing reaches the place',
    evidence: [...domain([pilot], [container(staff, [link(pilot)])]), computersIn()],
    outcome: 'fail',
    severity: 'blocker',
    says: ['No management channel'],
  },
  {
    name: 'nothing reaches the place, but Intune may',
    evidence: [...domain([pilot], []), computersIn()],
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Intune'],
  },
  {
    name: 'one of two places',
    evidence: [...linked, computersIn(staff, 'PC0488')],
    outcome: 'fail',
    objects: { [staff.toLowerCase()]: 'fail' },
  },
  {
    name: 'Entra joined devices in scope',
    evidence: [...linked, computersIn()],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'an Entra joined client without MDM',
    evidence: [...linked, computersIn(), client(pc1, { ...variant.entraJoined, MdmUrl: '' })],
    scope: bothJoinTypes,
    outcome: 'fail',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'fail', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'Intune alone: a client without MDM',
    evidence: [client(pc1, { MdmUrl: ' ' })],
    scope: { policyChannel: 'intune', ...bothJoinTypes },
    outcome: 'fail',
    objects: { [idOf(pc1)]: 'fail', 'entra-joined-devices': 'unknown' },
  },
  {
    name: 'Intune alone: a client that may enrol proves nothing',
    evidence: [client(pc1, { MdmUrl: 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc' })],
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'not-applicable' },
  },
  {
    name: 'a hybrid joined client without MDM needs none',
    evidence: [...linked, computersIn(), client(pc1, { MdmUrl: '' })],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'not-applicable' },
  },
  { name: 'settings without links', evidence: [registry(pilot)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'directory refused',
    evidence: [failed('ad.group-policy', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
