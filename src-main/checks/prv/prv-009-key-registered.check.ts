import type { EntraHelloMethods } from '../../../src-shared/model/evidence/entra-policies';
import { isProvisioned } from '../../evidence/derived/clients';
import { guidFromText } from '../../evidence/guid';
import { defineCheck, type Evidence } from '../define-check';
import { notApplicable } from '../result';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

type Method = EntraHelloMethods['methods'][number];

export default defineCheck({
  id: 'PRV-009',
  revision: 1,
  why: 'The key of the device is the first half of the credential; Entra ID has to know it, or the certificate is never asked for.',
  sources: [
    'https://learn.microsoft.com/graph/api/windowshelloforbusinessauthenticationmethod-list',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...clientNeeds, 'entra.hello-methods'],
  evaluate(inputs, context) {
    const methods = inputs['entra.hello-methods'].records.flatMap(({ data }) => data.methods);
    const isComplete = inputs['entra.hello-methods'].records.every(({ data }) => data.complete);
    if (!inputs['client.dsregcmd'].records.some(({ data }) => isProvisioned(data)))
      return notApplicable({ summary: 'Hello is not set up yet on any client that was collected.' });
    const result = judgeClients(
      inputs,
      context,
      (record) => judgeClient(record, methods, isComplete),
      {
        fails: ['has a key that Entra ID does not know', 'have keys that Entra ID does not know'],
        warns: ['has a weak key', 'have weak keys'],
        passes: 'Entra ID knows the key of each that is set up.',
      },
      ['NgcSet'],
    );
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Have Hello keys registered.',
    steps: [
      'Look up the error of the provisioning in the event log of the client (PRV-012).',
      'Reset Hello on the client and set it up again; a weak key is replaced by that as well.',
    ],
    command: ['certutil -deletehellocontainer', 'dsregcmd /status'].join('\n'),
    verify: '`dsregcmd /status` shows NgcSet : YES, and the user’s authentication methods list the device.',
    right: 'The user',
    risk: 'Deleting the container removes every Hello gesture of the user on that device.',
  },
});

/** The key is told by the device it was made on: dsregcmd does not print what Entra ID calls it. */
function judgeClient(
  { data }: Evidence<'client.dsregcmd'>,
  methods: readonly Method[],
  isComplete: boolean,
): ClientVerdict {
  if (!isProvisioned(data))
    return { outcome: 'not-applicable', note: 'Hello is not set up here yet.', locate: 'NgcSet' };
  const id = guidFromText(data.fields.DeviceId ?? '');
  const name = data.deviceName.split('.')[0]?.toLowerCase();
  const own = methods.filter(({ deviceId, displayName }) =>
    deviceId !== undefined && id !== undefined ? deviceId === id : displayName?.toLowerCase() === name,
  );
  if (own.length === 0 && !isComplete)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The answers of Entra ID that were saved, of single users, hold no key of this device.',
      locate: 'NgcSet',
    };
  if (own.length === 0)
    return methods.length > 0 &&
      methods.every(({ deviceId, displayName }) => deviceId === undefined && displayName === undefined)
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'The methods in Entra ID do not tell their devices.',
          locate: 'NgcSet',
        }
      : { outcome: 'fail', note: 'NgcSet is YES, but Entra ID holds no key of this device.', locate: 'NgcSet' };
  const weak = own.some(({ keyStrength }) => keyStrength?.toLowerCase() === 'weak');
  if (weak) return { outcome: 'warning', note: 'Entra ID holds its key and calls it weak.', locate: 'NgcSet' };
  return { outcome: 'pass', note: 'Entra ID holds its key.', locate: 'NgcSet' };
}
