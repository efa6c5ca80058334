import { defineCheck } from '../define-check';
import { issuerIdNeeds, judgeIssuerIds } from './judge-issuer-ids';

export default defineCheck({
  id: 'FED-021',
  revision: 1,
  why: 'With several federated domains Entra ID refuses the token of a computer that does not say which domain vouches for it.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-install-multiple-domains',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: issuerIdNeeds,
  evaluate: judgeIssuerIds,
  remediation: {
    task: 'Correct the issuer rule for several verified domains.',
    steps: [
      'Save the issuance rules of the trust first.',
      'Let Entra Connect reset the trust; it writes the issuerid rules for several domains.',
      'Or add one rule for computers with the fixed issuer of one verified domain, and restrict the rule for users to accounts that are not of the type DJ.',
    ],
    verify: 'Users of each domain sign in, and a computer registers.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});
