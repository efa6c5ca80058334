import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import { answerOf, clientTime } from '../../evidence/derived/clients';
import { spanInWords } from '../../evidence/derived/time-span';
import { guidFromText } from '../../evidence/guid';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

const hour = 3_600_000;
/** Windows renews the token every four hours while the user is active. */
const freshFor = 4 * hour;
/** A capture may carry a time a little before the token's, for clocks and file systems differ. */
const clockTolerance = hour / 4;

export default defineCheck({
  id: 'PRV-003',
  revision: 1,
  why: 'The wizard signs in to Entra ID with the primary refresh token; without a current one it cannot register the key.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [...clientNeeds, 'entra.organization?'],
  evaluate(inputs, context) {
    const tenants = inputs['entra.organization'].records.map(({ data }) => data.tenantId.toLowerCase());
    return judgeClients(
      inputs,
      context,
      (record) => judgeClient(record, tenants),
      {
        fails: [
          'has no usable primary refresh token of the tenant',
          'have no usable primary refresh token of the tenant',
        ],
        warns: [
          'has a primary refresh token that was not renewed for more than four hours',
          'have a primary refresh token that was not renewed for more than four hours',
        ],
        passes: 'each has a primary refresh token of the tenant, renewed at most four hours before the capture.',
      },
      ['AzureAdPrt', 'Attempt Status', 'Server Error Code'],
    );
  },
  remediation: {
    task: 'Get the clients a fresh primary refresh token.',
    steps: [
      'Connect the client to the network, lock and unlock it, and look again.',
      'If the token stays away, look at “Attempt Status”, “Server Error Code” and “Server Error Description” of the output, and at events 1081, 1088 and 1098 of the log AAD.',
      'Frequent causes: federation fails (AD FS out of reach, WS-Trust endpoint off), wrong password, a client without the July 2021 update.',
    ],
    command: [
      'dsregcmd /refreshprt',
      'dsregcmd /status',
      "Get-WinEvent -LogName 'Microsoft-Windows-AAD/Operational' -MaxEvents 50 | Where-Object Id -in 1081, 1088, 1098",
    ].join('\n'),
    verify: 'AzureAdPrt reads YES and AzureAdPrtUpdateTime is only minutes old.',
    right: 'The user, not elevated',
  },
});

function judgeClient({ data, collectedAt }: Evidence<'client.dsregcmd'>, tenants: readonly string[]): ClientVerdict {
  const answer = answerOf(data, 'AzureAdPrt');
  if (answer === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The output does not tell whether there is a token (AzureAdPrt).',
    };
  if (!answer) return { outcome: 'fail', note: `No primary refresh token${causeOf(data)}.`, locate: 'AzureAdPrt' };
  if (isOfOtherTenant(data, tenants))
    return {
      outcome: 'fail',
      note: 'The primary refresh token is from another tenant.',
      locate: 'AzureAdPrtAuthority',
    };
  return judgeAge(data, Date.parse(collectedAt));
}

function judgeAge({ fields }: DsregcmdStatus, capturedAt: number): ClientVerdict {
  const updated = clientTime(fields.AzureAdPrtUpdateTime);
  const locate = 'AzureAdPrtUpdateTime';
  if (updated === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'There is a token, but the time of its renewal is not readable.',
      locate,
    };
  const age = capturedAt - updated;
  if (age < -clockTolerance) {
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: `The token was renewed ${spanInWords(age)} after the time of the capture; the time of the capture is wrong.`,
      locate,
    };
  }
  const told = `renewed ${spanInWords(Math.max(age, 0))} before the capture`;
  return age <= freshFor
    ? { outcome: 'pass', note: `Token ${told}.`, locate }
    : { outcome: 'warning', note: `Token ${told}; four hours are normal.`, locate };
}

/** The authority ends with the tenant's id; it must be the assessed tenant's, or at least the one the device is joined to. */
function isOfOtherTenant({ fields }: DsregcmdStatus, tenants: readonly string[]): boolean {
  const issued = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iu
    .exec(fields.AzureAdPrtAuthority ?? '')?.[0]
    ?.toLowerCase();
  const joined = guidFromText(fields.TenantId ?? '');
  const expected = tenants.length > 0 ? tenants : joined === undefined ? [] : [joined];
  return issued !== undefined && expected.length > 0 && !expected.includes(issued);
}

function causeOf({ fields }: DsregcmdStatus): string {
  const told = [
    fields['Attempt Status'],
    fields['Server Error Code'],
    /AADSTS\d{1,9}/u.exec(fields['Server Error Description'] ?? '')?.[0],
  ].filter((text) => text !== undefined && text !== '');
  return told.length === 0 ? '' : ` (${told.map((text) => printable(text ?? '', 60)).join(', ')})`;
}
