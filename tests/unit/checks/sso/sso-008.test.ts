import check from '../../../../src-main/checks/sso/sso-008-certificate-path.check';
import { describeCheck, failed, record } from '../check-cases';
import { certificateProfiles, scepProfile } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const connectors = (...states: readonly string[]) =>
  record('intune.ndes-connectors', 'tenant', {
    connectors: states.map((state, index) => ({ displayName: `NDES0${index + 1}`, state })),
  });
const profile = certificateProfiles(scepProfile());

describeCheck(check, [
  {
    name: 'profile and connector',
    scope,
    evidence: [profile, connectors('active', 'inactive')],
    outcome: 'pass',
    says: ['1 of 2'],
  },
  { name: 'connector down', scope, evidence: [profile, connectors('inactive')], outcome: 'fail', differs: ['NDES01'] },
  { name: 'no connector', scope, evidence: [profile, connectors()], outcome: 'fail', severity: 'high' },
  {
    name: 'no assigned profile',
    scope,
    evidence: [certificateProfiles(scepProfile({ assignedGroups: [] })), connectors('active')],
    outcome: 'fail',
  },
  {
    name: 'connectors not read',
    scope,
    evidence: [profile],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['connectors'],
  },
  {
    name: 'connectors denied',
    scope,
    evidence: [profile, failed('intune.ndes-connectors', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no certificates wanted',
    scope: { joinTypes: { hybridJoined: true, entraJoined: true } },
    evidence: [profile],
    outcome: 'warning',
    says: ['cloud Kerberos trust'],
  },
  { name: 'no Entra joined devices', evidence: [], outcome: 'not-applicable' },
]);
