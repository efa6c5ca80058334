import check from '../../../../src-main/checks/fed/fed-006-settings-agree.check';
import { describeCheck } from '../check-cases';
import { federation } from './entra-domains';
import { farm } from './farm-settings';
import { altered, metadata, metadataWith, signing } from './signing-certificates';

const properties = farm('adfs.properties', {
  hostName: 'fs.contoso.com',
  identifier: 'http://fs.contoso.com/adfs/services/trust',
});

describeCheck(check, [
  { name: 'the metadata agrees', evidence: [federation(), metadata(signing('A'))], outcome: 'pass' },
  {
    name: 'metadata that was changed after it was signed',
    evidence: [federation(), metadataWith(altered, signing('A'))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'host and identifier agree',
    evidence: [federation(), properties],
    outcome: 'pass',
    objects: { 'entra-domain:contoso.com': 'pass' },
  },
  {
    name: 'the issuer of the domain',
    evidence: [federation('contoso.com', { issuerUri: 'http://contoso.com/adfs/services/trust/' }), properties],
    outcome: 'pass',
  },
  {
    name: 'another issuer',
    evidence: [federation('contoso.com', { issuerUri: 'http://sts.old.test/adfs/services/trust' }), properties],
    outcome: 'fail',
    severity: 'high',
    says: ['sts.old.test'],
  },
  {
    name: 'another host',
    evidence: [federation('contoso.com', { passiveSignInUri: 'https://old.contoso.com/adfs/ls/' }), properties],
    outcome: 'fail',
    says: ['old.contoso.com'],
  },
  {
    name: 'no issuer',
    evidence: [federation('contoso.com', { issuerUri: '' }), properties],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'identifier not returned',
    evidence: [federation(), farm('adfs.properties', { hostName: 'fs.contoso.com' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing of AD FS read', evidence: [federation()], outcome: 'unknown', reason: 'not-collected' },
]);
