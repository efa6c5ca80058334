import { judgePublication } from '../../evidence/derived/list-publication';
import { defineCheck } from '../define-check';
import { judgeLevels } from '../pki/judge-levels';
import { revocationNeeds } from '../pki/revocation-view';
import { entraJoinedOnly } from './entra-joined';

export default defineCheck({
  id: 'SSO-004',
  revision: 1,
  why: 'A list that the CA publishes but nobody copies to the web server grows old unnoticed, and sign-in of Entra-joined devices ends on the day it expires.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: revocationNeeds,
  appliesTo: entraJoinedOnly,
  evaluate: (inputs, context) =>
    judgeLevels(inputs, context, (level, { evidence }) => judgePublication(level, evidence, context.now), {
      fail: ['has an old list on the web', 'have an old list on the web'],
      warning: ['has a list on the web that is not the newest', 'have a list on the web that is not the newest'],
      fine: 'the list on the web is the one published last.',
      expected: 'the list on the web is the one the CA published last',
    }),
  remediation: {
    task: 'Let the CA publish its revocation lists on the web site.',
    steps: [
      'Give the computer account of the CA write access to the share behind the web site: Change on the share, Full control on the folder.',
      'Add a file:// location to the CDP settings of the CA, with “Publish CRLs to this location” and “Publish Delta CRLs to this location”.',
      'For an offline CA, put the copy to the web server into the same written procedure as the signing of the list.',
    ],
    command: [
      'certutil -getreg CA\\CRLPublicationURLs',
      'Add-CACRLDistributionPoint -Uri "\\\\crl.contoso.com\\cdp$\\<CaName><CRLNameSuffix><DeltaCRLAllowed>.crl" -PublishToServer -PublishDeltaToServer -Force',
      'Restart-Service CertSvc',
      'certutil -crl',
    ].join('\n'),
    verify:
      'After `certutil -crl` the file on the web server and the object in Active Directory have the same CRL number (`certutil -dump`).',
    revert: '`Remove-CACRLDistributionPoint` with the same location, then restart the CA service.',
    right: 'CA administrator; administrator of the file share',
  },
});
