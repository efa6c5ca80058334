import type { AdfsAuthenticationProviders } from '../../../src-shared/model/evidence/adfs-settings';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms } from '../fed/judge-farms';
import { listed } from '../wording';

/** Names the adapters of MFA Server registered themselves under. */
const retired: readonly string[] = ['windowsazuremultifactorauthentication', 'multifactorauthadfsadapter'];

export default defineCheck({
  id: 'MFA-006',
  revision: 1,
  why: 'Azure MFA Server stopped serving on 30 September 2024; whoever still depends on it has no second factor.',
  sources: ['https://learn.microsoft.com/entra/identity/authentication/how-to-migrate-mfa-server-to-azure-mfa'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.authentication-providers', 'adfs.authentication-policy?'],
  evaluate: ({ 'adfs.authentication-providers': providers, 'adfs.authentication-policy': policies }) =>
    judgeFarms(providers.records, ({ target, data }) => {
      const policy = policies.records.find((record) => isSameHost(record.target, target));
      return judgeProviders(data, policy?.data.additionalProviders);
    }),
  remediation: {
    task: 'Move people off the retired MFA Server.',
    steps: ['Move people to Entra MFA or the Azure MFA adapter.', 'Take the adapter of MFA Server off AD FS.'],
    command: 'Unregister-AdfsAuthenticationProvider -Name WindowsAzureMultiFactorAuthentication',
    verify: '`Get-AdfsAuthenticationProvider` does not list it.',
    right: 'AD FS administrator',
  },
});

const isRetired = (name: string): boolean => retired.includes(name.toLowerCase());

function judgeProviders(
  { providers }: AdfsAuthenticationProviders,
  chosen: readonly string[] | undefined,
): FarmVerdict {
  if (providers.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of providers is empty; every farm has some.',
    };
  const left = providers.map(({ name }) => name).filter(isRetired);
  if (left.length === 0) return { outcome: 'pass', note: 'The adapter of the retired MFA Server is not registered.' };
  if (chosen === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${listed(left)} of the retired MFA Server is registered; whether it is in use was not read.`,
    };
  const used = chosen.filter(isRetired);
  if (used.length > 0 && used.length === chosen.length)
    return { outcome: 'fail', note: `The only second factor at AD FS is ${listed(used)} of the retired MFA Server.` };
  return {
    outcome: 'warning',
    severity: 'medium',
    note: `${listed(left)} of the retired MFA Server is still registered.`,
  };
}
