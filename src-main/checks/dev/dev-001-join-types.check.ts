import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { isEntraJoined, isHybridJoined } from '../../evidence/derived/pilot-devices';
import { type CheckResult, defineCheck } from '../define-check';
import { info, type JudgedObject, judged, unknown } from '../result';
import { summariseObjects } from '../summarise-objects';
import { countOf } from '../wording';
import { computerObject, type PilotRegistrations, pilotRegistrations, registrationNeeds } from './pilot-registrations';

export default defineCheck({
  id: 'DEV-001',
  revision: 1,
  why: 'Hybrid joined and Entra joined devices get their certificates from different authorities; a device that is only registered gets none.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-planning-guide',
  ],
  outcomes: ['pass', 'warning', 'fail', 'info'],
  needs: registrationNeeds,
  evaluate: (inputs, { scope }) => judgeJoins(pilotRegistrations(inputs, scope)),
  remediation: {
    task: 'Decide how each group of devices joins.',
    steps: [
      'Decide for each group of devices: hybrid join by group policy and synchronisation, or Entra join.',
      'Remove a registration (“Access work or school”) before the device is joined.',
    ],
    verify: '`dsregcmd /status` shows AzureAdJoined : YES on every pilot device.',
    right: 'Cloud Device Administrator',
  },
});

const isRegistered = ({ trustType }: EntraDevice): boolean => trustType.toLowerCase() === 'workplace';

function judgeJoins(view: PilotRegistrations): CheckResult {
  const { computers, devices, joined, isPilotUnknown } = view;
  const observations = [
    ['Hybrid joined', isHybridJoined] as const,
    ['Entra joined', isEntraJoined] as const,
    ['Registered', isRegistered] as const,
  ].map(([label, test]) => ({ label, observed: countOf(devices.filter(test).length, 'device') }));
  const registered = new Set(devices.filter(isRegistered).map(({ displayName }) => displayName.toLowerCase()));
  const objects = computers.map(({ computer, device }): JudgedObject => {
    const object = computerObject(computer, view.evidenceId);
    const isAlsoRegistered = registered.has(computer.name.toLowerCase());
    if (device !== undefined)
      return isAlsoRegistered
        ? { ...object, outcome: 'warning', note: 'Hybrid joined, and registered as well.' }
        : { ...object, outcome: 'pass', note: 'Hybrid joined.' };
    if (!view.isComplete)
      return {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Not in the part of the list that was read.',
      };
    return {
      ...object,
      outcome: 'fail',
      note: isAlsoRegistered ? 'Only registered, not joined.' : 'Entra ID knows no device of this computer.',
    };
  });
  if (objects.length === 0)
    return isPilotUnknown
      ? unknown('not-collected', { summary: 'Which computers belong to the pilot was not read.', observations })
      : info({
          summary: `The tenant has ${countOf(joined.length, 'Entra joined device')}; which of them belong to the pilot is in no directory.`,
          observations,
        });
  if (isPilotUnknown)
    objects.push({
      id: 'pilot:unread',
      kind: 'directory-object',
      name: 'further pilot computers',
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Not every domain with pilot computers was read.',
    });
  return judged(objects, {
    summary: summariseObjects(objects, {
      noun: 'pilot computer',
      fail: ['is not joined', 'are not joined'],
      warning: ['is registered beside its join', 'are registered beside their join'],
      fine: 'each is hybrid joined.',
    }),
    observations,
  });
}
