import check from '../../../../src-main/checks/tru/tru-001-certificate-need.check';
import { answered, tooOld } from '../answers';
import { describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import { site, siteServer, sitesOf } from '../sites';
import { computers, controllers } from './cloud-trust-evidence';

const sites = sitesOf([site('Zürich', [siteServer('DC1')])]);
const fit = [sites, controllers({ DC1: 20_348 }), computers([22_631])];
const unfit = [sites, controllers({ DC1: 9600 }), computers([22_631])];

describeCheck(check, [
  {
    name: 'a need that only certificates meet',
    evidence: [answered('certificate-needs', 'regulation certificate-audit'), ...fit],
    outcome: 'pass',
    severity: 'info',
    says: ['A regulation demands certificates', 'Audit or logging by certificate'],
  },
  {
    name: 'a need, and nothing else is known',
    evidence: [answered('certificate-needs', 'smart-card-applications')],
    outcome: 'pass',
  },
  {
    name: 'remote desktop alone has another way',
    evidence: [answered('certificate-needs', 'remote-desktop'), ...fit],
    outcome: 'pass',
    says: ['Remote Credential Guard', 'Cloud Kerberos trust would work'],
  },
  {
    name: 'remote desktop is in the scope, and nobody was asked',
    evidence: fit,
    scope: { remoteDesktop: true },
    outcome: 'pass',
    says: ['remote desktop with the Hello credential'],
  },
  {
    name: 'no need, and cloud Kerberos trust would work',
    evidence: [answered('certificate-needs', 'none'), ...fit],
    outcome: 'warning',
    severity: 'info',
    says: ['cloud Kerberos trust is recommended', 'Cloud Kerberos trust would work'],
  },
  {
    name: 'no need, AD FS is to go, and a site is not ready',
    evidence: [answered('certificate-needs', 'none'), answered('adfs-plan', 'retire-within-24-months'), ...unfit],
    outcome: 'warning',
    says: ['would not work everywhere', 'Zürich'],
  },
  {
    name: 'no need, directory not read',
    evidence: [answered('certificate-needs', 'none')],
    outcome: 'warning',
    says: ['nothing can be said about cloud Kerberos trust'],
  },
  {
    name: 'no need, a domain was not read',
    evidence: [
      answered('certificate-needs', 'none'),
      ...fit,
      failed('ad.domain-controllers', `eu.${forest}`, 'unreachable', 'The server did not answer.'),
    ],
    outcome: 'warning',
    says: ['is not wholly known: The server did not answer.'],
  },
  {
    name: 'no need was named, but the scope has one',
    evidence: [answered('certificate-needs', 'none'), ...fit],
    scope: { remoteDesktop: true },
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'not asked',
    evidence: fit,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['was not asked', 'Cloud Kerberos trust would work'],
  },
  { name: 'nothing at all', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('certificate-needs', 'none'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);
