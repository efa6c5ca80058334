import { certificationAuthority, domain, fabrikam, secondAuthority, web } from '../../facts.ts';

/** What a CA writes into certificates about itself. */
export interface IssuerFacts {
  readonly name: string;
  /** Container below CN=CDP that holds its lists, named after its host. */
  readonly container: string;
  readonly configurationDn: string;
  /** Host of `/CertEnroll/`. */
  readonly webHost: string;
  /** Whether `http://<webHost>/ocsp` answers for its certificates. */
  readonly hasResponder: boolean;
  /** Whether its lists point to delta lists. */
  readonly hasDelta: boolean;
}

const contoso = { configurationDn: domain.configurationDn, webHost: web.pkiHost };
const other = { configurationDn: fabrikam.domain.configurationDn, webHost: fabrikam.pkiHost };

export const contosoRoot: IssuerFacts = {
  ...contoso,
  name: certificationAuthority.rootName,
  container: 'rootca',
  hasResponder: false,
  hasDelta: false,
};

export const contosoIssuing: IssuerFacts = {
  ...contoso,
  name: certificationAuthority.name,
  container: 'ca01',
  hasResponder: true,
  hasDelta: true,
};

/** Names of its files and of its objects are those of the directory. */
export const contosoSecond: IssuerFacts = {
  ...contoso,
  name: secondAuthority.sanitizedName,
  container: 'ca02',
  hasResponder: false,
  hasDelta: false,
};

export const fabrikamRoot: IssuerFacts = {
  ...other,
  name: fabrikam.certificationAuthority.rootName,
  container: 'rootca',
  hasResponder: false,
  hasDelta: false,
};

export const fabrikamIssuing: IssuerFacts = {
  ...other,
  name: fabrikam.certificationAuthority.name,
  container: 'fca01',
  hasResponder: false,
  hasDelta: false,
};
