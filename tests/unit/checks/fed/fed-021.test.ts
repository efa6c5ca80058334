import check from '../../../../src-main/checks/fed/fed-021-issuer-id.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, record } from '../check-cases';
import { rule, trust, withRules } from './entra-trust';

const domains = (...names: readonly string[]): EvidenceRecord =>
  record('entra.domains', 'tenant', {
    domains: names.map((id) => ({
      id,
      isVerified: true,
      authenticationType: 'Federated',
      isRoot: true,
      isInitial: false,
    })),
  });
const issuer = (domain: string): EvidenceRecord =>
  record('entra.federation-configuration', domain, {
    domain,
    issuerUri: `http://${domain}/adfs/services/trust/`,
    passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
    activeSignInUri: '',
    metadataExchangeUri: '',
    preferredAuthenticationProtocol: 'wsFed',
  });
const two = domains('contoso.com', 'fabrikam.com');
const fixed = rule.computerIssuer('http://contoso.com/adfs/services/trust/');

describeCheck(check, [
  {
    name: 'one rule for users, one for computers',
    evidence: [two, issuer('contoso.com'), withRules(rule.userIssuer, fixed)],
    outcome: 'pass',
  },
  {
    name: 'none for computers',
    evidence: [two, withRules(rule.userIssuer)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['no issuerid for computers'],
  },
  { name: 'none for users', evidence: [two, withRules(fixed)], outcome: 'fail', says: ['no issuerid for users'] },
  {
    name: 'the rule for users reaches computers too',
    evidence: [two, withRules(rule.everyIssuer, fixed)],
    outcome: 'fail',
    says: ['computers by 2 rules'],
  },
  {
    name: 'computers are vouched for by a domain that is not federated',
    evidence: [
      two,
      issuer('contoso.com'),
      withRules(rule.userIssuer, rule.computerIssuer('http://old.test/adfs/services/trust/')),
    ],
    outcome: 'fail',
    says: ['http://old.test'],
  },
  { name: 'a single federated domain', evidence: [domains('contoso.com'), withRules()], outcome: 'not-applicable' },
  { name: 'no federated domain', evidence: [domains(), withRules()], outcome: 'not-applicable' },
  {
    name: 'rules not exported',
    evidence: [two, trust()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['IssuanceTransformRules'],
  },
  {
    name: 'rules that cannot be read',
    evidence: [two, withRules('=> issue(')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no trust with Entra ID',
    evidence: [two, trust({ count: 0 })],
    outcome: 'not-applicable',
    says: ['FED-005'],
  },
]);
