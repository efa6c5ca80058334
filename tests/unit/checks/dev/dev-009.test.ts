import { expect, it } from 'vitest';
import check from '../../../../src-main/checks/dev/dev-009-join-path.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { answered, tooOld } from '../answers';
import { type CheckCase, describeCheck, failed, judge, partial, record } from '../check-cases';
import { federationService, forest, tenantId } from '../contoso';
import { domains, entraDomain } from '../fed/entra-domains';
import { rule, trust, withRules } from '../fed/entra-trust';
import { endpoint, farm } from '../fed/farm-settings';
import { connectionPoint, deviceRegistration } from './device-registration';

const organization = record('entra.organization', tenantId, {
  tenantId,
  displayName: 'Contoso',
  verifiedDomains: [{ name: 'contoso.com', type: 'Federated', isInitial: false }],
  assignedPlans: [],
});
const endpoints = (isEnabled = true): EvidenceRecord =>
  farm('adfs.endpoint-settings', {
    endpoints: ['2005', '13'].flatMap((version) =>
      ['windowstransport', 'usernamemixed', 'certificatemixed'].map((kind) =>
        endpoint(`${version}/${kind}`, isEnabled),
      ),
    ),
  });
const rules = withRules(
  rule.accountType,
  rule.objectGuid,
  rule.primarySid,
  rule.userAnchor('objectGUID'),
  rule.computerAnchor,
);
const parts = {
  point: deviceRegistration(),
  organization,
  domains: domains(entraDomain('contoso.com')),
  endpoints: endpoints(),
  rules,
};
const having = (other: Partial<Record<keyof typeof parts, EvidenceRecord | undefined>> = {}): CheckCase['evidence'] =>
  Object.values({ ...parts, ...other }).filter((piece) => piece !== undefined);
const writeBack = (deviceWritebackEnabled: boolean) =>
  record('entra.synchronization', 'tenant', { features: { deviceWritebackEnabled } });
const authentication = (deviceAuthenticationEnabled: boolean) =>
  farm('adfs.authentication-policy', { deviceAuthenticationEnabled, deviceAuthenticationMethod: 'All' });
const done = [writeBack(true), authentication(true)];
const connect = answered('hybrid-join-path', 'connect');
const manual = answered('hybrid-join-path', 'manual');

describeCheck(check, [
  {
    name: 'by Entra Connect, complete',
    evidence: [...having(), connect],
    outcome: 'pass',
    severity: 'medium',
    says: ['set up by Entra Connect is complete'],
    objects: {
      'DEV-002': 'pass',
      'DEV-003': 'pass',
      'FED-018': 'pass',
      'FED-020': 'pass',
      'FED-021': 'not-applicable',
      'FED-022': 'pass',
    },
  },
  {
    name: 'by hand, complete with what belongs to it',
    evidence: [...having(), ...done, manual],
    outcome: 'pass',
    says: ['by hand is complete'],
  },
  {
    name: 'by hand, nothing shows the rest',
    evidence: [...having(), manual],
    outcome: 'warning',
    severity: 'medium',
    says: ['DEV-010 device write-back', 'DEV-015 device authentication'],
  },
  {
    name: 'by hand, device authentication is off',
    evidence: [...having(), writeBack(true), authentication(false), manual],
    outcome: 'warning',
    says: ['DEV-015'],
  },
  { name: 'path not asked, everything done', evidence: [...having(), ...done], outcome: 'pass', says: ['not known'] },
  {
    name: 'path not asked, duties not shown',
    evidence: having(),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['by which path was not asked'],
  },
  {
    name: 'nobody knows the path',
    evidence: [...having(), answered('hybrid-join-path', 'unknown')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not known to anybody'],
  },
  {
    name: 'no connection point',
    evidence: [...having({ point: deviceRegistration({ serviceConnectionPoints: [] }) }), connect],
    outcome: 'fail',
    says: ['is not complete', 'DEV-002'],
  },
  {
    name: 'the point names a managed domain',
    evidence: [...having({ domains: domains(entraDomain('contoso.com', 'Managed')) }), connect],
    outcome: 'warning',
    says: ['DEV-003'],
  },
  {
    name: 'addresses switched off',
    evidence: [...having({ endpoints: endpoints(false) }), connect],
    outcome: 'fail',
    says: ['FED-018'],
  },
  {
    name: 'a rule with the name of Connect that issues something else',
    evidence: [
      ...having({
        rules: withRules(
          '@RuleName = "Issue accounttype for domain-joined computers" c:[Type == "x"] => issue(claim = c);',
          rule.objectGuid,
          rule.primarySid,
        ),
      }),
      connect,
    ],
    outcome: 'fail',
    says: ['FED-020', 'accounttype'],
  },
  {
    name: 'two federated domains and no issuer for computers',
    evidence: [...having({ domains: domains(entraDomain('contoso.com'), entraDomain('fabrikam.com')) }), connect],
    outcome: 'fail',
    says: ['FED-021'],
  },
  {
    name: 'no source anchor for computers',
    evidence: [
      ...having({
        rules: withRules(rule.accountType, rule.objectGuid, rule.primarySid, rule.userAnchor('objectGUID')),
      }),
      connect,
    ],
    outcome: 'fail',
    says: ['FED-022'],
  },
  {
    name: 'a fault is told although a part was not read',
    evidence: [...having({ endpoints: endpoints(false), point: undefined }), connect],
    outcome: 'fail',
  },
  {
    name: 'AD FS not exported',
    evidence: [...having({ endpoints: undefined, rules: undefined }), connect],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['FED-018 WS-Trust addresses'],
  },
  {
    name: 'the trust denied',
    evidence: [
      ...having({ rules: failed('adfs.entra-trust', federationService, 'access-denied', 'Access is denied.') }),
      connect,
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['Access is denied.'],
  },
  {
    name: 'rules not returned',
    evidence: [...having({ rules: trust() }), connect],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a forest that was read in part',
    evidence: [
      ...having({
        point: partial('ad.device-registration', forest, 'unreachable', {
          containerFound: true,
          serviceConnectionPoints: [connectionPoint()],
          services: [],
        }),
      }),
      connect,
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  { name: 'nothing at all', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no hybrid joined devices',
    evidence: [...having(), connect],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
  {
    name: 'an answer too old to count',
    evidence: [...having(), tooOld(manual)],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

it('shows the names of the rules it recognised by what they issue', () => {
  const { observations } = judge(check, { evidence: [...having(), connect] });
  expect(observations.find(({ label }) => label.includes('account type'))?.observed).toBe('Issue accounttype');
});
