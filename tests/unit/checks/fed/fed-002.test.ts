import check from '../../../../src-main/checks/fed/fed-002-adfs-provider.check';
import type { MetadataSignature } from '../../../../src-shared/model/evidence/adfs';
import type { EntraDomain, EntraFederationConfiguration } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';

const settings = (more: Partial<EntraFederationConfiguration> = {}, domain = 'contoso.com') =>
  record('entra.federation-configuration', domain, {
    domain,
    issuerUri: 'http://fs.contoso.com/adfs/services/trust',
    passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
    activeSignInUri: 'https://fs.contoso.com/adfs/services/trust/2005/usernamemixed',
    metadataExchangeUri: 'https://fs.contoso.com/adfs/services/trust/mex',
    preferredAuthenticationProtocol: 'wsFed',
    ...more,
  });
const discovery = (issuer = 'https://fs.contoso.com/adfs') =>
  record('adfs.openid-configuration', federationService, {
    host: federationService,
    answers: [{ issuer, capabilities: [], scopesSupported: [], sha256: '0'.repeat(64) }],
  });
const metadata = (isAdfs: boolean, signature?: MetadataSignature) =>
  record('adfs.federation-metadata', federationService, {
    entityId: 'http://fs.contoso.com/adfs/services/trust',
    host: federationService,
    passiveEndpoints: [],
    activeEndpoints: [],
    mexEndpoints: [],
    signingCertificates: [],
    encryptionCertificates: [],
    unreadableCertificates: 0,
    isAdfs,
    ...(signature === undefined ? {} : { signature }),
  });
const domains = (...list: readonly Partial<EntraDomain>[]) =>
  record('entra.domains', 'tenant', {
    domains: list.map((domain) => ({
      id: 'contoso.com',
      isVerified: true,
      authenticationType: 'Federated',
      isRoot: true,
      isInitial: false,
      ...domain,
    })),
  });

describeCheck(check, [
  {
    name: 'AD FS that answers',
    evidence: [settings(), discovery()],
    outcome: 'pass',
    says: ['1 federated domain'],
    objects: { 'entra-domain:contoso.com': 'pass' },
    differs: [],
  },
  {
    name: 'metadata that was changed after it was signed shows nobody',
    evidence: [settings(), metadata(true, { state: 'invalid', problem: 'Changed.' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'AD FS known by its metadata', evidence: [settings(), metadata(true)], outcome: 'pass' },
  {
    name: 'addresses without the closing slash and in other case',
    evidence: [
      settings({ passiveSignInUri: 'https://FS.contoso.com/ADFS/ls', preferredAuthenticationProtocol: 'WsFed' }),
      discovery(),
    ],
    outcome: 'pass',
  },
  {
    name: 'a subdomain that inherits and a managed domain',
    evidence: [
      settings(),
      discovery(),
      domains(
        {},
        { id: 'emea.contoso.com', isRoot: false },
        { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isInitial: true },
      ),
    ],
    outcome: 'pass',
    objects: { 'entra-domain:contoso.com': 'pass' },
  },
  {
    name: 'Okta',
    evidence: [settings({ passiveSignInUri: 'https://contoso.okta.com/app/office365/abc/sso/wsfed/passive' })],
    outcome: 'fail',
    says: ['not federated with AD FS: contoso.com'],
    notes: { 'entra-domain:contoso.com': 'another product: passive sign-in' },
    differs: ['contoso.com: passive sign-in'],
  },
  {
    name: 'PingFederate with SAML',
    evidence: [
      settings({ preferredAuthenticationProtocol: 'saml', passiveSignInUri: 'https://sso.contoso.com/idp/SSO.saml2' }),
    ],
    outcome: 'fail',
    notes: { 'entra-domain:contoso.com': 'saml' },
  },
  {
    name: 'an address that is none',
    evidence: [settings({ activeSignInUri: 'not an address' }), discovery()],
    outcome: 'fail',
  },
  {
    name: 'AD FS with an unusual path',
    evidence: [
      settings({ activeSignInUri: 'https://fs.contoso.com/adfs/services/trust/13/usernamemixed' }),
      discovery(),
    ],
    outcome: 'warning',
    notes: { 'entra-domain:contoso.com': 'unusual path: active sign-in' },
  },
  {
    name: 'one of two domains with another provider',
    evidence: [
      settings(),
      settings({ passiveSignInUri: 'https://login.fabrikam.com/sso' }, 'fabrikam.com'),
      discovery(),
    ],
    outcome: 'fail',
    says: ['1 of 2 federated domains is', 'fabrikam.com'],
    objects: { 'entra-domain:contoso.com': 'pass', 'entra-domain:fabrikam.com': 'fail' },
  },
  {
    name: 'the service was not seen',
    evidence: [settings()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['contoso.com'],
  },
  {
    name: 'the service did not answer',
    evidence: [settings(), failed('adfs.openid-configuration', federationService, 'unreachable', 'No answer in time.')],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { 'entra-domain:contoso.com': 'No answer in time.' },
  },
  {
    name: 'addresses of AD FS, answers of another product',
    evidence: [settings(), discovery('https://fs.contoso.com')],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'addresses of AD FS, metadata of another product',
    evidence: [settings(), metadata(false)],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'an address is missing',
    evidence: [settings({ metadataExchangeUri: '' }), discovery()],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'the protocol is missing',
    evidence: [settings({ preferredAuthenticationProtocol: '' }), discovery()],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'Graph has no settings of a federated domain',
    evidence: [settings(), discovery(), domains({}, { id: 'fabrikam.com' })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'Graph refused the only domain',
    evidence: [failed('entra.federation-configuration', 'contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
