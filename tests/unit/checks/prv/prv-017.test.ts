import check from '../../../../src-main/checks/prv/prv-017-pin-reset.check';
import type { IntuneHelloPolicy } from '../../../../src-shared/model/evidence/intune';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { computersIn, container, domain, hello, link, pilotUnit, policy, unitId } from '../pol/policies';
import { clientWithoutCheck, idOf, pc1, pc2 } from './clients';

const [service, resetClient] = ['b8456c59-1230-44c7-a4a2-99b085333e84', '9115dd05-fad5-4f9c-acc7-305d08b1b04e'];
const principals = (appIds: readonly string[], askedFor?: readonly string[], accountEnabled = true) =>
  record('entra.service-principals', 'tenant', {
    servicePrincipals: appIds.map((appId) => ({ appId, displayName: 'Pin reset', accountEnabled, keyCredentials: [] })),
    ...(askedFor === undefined ? {} : { askedFor }),
  });
const consented = principals([service, resetClient], [service, resetClient]);
const group = (...settings: Parameters<typeof policy>[2][]) => {
  const one = policy(1, 'Hello', ...settings);
  return [...domain([one], [container(pilotUnit, [link(one)])]), computersIn()];
};
const on = group({ machine: [hello('EnablePinRecovery', 1)] });
const intune = (value: string, more: Partial<IntuneHelloPolicy> = {}) =>
  record('intune.hello-policies', 'tenant', {
    policies: [
      {
        id: guid(900),
        displayName: 'Hello',
        kind: 'settings-catalog',
        settings: { enablepinrecovery: value },
        assignedGroups: [],
        excludedGroups: [],
        isAssignedToAll: true,
        ...more,
      },
    ],
  });
const pin = (name: string, CanReset: string) => clientWithoutCheck(name, { NgcSet: 'YES', CanReset });
const byIntune = { policyChannel: 'intune' } as const;
const [serviceId, clientAppId] = [`application:${service}`, `application:${resetClient}`];

describeCheck(check, [
  {
    name: 'policy and both applications',
    evidence: [...on, consented],
    outcome: 'pass',
    decisive: ['entra.service-principals servicePrincipals.*.accountEnabled'],
    objects: { [unitId]: 'pass', [serviceId]: 'pass', [clientAppId]: 'pass' },
  },
  {
    name: 'clients tell',
    evidence: [pin(pc1, 'DestructiveAndNonDestructive'), consented],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [serviceId]: 'pass', [clientAppId]: 'pass' },
  },
  {
    name: 'a client with the destructive way only',
    evidence: [...on, pin(pc1, 'DestructiveOnly'), pin(pc2, 'DestructiveAndNonDestructive'), consented],
    outcome: 'warning',
    severity: 'low',
    objects: {
      [unitId]: 'pass',
      [idOf(pc1)]: 'warning',
      [idOf(pc2)]: 'pass',
      [serviceId]: 'pass',
      [clientAppId]: 'pass',
    },
  },
  { name: 'no policy sets it', evidence: [...group({}), consented], outcome: 'warning', says: ['container anew'] },
  {
    name: 'policy turns it off',
    evidence: [...group({ machine: [hello('EnablePinRecovery', 0)] }), consented],
    outcome: 'warning',
  },
  {
    name: 'one application without consent',
    evidence: [...on, principals([service], [service, resetClient])],
    outcome: 'warning',
    says: ['nobody consented'],
    objects: { [unitId]: 'pass', [serviceId]: 'pass', [clientAppId]: 'warning' },
  },
  {
    name: 'applications disabled',
    evidence: [...on, principals([service, resetClient], undefined, false)],
    outcome: 'warning',
  },
  {
    name: 'applications that were not asked for',
    evidence: [...on, principals([service])],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [unitId]: 'pass', [serviceId]: 'pass', [clientAppId]: 'unknown' },
  },
  {
    name: 'applications denied',
    evidence: [...on, failed('entra.service-principals', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Intune turns it on for all',
    scope: byIntune,
    evidence: [intune('true'), consented],
    outcome: 'pass',
    objects: { [`intune-policy:${guid(900)}`]: 'pass', [serviceId]: 'pass', [clientAppId]: 'pass' },
  },
  { name: 'Intune turns it off', scope: byIntune, evidence: [intune('false'), consented], outcome: 'warning' },
  {
    name: 'Intune turns it on for a group',
    scope: byIntune,
    evidence: [intune('true', { isAssignedToAll: false, assignedGroups: [guid(1)] }), consented],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Intune, nothing of it read',
    scope: byIntune,
    evidence: [consented],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'policy not collected', evidence: [consented], outcome: 'unknown', reason: 'not-collected' },
]);
