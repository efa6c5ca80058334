import check from '../../../../src-main/checks/sec/sec-021-extranet-lockout.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AdfsProperties } from '../../../../src-shared/model/evidence/adfs-settings';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, federationService, forest } from '../contoso';

const domain = (lockoutThreshold: number | undefined, name: string = forest): EvidenceRecord =>
  record('ad.domain', name, {
    distinguishedName: dnOf(name),
    lockoutObservationSeconds: 1800,
    ...(lockoutThreshold === undefined ? {} : { lockoutThreshold }),
  });
const farm = (more: Partial<AdfsProperties> = {}): EvidenceRecord =>
  record('adfs.properties', federationService, {
    hostName: federationService,
    extranetLockoutEnabled: true,
    extranetLockoutMode: 'ADFSSmartLockoutEnforce',
    extranetLockoutThreshold: 10,
    ...more,
  });
const published = record('adfs.web-application-proxy', 'wap01', {
  host: 'wap01',
  servers: ['wap01'],
  healthProblems: [],
});
const id = `federation-service:${federationService}`;

describeCheck(check, [
  {
    name: 'enforced below the threshold of the domain',
    evidence: [domain(15), farm()],
    outcome: 'pass',
    objects: { [id]: 'pass' },
    says: ['1 AD FS farm checked'],
  },
  { name: 'the domain never locks', evidence: [domain(0), farm()], outcome: 'pass' },
  {
    name: 'the domain locks as early',
    evidence: [domain(10), farm()],
    outcome: 'warning',
    severity: 'medium',
    says: ['a domain locks the account after 10 already'],
  },
  {
    name: 'the strictest of two domains counts',
    evidence: [domain(0), domain(5, 'emea.contoso.com'), farm()],
    outcome: 'warning',
    says: ['after 5 already'],
  },
  {
    name: 'it only logs',
    evidence: [domain(15), farm({ extranetLockoutMode: 'AdfsSmartLockoutLogOnly' })],
    outcome: 'warning',
  },
  {
    name: 'the legacy counter',
    evidence: [domain(15), farm({ extranetLockoutMode: 'ADPasswordCounter' })],
    outcome: 'warning',
  },
  {
    name: 'off behind a proxy',
    evidence: [domain(15), farm({ extranetLockoutEnabled: false }), published],
    outcome: 'fail',
    severity: 'medium',
    differs: [federationService],
  },
  { name: 'off, no proxy known', evidence: [domain(15), farm({ extranetLockoutEnabled: false })], outcome: 'warning' },
  {
    name: 'AD FS was not asked',
    evidence: [domain(15)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['contoso.com: accounts are locked after 15 failed attempts within 30 minutes'],
  },
  {
    name: 'AD FS refused',
    evidence: [domain(15), failed('adfs.properties', federationService, 'access-denied', 'The export was denied.')],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['The export was denied.'],
  },
  {
    name: 'an export of an old release',
    evidence: [domain(15), record('adfs.properties', federationService, { hostName: federationService })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an export without the mode',
    evidence: [
      domain(15),
      record('adfs.properties', federationService, { hostName: federationService, extranetLockoutEnabled: true }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the threshold of the domain was not returned',
    evidence: [domain(undefined), farm()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'domains of other forests only',
    evidence: [domain(15), farm()],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second farm denied',
    evidence: [domain(15), farm(), failed('adfs.properties', 'fs.fabrikam.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [id]: 'pass', 'federation-service:fs.fabrikam.com': 'unknown' },
  },
]);
