import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { EntraDomain, EntraFederationConfiguration } from '../../../../src-shared/model/evidence/entra';
import { record } from '../check-cases';

export const entraDomain = (
  id: string,
  authenticationType = 'Federated',
  more: Partial<EntraDomain> = {},
): EntraDomain => ({
  id,
  isVerified: true,
  authenticationType,
  isRoot: true,
  isInitial: false,
  ...more,
});

export const domains = (...list: readonly EntraDomain[]): EvidenceRecord =>
  record('entra.domains', 'tenant', { domains: list });

/** Federation settings of a domain as Entra Connect writes them for fs.contoso.com. */
export const federation = (domain = 'contoso.com', more: Partial<EntraFederationConfiguration> = {}): EvidenceRecord =>
  record('entra.federation-configuration', domain, {
    domain,
    issuerUri: 'http://fs.contoso.com/adfs/services/trust',
    passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
    activeSignInUri: 'https://fs.contoso.com/adfs/services/trust/2005/usernamemixed',
    metadataExchangeUri: 'https://fs.contoso.com/adfs/services/trust/mex',
    preferredAuthenticationProtocol: 'wsFed',
    ...more,
  });
