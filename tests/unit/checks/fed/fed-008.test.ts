import check from '../../../../src-main/checks/fed/fed-008-signing-lifetime.check';
import { describeCheck } from '../check-cases';
import { federation } from './entra-domains';
import { farm, farmId } from './farm-settings';
import { altered, metadata, metadataWith, signing } from './signing-certificates';

const rollover = (autoCertificateRollover: boolean) =>
  farm('adfs.properties', { hostName: 'fs.contoso.com', autoCertificateRollover });
const next = signing('B', '2028-06-01T00:00:00Z');

describeCheck(check, [
  {
    name: 'metadata that was changed after it was signed',
    evidence: [metadataWith(altered, signing('A'))],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a signature with SHA-1 is shown as weak',
    evidence: [metadataWith({ state: 'valid', signedBy: 'A'.repeat(40), algorithm: 'RSA with SHA-1' }, signing('A'))],
    outcome: 'pass',
    differs: ['fs.contoso.com, signature of the metadata'],
  },
  { name: 'months left', evidence: [metadata(signing('A'))], outcome: 'pass', objects: { [farmId]: 'pass' } },
  {
    name: 'months left, rollover off',
    evidence: [metadata(signing('A')), rollover(false)],
    outcome: 'warning',
    severity: 'medium',
    differs: ['AutoCertificateRollover'],
  },
  {
    name: '20 days left',
    evidence: [metadata(signing('A', '2026-12-13T00:00:00Z')), rollover(true)],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: '10 days left, no successor',
    evidence: [metadata(signing('A', '2026-12-02T00:00:00Z'))],
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: '10 days left, successor known',
    evidence: [
      metadata(signing('A', '2026-12-02T00:00:00Z'), next),
      federation('contoso.com', { nextSigningCertificate: next.der }),
    ],
    outcome: 'warning',
  },
  {
    name: '10 days left, successor unknown to Entra ID',
    evidence: [metadata(signing('A', '2026-12-02T00:00:00Z'), next)],
    outcome: 'fail',
  },
  { name: 'ended', evidence: [metadata(signing('A', '2026-11-01T00:00:00Z'))], outcome: 'fail', says: ['has ended'] },
  { name: 'no certificate', evidence: [metadata()], outcome: 'unknown', reason: 'unreadable' },
]);
