import check from '../../../../src-main/checks/fed/fed-005-entra-trust.check';
import type { AdfsEntraTrust } from '../../../../src-shared/model/evidence/adfs-settings';
import { describeCheck, record } from '../check-cases';
import { federationService } from '../contoso';
import { trust, trustId } from './entra-trust';

const without: AdfsEntraTrust = { count: 1, identifiers: [] };

describeCheck(check, [
  {
    name: 'one trust, enabled',
    evidence: [trust()],
    outcome: 'pass',
    decisive: [
      'adfs.entra-trust monitoringEnabled',
      'adfs.entra-trust signatureAlgorithm',
      'adfs.entra-trust lastMonitored',
    ],
    objects: { [trustId]: 'pass' },
  },
  {
    name: 'no trust',
    evidence: [trust({ count: 0 })],
    outcome: 'fail',
    severity: 'blocker',
    says: ['no relying party trust'],
  },
  { name: 'two trusts', evidence: [trust({ count: 2 })], outcome: 'fail', says: ['2 relying party trusts'] },
  { name: 'disabled', evidence: [trust({ enabled: false })], outcome: 'fail', says: ['disabled'] },
  { name: 'not monitored', evidence: [trust({ monitoringEnabled: false })], outcome: 'warning', severity: 'medium' },
  {
    name: 'signed with SHA-1 and monitored long ago',
    evidence: [
      trust({
        signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
        lastMonitored: '2026-10-22T15:00:00.000Z',
      }),
    ],
    outcome: 'warning',
    says: ['SHA-1', '31 days ago'],
  },
  {
    name: 'a text of its rules only',
    evidence: [record('adfs.entra-trust', federationService, { identifiers: [], issuanceTransformRules: '' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an export without the property',
    evidence: [record('adfs.entra-trust', federationService, without)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
