import { answerOf, clientTime } from '../../evidence/derived/clients';
import { day, spanInWords } from '../../evidence/derived/time-span';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from '../prv/judge-clients';

const comfortable = 30 * day;
const platformProvider = 'microsoft platform crypto provider';

export default defineCheck({
  id: 'DEV-007',
  revision: 1,
  why: 'Tokens of Entra ID and AD FS are asked for with the certificate of the device; a key that does not work or left the TPM ends both.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: clientNeeds,
  evaluate: (inputs, context) =>
    judgeClients(
      inputs,
      context,
      (record) => judgeClient(record, context.now),
      {
        fails: [
          'cannot authenticate with its device certificate',
          'cannot authenticate with their device certificates',
        ],
        warns: ['has a device certificate with a risk', 'have device certificates with a risk'],
        passes: 'the device certificates are valid and held by the TPM.',
      },
      ['DeviceAuthStatus', 'TpmProtected', 'KeySignTest'],
    ),
  remediation: {
    task: 'Repair device certificate and device authentication of the clients.',
    steps: [
      'FAILED, disabled or deleted: enable the device in Entra ID, or register it again.',
      'Key test failed or not in the TPM: leave and join again after the TPM is ready; stale keys of an imaged machine have to go first.',
    ],
    command: ['dsregcmd /status', 'dsregcmd /debug /leave', 'dsregcmd /debug /join'].join('\n'),
    verify:
      '`dsregcmd /status`, elevated, shows DeviceAuthStatus : SUCCESS, TpmProtected : YES and KeySignTest : PASSED.',
    right: 'Local administrator of the client',
    risk: 'Leaving removes the Windows Hello keys of the device; users enrol again.',
  },
});

function judgeClient({ data }: Evidence<'client.dsregcmd'>, now: Date): ClientVerdict {
  const { fields } = data;
  if (answerOf(data, 'AzureAdJoined') === false)
    return { outcome: 'not-applicable', note: 'Not joined to Entra ID, so it has no device certificate (DEV-006).' };
  const status = fields.DeviceAuthStatus;
  if (status !== undefined && /^FAILED/iu.test(status))
    return {
      outcome: 'fail',
      note: 'Entra ID refuses the device: it is disabled or deleted there.',
      locate: 'DeviceAuthStatus',
    };
  if (/^FAILED/iu.test(fields.KeySignTest ?? ''))
    return { outcome: 'fail', note: 'The key of the device cannot sign.', locate: 'KeySignTest' };
  const end = clientTime(/--\s*([^\]]+?)\s*\]/u.exec(fields.DeviceCertificateValidity ?? '')?.[1]);
  if (end !== undefined && end <= now.getTime())
    return { outcome: 'fail', note: 'The certificate of the device has ended.', locate: 'DeviceCertificateValidity' };
  if (end === undefined || (status !== undefined && !/^SUCCESS/iu.test(status)))
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The output does not tell the state of the device certificate.',
    };
  if (end - now.getTime() < comfortable)
    return {
      outcome: 'warning',
      note: `The certificate of the device ends in ${spanInWords(end - now.getTime())}.`,
      locate: 'DeviceCertificateValidity',
    };
  const isSoftware =
    answerOf(data, 'TpmProtected') === false ||
    (fields.KeyProvider !== undefined && fields.KeyProvider.toLowerCase() !== platformProvider);
  if (isSoftware)
    return {
      outcome: 'warning',
      note: 'The key of the device is held in software, not in the TPM.',
      locate: 'KeyProvider',
    };
  if (status === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Windows of this release does not print DeviceAuthStatus.',
    };
  return { outcome: 'pass', note: 'Valid, accepted and held by the TPM.', locate: 'DeviceAuthStatus' };
}
