import check from '../../../../src-main/checks/sec/sec-024-kdf-v2.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { federationService as fs } from '../contoso';

/** One answer for each list of capabilities; undefined = no such field. */
const farm = (...answers: readonly (readonly string[] | undefined)[]): EvidenceRecord =>
  record('adfs.openid-configuration', fs, {
    host: fs,
    answers: answers.map((capabilities) => ({
      issuer: `https://${fs}/adfs`,
      scopesSupported: [],
      sha256: 'a'.repeat(64),
      ...(capabilities === undefined ? {} : { capabilities }),
    })),
  });
const five = (capabilities: readonly string[] | undefined) => farm(...Array(5).fill(capabilities));
const support = (kdfV2Support: string): EvidenceRecord => record('adfs.properties', fs, { hostName: fs, kdfV2Support });
const level = (behaviorLevel: number): EvidenceRecord =>
  record('adfs.farm-information', fs, { behaviorLevel, nodes: [] });
const id = `federation-service:${fs}`;
const good = ['winhello_cert', 'winhello_cert_kr', 'kdf_ver2'];

describeCheck(check, [
  { name: 'announced five times', evidence: [five(good)], outcome: 'pass', objects: { [id]: 'pass' } },
  { name: 'announced and enforced', evidence: [five(good), support('Enforced'), level(4)], outcome: 'pass' },
  {
    name: 'a saved document is one answer',
    evidence: [farm(good)],
    outcome: 'warning',
    says: ['fewer than 5 answers'],
  },
  {
    name: 'missing, nodes not known',
    evidence: [five(['winhello_cert'])],
    outcome: 'warning',
    severity: 'high',
    says: ['kdf_ver2 is missing in 5 of 5 answers'],
    differs: [fs],
  },
  { name: 'missing with a 2016 node possible', evidence: [five([]), level(3)], outcome: 'warning' },
  {
    name: 'missing in a farm of 2019',
    evidence: [five([]), level(4)],
    outcome: 'fail',
    says: ['every node runs Windows Server 2019 or newer'],
  },
  {
    name: 'no capabilities field at all',
    evidence: [five(undefined)],
    outcome: 'warning',
    says: ['missing in 5 of 5 answers'],
  },
  {
    name: 'one node lacks it',
    evidence: [farm(good, good, ['winhello_cert'], good, good)],
    outcome: 'warning',
    says: ['missing in 1 of 5 answers'],
  },
  { name: 'switched off', evidence: [five([]), support('Disabled')], outcome: 'fail', says: ['set to Disabled'] },
  { name: 'no answer in the document', evidence: [farm()], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'AD FS did not answer',
    evidence: [failed('adfs.openid-configuration', fs, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
