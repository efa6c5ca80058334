import check from '../../../../src-main/checks/prv/prv-005-authority-ready.check';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';
import { clientCases } from './client-cases';
import { bothJoinTypes, client, clientWithoutCheck, idOf, pc1, pc2, variant } from './clients';

const announcing = (...capabilities: readonly (readonly string[])[]) =>
  announcingAt(federationService, ...capabilities);
const announcingAt = (host: string, ...capabilities: readonly (readonly string[])[]) =>
  record('adfs.openid-configuration', host, {
    host,
    answers: capabilities.map((list) => ({
      issuer: `https://${host}/adfs`,
      scopesSupported: [],
      sha256: '0'.repeat(64),
      capabilities: list,
    })),
  });
const configured = announcing(['winhello_cert', 'winhello_cert_kr']);
const bare = announcing(['kdf_ver2']);

describeCheck(check, [
  {
    name: 'YES, and AD FS announces it',
    evidence: [client(pc1), configured],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  { name: 'YES, AD FS not asked', evidence: [client(pc1)], outcome: 'pass' },
  {
    name: 'YES, AD FS did not answer',
    evidence: [client(pc1), failed('adfs.openid-configuration', federationService, 'unreachable')],
    outcome: 'pass',
  },
  { name: 'YES, nodes disagree', evidence: [client(pc1), announcing(['winhello_cert'], [])], outcome: 'pass' },
  {
    name: 'YES, but AD FS does not announce it',
    evidence: [client(pc1), bare],
    outcome: 'unknown',
    reason: 'contradictory',
    notes: { [idOf(pc1)]: 'difference between nodes or the proxy' },
  },
  {
    name: 'NO, AD FS does not announce it',
    evidence: [client(pc1), client(pc2, variant.authorityNotConfigured), announcing([], [])],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 clients does not see AD FS as registration authority', pc2],
    objects: { [idOf(pc1)]: 'unknown', [idOf(pc2)]: 'fail' },
  },
  { name: 'NO, AD FS not asked', evidence: [client(pc1, variant.authorityNotConfigured)], outcome: 'fail' },
  {
    name: 'NO, but AD FS announces it',
    evidence: [client(pc1, variant.authorityNotConfigured), configured],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'NO, and another farm announces it',
    evidence: [client(pc1, variant.authorityNotConfigured), bare, announcingAt('sts.fabrikam.com', ['winhello_cert'])],
    outcome: 'fail',
  },
  {
    name: 'provisioned, block gone',
    evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' }), configured],
    outcome: 'pass',
  },
  {
    name: 'provisioned, but AD FS no longer announces it',
    evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' }), bare],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'no certificate policy, so no line',
    evidence: [client(pc1, variant.withoutCertificatePolicy), configured],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(pc1)]: 'CertEnrollment is “none”' },
  },
  {
    name: 'no prerequisite check',
    evidence: [clientWithoutCheck(pc1), configured],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Entra joined',
    evidence: [client(pc1), client(pc2, variant.entraJoined), configured],
    scope: bothJoinTypes,
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'no AD FS as registration authority',
    evidence: [client(pc1)],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
  ...clientCases(),
]);
