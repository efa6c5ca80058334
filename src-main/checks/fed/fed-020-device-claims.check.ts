import { defineCheck } from '../define-check';
import { deviceClaimNeeds, judgeDeviceClaims } from './judge-device-claims';

export default defineCheck({
  id: 'FED-020',
  revision: 1,
  why: 'Entra ID registers a domain computer only when its token says that it is one, with its object GUID and SID.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: deviceClaimNeeds,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope, so computers need no claims.' },
  evaluate: judgeDeviceClaims,
  remediation: {
    task: 'Complete the device claim rules that AD FS issues to Entra ID.',
    steps: [
      'Save the rules first: `(Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline).IssuanceTransformRules | Set-Content rules.txt`.',
      'Run “Configure device options”, “Configure Hybrid Azure AD join” in Entra Connect; it adds the rules.',
      'Or add the three rules of the manual guide by hand.',
    ],
    verify: 'A computer registers without error events 304 and 305 in the User Device Registration log.',
    revert: 'Set the saved rules with `Set-AdfsRelyingPartyTrust -IssuanceTransformRules`.',
    right: 'AD FS administrator',
  },
});
