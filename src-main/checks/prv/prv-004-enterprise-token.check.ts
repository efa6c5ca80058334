import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import { answerOf, isProvisioned, joinTypeOf } from '../../evidence/derived/clients';
import { federationHosts, hostOfUrl } from '../../evidence/derived/federation-hosts';
import { printable } from '../../evidence/printable';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

export default defineCheck({
  id: 'PRV-004',
  revision: 1,
  why: 'AD FS authorises the certificate request by this token; that it exists proves that write-back and device authentication work for the client.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/ad-fs-single-sign-on-settings',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...clientNeeds, 'adfs.openid-configuration?', 'adfs.federation-metadata?', 'entra.federation-configuration?'],
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason: 'AD FS is not the registration authority of this scope.',
    },
  evaluate(inputs, context) {
    const farm = federationHosts({
      openId: inputs['adfs.openid-configuration'].records.map(({ data }) => data),
      metadata: inputs['adfs.federation-metadata'].records.map(({ data }) => data),
      entra: inputs['entra.federation-configuration'].records.map(({ data }) => data),
    });
    return judgeClients(
      inputs,
      context,
      ({ data }) => judgeClient(data, farm),
      {
        fails: [
          'has no token of AD FS (EnterprisePrt or AdfsRefreshToken is NO)',
          'have no token of AD FS (EnterprisePrt or AdfsRefreshToken is NO)',
        ],
        warns: ['has a token of another federation service', 'have a token of another federation service'],
        passes: `each has a token of the federation service ${listed(farm)}.`,
      },
      ['EnterprisePrt', 'AdfsRefreshToken', 'EnterprisePrtAuthority', 'CertEnrollment'],
    );
  },
  remediation: {
    task: 'Get the clients a token of AD FS.',
    steps: [
      'Check that the device was written back to CN=RegisteredDevices and is enabled (DEV-013, DEV-014), and that AD FS authenticates devices (DEV-015).',
      'On AD FS 2019 and later check that the Windows broker may use the scope ugs (RA-007).',
      'Compare altSecurityIdentities and msDS-KeyCredentialLink of the written-back device with the certificate of the client; then sign out and in.',
    ],
    command: [
      "Get-ADObject -SearchBase 'CN=RegisteredDevices,DC=contoso,DC=com' -LDAPFilter '(displayName=PC0431)' -Properties msDS-DeviceID, msDS-IsEnabled, altSecurityIdentities, msDS-KeyCredentialLink",
      'Start-ADSyncSyncCycle -PolicyType Delta',
      'dsregcmd /refreshprt',
      'dsregcmd /status',
    ].join('\n'),
    verify: 'EnterprisePrt and AdfsRefreshToken read YES, and EnterprisePrtAuthority names the federation service.',
    right: 'The user, not elevated, on the client; administrator of Connect and AD FS for the causes',
  },
});

function judgeClient(status: DsregcmdStatus, farm: readonly string[]): ClientVerdict {
  const token = answerOf(status, 'EnterprisePrt');
  const refresh = answerOf(status, 'AdfsRefreshToken');
  if (joinTypeOf(status) === 'entra' && token !== true) {
    const note = 'Entra joined: the token comes only while AD FS can be reached, so its absence says nothing.';
    return { outcome: 'unknown', reason: 'not-collected', note, locate: 'EnterprisePrt' };
  }
  if (token === false)
    return { outcome: 'fail', note: 'EnterprisePrt is NO: AD FS gave no token.', locate: 'EnterprisePrt' };
  if (refresh === false)
    return {
      outcome: 'fail',
      note: 'AdfsRefreshToken is NO: there is no usable token of AD FS.',
      locate: 'AdfsRefreshToken',
    };
  if (token === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The output does not tell whether there is a token of AD FS (EnterprisePrt).',
    };
  if (refresh === undefined && !isProvisioned(status)) return withoutRefreshLine(status);
  return judgeAuthority(status, farm);
}

/** Windows prints the lines about AD FS only under a certificate trust policy. */
function withoutRefreshLine({ fields }: DsregcmdStatus): ClientVerdict {
  const enrolment = fields.CertEnrollment;
  const note =
    enrolment === undefined
      ? 'EnterprisePrt is YES, but the prerequisite check with AdfsRefreshToken is missing; the user has to run it without elevation.'
      : `EnterprisePrt is YES, but Windows does not print AdfsRefreshToken because CertEnrollment is “${printable(enrolment, 60)}” (POL-003).`;
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note,
    locate: enrolment === undefined ? 'EnterprisePrt' : 'CertEnrollment',
  };
}

function judgeAuthority({ fields }: DsregcmdStatus, farm: readonly string[]): ClientVerdict {
  const locate = 'EnterprisePrtAuthority';
  const authority = fields.EnterprisePrtAuthority;
  const host = hostOfUrl(authority);
  if (host === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'There is a token, but its authority is not readable.',
      locate,
    };
  if (farm.length === 0) {
    const note = `There is a token of ${host}, but the name of the federation service was not collected to compare it with.`;
    return { outcome: 'unknown', reason: 'not-collected', note, locate };
  }
  return farm.includes(host)
    ? { outcome: 'pass', note: `Token of ${host}.`, locate }
    : { outcome: 'warning', note: `Token of ${host}, which is not the federation service ${listed(farm)}.`, locate };
}
