import { judgeDeltaLists } from '../../evidence/derived/delta-lists';
import { defineCheck } from '../define-check';
import { judgeLevels } from '../pki/judge-levels';
import { revocationNeeds } from '../pki/revocation-view';
import { entraJoinedOnly } from './entra-joined';

export default defineCheck({
  id: 'SSO-003',
  revision: 1,
  why: 'Delta lists have a + in their file name, which IIS refuses unless double escaping is allowed; clients then work with the base list, which knows less.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: revocationNeeds,
  appliesTo: entraJoinedOnly,
  evaluate: (inputs, context) =>
    judgeLevels(inputs, context, (level, { evidence }) => judgeDeltaLists(level, evidence), {
      fail: [
        'announces delta lists that its web server does not give',
        'announce delta lists that their web server does not give',
      ],
      fine: 'no delta list is announced that a web server does not give.',
      expected: 'no delta lists, or each at its http:// address',
    }),
  remediation: {
    task: 'Let the web server deliver delta revocation lists.',
    steps: [
      'Allow double escaping for the folder of revocation lists in IIS (request filtering), and see that the CA copies its delta lists there.',
      'Or do without delta lists: set the CA to publish base lists more often and none in between.',
    ],
    command: [
      'appcmd set config "Default Web Site/cdp" /section:requestFiltering /allowDoubleEscaping:true',
      'certutil -crl',
      'Invoke-WebRequest -UseBasicParsing "http://crl.contoso.com/cdp/Contoso%20Issuing%20CA%201+.crl"',
      'certutil -setreg CA\\CRLDeltaPeriodUnits 0',
    ].join('\n'),
    verify:
      'The delta list is downloaded with status 200, and `certutil -URL` with the base list shows “Verified” for it.',
    revert:
      '`appcmd set config "Default Web Site/cdp" /section:requestFiltering /allowDoubleEscaping:false`; `certutil -setreg CA\\CRLDeltaPeriodUnits 1`.',
    right: 'Administrator of the web server; CA administrator',
    risk: 'Double escaping is a protection of IIS: allow it for this folder only.',
  },
});
