import type { SecurityDescriptor } from './access';

/** Whom an enrolment agent may request certificates for, and of which template. */
export interface AgentRestriction {
  /** False: it may not, whatever a later entry says. */
  readonly allows: boolean;
  /** SID of the agent, an account or a group. */
  readonly agent: string;
  /** SIDs on whose behalf it may. */
  readonly subjects: readonly string[];
  /** Common name or object identifier of the template; absent = every template. */
  readonly template?: string;
}

/** The descriptor with what its entries say beyond the SID; without `restrictions` when they could not be read. */
export interface EnrollmentAgentRights extends SecurityDescriptor {
  readonly restrictions?: readonly AgentRestriction[];
}

/** Settings of one CA service, from `certutil -getreg` or a collector. Numbers unsigned. */
export interface AuthoritySettings {
  /** `host\name` or the CA's name alone. */
  readonly authority: string;
  readonly host?: string;
  /** What kind of CA it is; absent = not read. */
  readonly type?: 'enterprise-root' | 'enterprise-subordinate' | 'standalone-root' | 'standalone-subordinate';
  /** What failed when it last published its revocation lists, by the names of flags (MS-CSRA, `CPF_LDAP_ERROR`); empty = nothing; absent = not read. */
  readonly publicationErrors?: readonly string[];
  readonly editFlags?: number;
  readonly interfaceFlags?: number;
  /** EDITF_ATTRIBUTESUBJECTALTNAME2, where a source tells this bit of `editFlags` alone. */
  readonly takesRequestedNames?: boolean;
  /** IF_ENFORCEENCRYPTICERTREQUEST, where a source tells this bit of `interfaceFlags` alone. */
  readonly demandsEncryption?: boolean;
  /** OIDs; empty = none; absent = not read. */
  readonly disabledExtensions?: readonly string[];
  /** `certutil -getreg CA\Security`. */
  readonly security?: SecurityDescriptor;
  /** `unrestricted` = the value is absent; `restricted` = it is set, and the source tells no more; what it says when it is set; absent = not read. */
  readonly enrollmentAgentRights?: 'unrestricted' | 'restricted' | EnrollmentAgentRights;
  readonly crlPublicationUrls?: readonly string[];
  readonly auditFilter?: number;
  /** Local Administrators of the CA host, as `DOMAIN\name`; absent = not read. */
  readonly localAdministrators?: readonly string[];
  /** Their SIDs, where the source tells them. */
  readonly localAdministratorSids?: readonly string[];
}

export interface IssuedCertificate {
  readonly requestId?: number;
  readonly requester: string;
  readonly template: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly thumbprint?: string;
  readonly serialNumber?: string;
}

/** Certificates of the templates in question from a CA's database: newest 1,000. */
export interface IssuedCertificates {
  readonly authority: string;
  readonly certificates: readonly IssuedCertificate[];
  /** Failed requests: disposition message numbers, never text. */
  readonly failures: readonly {
    readonly requester: string;
    readonly template: string;
    readonly status: number;
    readonly time?: string;
  }[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface AuthoritySettingsKinds {
  /** CA name; `<CA name> (certutil)`, `(SharpHound)` or `(Certipy)` of an export, which completes what a collector told */
  'ca.settings': AuthoritySettings;
  /** CA name */
  'ca.issued-certificates': IssuedCertificates;
}

export const authoritySettingsKindTitles: Readonly<Record<keyof AuthoritySettingsKinds, string>> = {
  'ca.settings': 'Settings of a CA service',
  'ca.issued-certificates': 'Certificates issued by a CA',
};
