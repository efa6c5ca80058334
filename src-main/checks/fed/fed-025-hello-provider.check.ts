import type { AdfsAuthenticationPolicy } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms, notReturned } from './judge-farms';

const provider = 'microsoftpassportauthentication';

export default defineCheck({
  id: 'FED-025',
  revision: 1,
  why: 'With this provider people who set up Hello can use it as first factor at AD FS itself.',
  sources: ['https://learn.microsoft.com/powershell/module/adfs/set-adfsglobalauthenticationpolicy'],
  outcomes: ['pass', 'warning'],
  needs: ['adfs.authentication-policy'],
  evaluate: ({ 'adfs.authentication-policy': policies }) =>
    judgeFarms(policies.records, ({ data }) => judgePolicy(data)),
  remediation: {
    task: 'Add Windows Hello for Business to the primary providers of AD FS.',
    steps: ['Add MicrosoftPassportAuthentication to the primary providers of intranet and extranet; keep the others.'],
    command:
      "Set-AdfsGlobalAuthenticationPolicy -PrimaryExtranetAuthenticationProvider @('FormsAuthentication','MicrosoftPassportAuthentication')",
    verify: '`Get-AdfsGlobalAuthenticationPolicy` lists the provider in both.',
    revert: 'Set the lists the cmdlet showed before.',
    right: 'AD FS administrator',
  },
});

function judgePolicy({
  primaryIntranetProviders: intranet,
  primaryExtranetProviders: extranet,
}: AdfsAuthenticationPolicy): FarmVerdict {
  if (intranet === undefined || extranet === undefined) return notReturned('the whole lists of primary providers');
  const places = [
    ['intranet', intranet],
    ['extranet', extranet],
  ] as const;
  const lacking = places
    .filter(([, list]) => !list.some((name) => name.toLowerCase() === provider))
    .map(([place]) => place);
  const observations = places.map(([place, list]) => ({
    label: `Primary providers, ${place}`,
    observed: listed(list, 10) || 'none',
    expected: 'MicrosoftPassportAuthentication among them',
    matches: !lacking.includes(place),
  }));
  return lacking.length === 0
    ? { outcome: 'pass', note: 'Hello is a primary provider on intranet and extranet.', observations }
    : { outcome: 'warning', note: `Hello is no primary provider on the ${lacking.join(' and the ')}.`, observations };
}
