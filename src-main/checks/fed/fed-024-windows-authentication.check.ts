import type { AdfsAuthenticationPolicy } from '../../../src-shared/model/evidence/adfs-settings';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms, notReturned } from './judge-farms';

const windows = 'WindowsAuthentication';
const forms = 'FormsAuthentication';

export default defineCheck({
  id: 'FED-024',
  revision: 1,
  why: 'Windows gets its tokens from AD FS without asking anybody; that works with integrated authentication only.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-browser-wia',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.authentication-policy', 'adfs.properties?'],
  evaluate: ({ 'adfs.authentication-policy': policies, 'adfs.properties': properties }) =>
    judgeFarms(policies.records, ({ target, data }) => {
      const farm = properties.records.find((record) => isSameHost(record.target, target));
      return judgePolicy(data, farm?.data.extendedProtectionTokenCheck);
    }),
  remediation: {
    task: 'Let the Windows broker sign in with Windows authentication.',
    steps: [
      'Add Windows authentication for the intranet and keep forms as fallback.',
      'Where a load balancer ends TLS in front of AD FS, pass TLS through instead: client certificates and extended protection need it.',
    ],
    command:
      "Set-AdfsGlobalAuthenticationPolicy -PrimaryIntranetAuthenticationProvider @('WindowsAuthentication','FormsAuthentication','MicrosoftPassportAuthentication')",
    verify: '`(Get-AdfsGlobalAuthenticationPolicy).PrimaryIntranetAuthenticationProvider` lists WindowsAuthentication.',
    revert: 'Set the list the cmdlet showed before.',
    right: 'AD FS administrator',
  },
});

function judgePolicy(
  { primaryIntranetProviders }: AdfsAuthenticationPolicy,
  tokenCheck: string | undefined,
): FarmVerdict {
  if (primaryIntranetProviders === undefined)
    return notReturned('the whole list PrimaryIntranetAuthenticationProvider');
  const has = (name: string): boolean =>
    primaryIntranetProviders.some((provider) => provider.toLowerCase() === name.toLowerCase());
  const observations = [
    {
      label: 'Primary providers on the intranet',
      observed: listed(primaryIntranetProviders, 10) || 'none',
      expected: `${windows}, with ${forms} as fallback`,
      matches: has(windows) && has(forms),
    },
  ];
  if (!has(windows))
    return {
      outcome: 'fail',
      note: 'Windows authentication is not among the primary providers of the intranet.',
      observations,
    };
  const risks = [
    ...(has(forms) ? [] : ['forms authentication is not there as fallback']),
    ...(tokenCheck?.toLowerCase() === 'require'
      ? ['extended protection is required, which fails behind a load balancer that ends TLS']
      : []),
  ];
  if (risks.length > 0)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `Windows authentication is on for the intranet, but ${listed(risks)}.`,
      observations,
    };
  return {
    outcome: 'pass',
    note: 'Windows authentication is on for the intranet, with forms as fallback.',
    observations,
  };
}
