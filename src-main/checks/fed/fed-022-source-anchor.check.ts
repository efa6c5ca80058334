import { defineCheck } from '../define-check';
import { judgeSourceAnchor, sourceAnchorNeeds } from './judge-source-anchor';

export default defineCheck({
  id: 'FED-022',
  revision: 1,
  why: 'Entra ID joins the computer that registers to the synchronised one by its source anchor; without it there are two objects or an unlinked one.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: sourceAnchorNeeds,
  evaluate: judgeSourceAnchor,
  remediation: {
    task: 'Issue the source anchor of computers.',
    steps: [
      'Save the issuance rules of the trust first.',
      'Add the rule of the manual guide that issues ImmutableID from objectGUID for members of Domain Computers, or let Entra Connect reset the trust.',
    ],
    verify: 'A newly registered computer appears once in Entra ID, with its on-premises SID.',
    revert: 'Set the saved rules again.',
    right: 'AD FS administrator',
  },
});
