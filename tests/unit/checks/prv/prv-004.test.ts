import check from '../../../../src-main/checks/prv/prv-004-enterprise-token.check';
import { describeCheck, record } from '../check-cases';
import { federationService, forest } from '../contoso';
import { clientCases } from './client-cases';
import { bothJoinTypes, client, clientWithoutCheck, idOf, pc1, pc2, pc3, variant } from './clients';

const openId = record('adfs.openid-configuration', federationService, {
  host: federationService,
  answers: [{ issuer: 'https://fs.contoso.com/adfs', scopesSupported: [], sha256: '0'.repeat(64) }],
});
const settings = record('entra.federation-configuration', forest, {
  domain: forest,
  issuerUri: 'http://fs.contoso.com/adfs/services/trust',
  passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
  activeSignInUri: '',
  metadataExchangeUri: '',
  preferredAuthenticationProtocol: 'wsFed',
});

describeCheck(check, [
  {
    name: 'both YES, token of the farm',
    evidence: [client(pc1), openId],
    outcome: 'pass',
    says: ['fs.contoso.com'],
    objects: { [idOf(pc1)]: 'pass' },
  },
  { name: 'the farm named by Entra ID', evidence: [client(pc1), settings], outcome: 'pass' },
  { name: 'provisioned, block gone', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' }), openId], outcome: 'pass' },
  {
    name: 'write-back missing on two of three',
    evidence: [client(pc1), client(pc2, variant.writeBackMissing), client(pc3, variant.writeBackMissing), openId],
    outcome: 'fail',
    severity: 'blocker',
    says: ['2 of 3 clients have no token of AD FS', pc2, pc3],
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'fail', [idOf(pc3)]: 'fail' },
  },
  {
    name: 'only the refresh token missing',
    evidence: [client(pc1, { AdfsRefreshToken: 'NO' }), openId],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'AdfsRefreshToken is NO' },
  },
  {
    name: 'provisioned without token',
    evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES', EnterprisePrt: 'NO' }), openId],
    outcome: 'fail',
  },
  { name: 'not joined', evidence: [client(pc1, variant.notJoined), openId], outcome: 'fail' },
  {
    name: 'a token of another federation service',
    evidence: [client(pc1, { EnterprisePrtAuthority: 'https://sts.fabrikam.com/adfs' }), openId],
    outcome: 'warning',
    notes: { [idOf(pc1)]: 'sts.fabrikam.com' },
  },
  {
    name: 'the farm is not known',
    evidence: [client(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(pc1)]: 'was not collected' },
  },
  {
    name: 'an authority that is no address',
    evidence: [client(pc1, { EnterprisePrtAuthority: '' }), openId],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no certificate policy, so no line',
    evidence: [client(pc1, variant.withoutCertificatePolicy), openId],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(pc1)]: 'CertEnrollment is “none”' },
  },
  {
    name: 'no prerequisite check',
    evidence: [clientWithoutCheck(pc1), openId],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no line about the token',
    evidence: [client(pc1, { EnterprisePrt: undefined }), openId],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Entra joined without token',
    evidence: [client(pc1, { ...variant.entraJoined, EnterprisePrt: 'NO' }), openId],
    scope: bothJoinTypes,
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [idOf(pc1)]: 'Entra joined' },
  },
  {
    name: 'no AD FS as registration authority',
    evidence: [client(pc1), openId],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
  ...clientCases([openId]),
]);
