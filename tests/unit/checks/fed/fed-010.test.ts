import check from '../../../../src-main/checks/fed/fed-010-key-receipt-capability.check';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';

type Capabilities = readonly string[] | undefined;
const answered = (answers: readonly Capabilities[], host = federationService) =>
  record('adfs.openid-configuration', host, {
    host,
    answers: answers.map((capabilities) => ({
      issuer: `https://${host}/adfs`,
      ...(capabilities === undefined ? {} : { capabilities }),
      // Listed even where no registration authority is configured: no proof.
      scopesSupported: ['openid', 'winhello_cert', 'ugs'],
      sha256: '0'.repeat(64),
    })),
  });
const times = (count: number, capabilities: Capabilities): readonly Capabilities[] =>
  Array.from({ length: count }, () => capabilities);

const receipt = ['winhello_cert', 'winhello_cert_kr'];
const full = [...receipt, 'kdf_ver2'];
const object = `federation-service:${federationService}`;

describeCheck(check, [
  {
    name: 'all good',
    evidence: [answered(times(5, full))],
    outcome: 'pass',
    says: ['winhello_cert_kr', 'all 5 answers'],
    objects: { [object]: 'pass' },
    differs: [],
  },
  { name: 'key receipts without July 2021', evidence: [answered(times(5, receipt))], outcome: 'pass' },
  {
    name: 'a saved document of one node',
    evidence: [answered([full])],
    outcome: 'warning',
    says: ['the only answer', 'fewer than 5 answers'],
  },
  { name: 'four answers', evidence: [answered(times(4, full))], outcome: 'warning' },
  {
    name: 'registration authority without key receipts',
    evidence: [answered(times(5, ['winhello_cert']))],
    outcome: 'fail',
    says: ['missing in 5 of 5 answers'],
    objects: { [object]: 'fail' },
  },
  {
    name: 'a saved document is enough to prove the lack',
    evidence: [answered([['winhello_cert', 'kdf_ver2']])],
    outcome: 'fail',
    says: ['missing in 1 of 1 answer'],
  },
  {
    name: 'one old node behind the load balancer',
    evidence: [answered([full, full, ['winhello_cert'], full, full])],
    outcome: 'fail',
    says: ['missing in 1 of 5 answers'],
    differs: [`${federationService}, answer 3`],
  },
  {
    name: 'a node that names nothing beside nodes that do',
    evidence: [answered([...times(4, full), []])],
    outcome: 'fail',
  },
  {
    name: 'not configured yet, July 2021 on all nodes',
    evidence: [answered(times(5, ['kdf_ver2']))],
    outcome: 'pass',
    says: ['not configured yet', 'KB4088889'],
  },
  {
    name: 'not configured yet, July 2021 in one saved document',
    evidence: [answered([['kdf_ver2']])],
    outcome: 'warning',
  },
  {
    name: 'not configured yet, July 2021 on some nodes',
    evidence: [answered([...times(4, ['kdf_ver2']), []])],
    outcome: 'warning',
    says: ['1 of 5 answers name no capability'],
  },
  { name: 'empty list', evidence: [answered(times(5, []))], outcome: 'warning', says: ['cannot be proven'] },
  { name: 'no such field', evidence: [answered(times(5, undefined))], outcome: 'warning', says: ['cannot be proven'] },
  {
    name: 'two services, one without',
    evidence: [answered(times(5, full)), answered(times(5, ['winhello_cert']), 'sts.fabrikam.com')],
    outcome: 'fail',
    objects: { [object]: 'pass', 'federation-service:sts.fabrikam.com': 'fail' },
  },
  { name: 'no answer in the document', evidence: [answered([])], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'unreachable',
    evidence: [failed('adfs.openid-configuration', federationService, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
