import type { AdfsEntraTrust } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms, notReturned } from './judge-farms';

const monitoringLimitDays = 7;
const sha1 = /rsa-sha1$/iu;

export default defineCheck({
  id: 'FED-005',
  revision: 2,
  why: 'Every federated sign-in and every registration of a device asks AD FS for a token for this trust.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-azure-ad-trust',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-management',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.entra-trust'],
  evaluate: ({ 'adfs.entra-trust': trusts }, { now }) =>
    judgeFarms(trusts.records, ({ data }) => judgeTrust(data, now)),
  remediation: {
    task: 'Repair the relying party trust of Entra ID on AD FS.',
    steps: [
      'Let Entra Connect repair the trust (“Manage federation”, “Reset Microsoft Entra ID trust”); it writes the rules anew and keeps a backup.',
      'Or set what is wrong by hand with the command.',
    ],
    command: [
      'Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline',
      "Set-AdfsRelyingPartyTrust -TargetName 'Microsoft Office 365 Identity Platform' -Enabled $true -MonitoringEnabled $true -SignatureAlgorithm http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    ].join('\n'),
    verify: 'The first command shows exactly one trust, enabled, monitored and signed with SHA-256.',
    revert: 'Set the values the first command showed before.',
    right: 'AD FS administrator',
  },
});

function judgeTrust(trust: AdfsEntraTrust, now: Date): FarmVerdict {
  if (trust.count === 0)
    return { outcome: 'fail', note: 'AD FS has no relying party trust for Entra ID (urn:federation:MicrosoftOnline).' };
  if (trust.count === undefined) return notReturned('the trusts of AD FS, only their rules');
  if (trust.count > 1)
    return { outcome: 'fail', note: `AD FS has ${trust.count} relying party trusts for Entra ID; there must be one.` };
  if (trust.enabled === false)
    return { outcome: 'fail', note: 'The trust with Entra ID is disabled.', locate: 'enabled' };
  if (trust.enabled === undefined) return notReturned('Enabled of the trust');
  const risks = risksOf(trust, now);
  const untold = untoldOf(trust);
  if (risks.length === 0 && untold.length > 0) return notReturned(`${listed(untold)} of the trust`);
  if (risks.length === 0) return { outcome: 'pass', note: 'The trust with Entra ID exists once and is enabled.' };
  return { outcome: 'warning', severity: 'medium', note: `The trust with Entra ID is enabled, but ${listed(risks)}.` };
}

const untoldOf = ({ monitoringEnabled, signatureAlgorithm, lastMonitored }: AdfsEntraTrust): readonly string[] => [
  ...(monitoringEnabled === undefined ? ['MonitoringEnabled'] : []),
  ...(signatureAlgorithm === undefined ? ['SignatureAlgorithm'] : []),
  ...(lastMonitored === undefined ? ['LastMonitoredTime'] : []),
];

function risksOf(trust: AdfsEntraTrust, now: Date): readonly string[] {
  const age = trust.lastMonitored === undefined ? 0 : (now.getTime() - Date.parse(trust.lastMonitored)) / 86_400_000;
  return [
    ...(trust.monitoringEnabled === false ? ['changes on the side of Entra ID are not monitored'] : []),
    ...(trust.signatureAlgorithm !== undefined && sha1.test(trust.signatureAlgorithm)
      ? ['its tokens are signed with SHA-1']
      : []),
    ...(age > monitoringLimitDays ? [`it was last monitored ${Math.floor(age)} days ago`] : []),
  ];
}
