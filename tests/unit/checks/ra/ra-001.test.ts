import check from '../../../../src-main/checks/ra/ra-001-registration-authority.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';

const kind = 'adfs.openid-configuration';
const id = 'federation-service:fs.contoso.com';

/** Answers of the farm; undefined = a document without the field. */
const answering = (...capabilities: readonly (readonly string[] | undefined)[]): readonly EvidenceRecord[] => [
  record(kind, federationService, {
    host: federationService,
    answers: capabilities.map((list) => ({
      issuer: 'https://fs.contoso.com/adfs',
      // Named whether or not the farm is a registration authority.
      scopesSupported: ['openid', 'winhello_cert', 'ugs'],
      sha256: '0'.repeat(64),
      ...(list === undefined ? {} : { capabilities: list }),
    })),
  }),
];
const all = ['winhello_cert', 'winhello_cert_kr', 'kdf_ver2'];

describeCheck(check, [
  {
    name: 'all capabilities in five answers',
    evidence: answering(all, all, all, all, all),
    outcome: 'pass',
    says: ['all 5 answers'],
    objects: { [id]: 'pass' },
  },
  { name: 'a saved document', evidence: answering(all), outcome: 'pass', says: ['the only answer'] },
  { name: 'winhello_cert without key receipts', evidence: answering(['winhello_cert']), outcome: 'pass' },
  {
    name: 'key receipts, kdf_ver2 not on',
    evidence: answering(['winhello_cert', 'winhello_cert_kr']),
    outcome: 'pass',
  },
  {
    name: 'kdf_ver2 only',
    evidence: answering(['kdf_ver2'], ['kdf_ver2']),
    outcome: 'fail',
    severity: 'blocker',
    says: ['None of 2 answers'],
    differs: ['Capabilities of fs.contoso.com, answer 1', 'Capabilities of fs.contoso.com, answer 2'],
  },
  { name: 'an empty list', evidence: answering([]), outcome: 'fail' },
  {
    name: 'no such field',
    evidence: answering(undefined, undefined),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['KB4022723'],
  },
  { name: 'an empty list on one node, no field on another', evidence: answering([], undefined), outcome: 'fail' },
  {
    name: 'nodes disagree',
    evidence: answering(all, all, []),
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['2 of 3 answers'],
  },
  {
    name: 'one node without the field',
    evidence: answering(all, undefined),
    outcome: 'unknown',
    reason: 'contradictory',
  },
  { name: 'a record without answer', evidence: answering(), outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'a second farm that is not configured',
    evidence: [
      ...answering(all),
      record(kind, 'sts.fabrikam.com', {
        host: 'sts.fabrikam.com',
        answers: [
          { issuer: 'https://sts.fabrikam.com/adfs', scopesSupported: [], sha256: '1'.repeat(64), capabilities: [] },
        ],
      }),
    ],
    outcome: 'fail',
    objects: { [id]: 'pass', 'federation-service:sts.fabrikam.com': 'fail' },
  },
  {
    name: 'no answer',
    evidence: [failed(kind, federationService, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'AD FS is not the registration authority',
    evidence: answering([]),
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
  {
    name: 'no hybrid joined devices',
    evidence: answering([]),
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);
