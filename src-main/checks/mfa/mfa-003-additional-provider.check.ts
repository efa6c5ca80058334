import type { AdfsAuthenticationPolicy } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms, notReturned } from '../fed/judge-farms';
import { listed } from '../wording';

const azure = 'azuremfaauthentication';
const certificate = 'certificateauthentication';

export default defineCheck({
  id: 'MFA-003',
  revision: 1,
  why: 'When AD FS is to ask for the second factor, an additional provider must be chosen that can ask for one.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-and-azure-mfa',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/additional-authentication-methods-ad-fs',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['adfs.authentication-policy'],
  appliesTo: ({ mfaRoute }) =>
    mfaRoute === 'adfs-azure-mfa' ||
    mfaRoute === 'adfs-third-party' || { reason: 'AD FS is not to do the second factor in this scope.' },
  evaluate: ({ 'adfs.authentication-policy': policies }, { scope }) =>
    judgeFarms(policies.records, ({ data }) => judgePolicy(data, scope.mfaRoute === 'adfs-azure-mfa')),
  remediation: {
    task: 'Register an additional authentication provider in AD FS.',
    steps: [
      'Register the adapter of the vendor, or set up the Azure MFA adapter.',
      'Choose it as additional provider and test a sign-in.',
    ],
    command: [
      'Get-AdfsAuthenticationProvider | Select-Object Name, AdminName',
      'Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider AzureMfaAuthentication',
    ].join('\n'),
    verify: 'A sign-in that needs a second factor asks for it.',
    revert: 'Set the providers the policy had before.',
    right: 'AD FS administrator',
  },
});

function judgePolicy({ additionalProviders: providers }: AdfsAuthenticationPolicy, wantsAzure: boolean): FarmVerdict {
  if (providers === undefined) return notReturned('the whole list AdditionalAuthenticationProvider');
  const names = providers.map((name) => name.toLowerCase());
  const observations = [
    {
      label: 'Additional providers',
      observed: listed(providers, 10) || 'none',
      expected: wantsAzure ? 'AzureMfaAuthentication' : 'the adapter of the vendor',
    },
  ];
  if (names.length === 0)
    return {
      outcome: 'fail',
      note: 'AD FS has no additional provider, so it cannot ask for a second factor.',
      observations,
    };
  if (names.every((name) => name === certificate))
    return {
      outcome: 'warning',
      severity: 'high',
      note: 'The only additional provider is certificate authentication, which people without a smart card cannot use.',
      observations,
    };
  if (wantsAzure && !names.includes(azure))
    return {
      outcome: 'fail',
      note: `The Azure MFA adapter is not chosen; additional providers are ${listed(providers)}.`,
      observations,
    };
  const others = providers.filter((name) => ![azure, certificate].includes(name.toLowerCase()));
  if (!wantsAzure && others.length === 0)
    return {
      outcome: 'fail',
      note: `No adapter of another vendor is chosen; additional providers are ${listed(providers)}.`,
      observations,
    };
  return wantsAzure
    ? { outcome: 'pass', note: 'The Azure MFA adapter is chosen as additional provider.', observations }
    : {
        outcome: 'warning',
        severity: 'medium',
        note: `${listed(others)} is chosen; whether its vendor supports this release and the prompt of provisioning has to be shown (MFA-010).`,
        observations,
      };
}
