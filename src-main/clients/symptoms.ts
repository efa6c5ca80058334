import type { FactLabel } from './client-facts';

/** A check that can explain a symptom, and how. */
export interface Explanation {
  readonly check: string;
  /** Sentence. */
  readonly why: string;
}

export interface Symptom {
  readonly id: string;
  /** What a person would say. */
  readonly title: string;
  /** Any of these shows it. */
  readonly seenAs: readonly { readonly fact: FactLabel; readonly value: RegExp }[];
  /** In the order of the deployment: what has to be right first comes first. */
  readonly explainedBy: readonly Explanation[];
}

const because = (check: string, why: string): Explanation => ({ check, why });

/**
 * What clients print when something is wrong, and the checks that can explain it (catalogue areas PRV, DEV, FED, MFA, RA, PKI, POL; remediation of PRV-001 to
 * PRV-011). In the order of the deployment. Codes are explained by `knowledge/client-error-codes`.
 */
export const symptoms: readonly Symptom[] = [
  {
    id: 'not-joined',
    title: 'The device is not joined to Entra ID',
    seenAs: [
      { fact: 'AzureAdJoined', value: /^NO$/u },
      { fact: 'IsDeviceJoined', value: /^NO$/u },
    ],
    explainedBy: [
      because('DIR-021', 'Objects that are left out of synchronisation never finish their join.'),
      because('FED-013', 'The join asks AD FS for a token first.'),
      because('FED-018', 'The join uses the WS-Trust endpoints of AD FS.'),
      because('FED-020', 'Entra ID takes the device only with these claims in its token.'),
      because('FED-021', 'With several domains a wrong issuer in the token ends the join.'),
      because('DEV-002', 'Without a service connection point the device does not know its tenant.'),
      because('DEV-003', 'A wrong service connection point sends the device to a wrong tenant.'),
      because('DEV-004', 'Settings on the client override the service connection point.'),
      because('DEV-008', 'The computer account has to reach Entra ID by itself.'),
      because('DEV-023', 'A policy or a missing task keeps the join from starting.'),
      because('DEV-024', 'Entra ID refuses users and devices beyond its limits.'),
      because('DEV-005', 'A registration that is pending has not finished.'),
    ],
  },
  {
    id: 'device-refused',
    title: 'Entra ID does not take the device',
    seenAs: [{ fact: 'DeviceAuthStatus', value: /^FAILED/u }],
    explainedBy: [
      because('DEV-005', 'The device is missing, pending or disabled in Entra ID.'),
      because('DEV-007', 'Its certificate is lost or no longer valid.'),
      because('DEV-021', 'A second registration confuses its identity.'),
    ],
  },
  {
    id: 'no-cloud-token',
    title: 'The user has no primary refresh token of Entra ID',
    seenAs: [
      { fact: 'AzureAdPrt', value: /^NO$/u },
      { fact: 'IsUserAzureAD', value: /^NO$/u },
    ],
    explainedBy: [
      because('DIR-015', 'The suffix of the user’s name has to be a domain of the tenant.'),
      because('DIR-017', 'The user has to exist in Entra ID, matched with the account in AD.'),
      because('FED-001', 'The domain of the user has to be federated with AD FS.'),
      because('FED-005', 'Without the trust AD FS issues no token for Entra ID.'),
      because('FED-007', 'Entra ID refuses tokens signed with a certificate it does not know.'),
      because('FED-013', 'The client gets its token from AD FS.'),
      because('FED-016', 'A wrong TLS certificate ends the connection to AD FS.'),
      because('FED-018', 'Windows signs in through the WS-Trust endpoints of AD FS.'),
      because('DEV-005', 'The token is issued to a registered device only.'),
      because('PRV-013', 'A client without the update of July 2021 gets no token.'),
    ],
  },
  {
    id: 'no-enterprise-token',
    title: 'The user has no token of AD FS (enterprise primary refresh token)',
    seenAs: [
      { fact: 'EnterprisePrt', value: /^NO$/u },
      { fact: 'AdfsRefreshToken', value: /^NO$/u },
    ],
    explainedBy: [
      because('FED-013', 'The client asks AD FS for it at sign-in.'),
      because('DEV-010', 'AD FS knows only devices that are written back to AD.'),
      because('DEV-011', 'Device registration in AD is what write-back and AD FS rest on.'),
      because('DEV-012', 'Written-back devices have no place without this container.'),
      because('DEV-013', 'The device itself has to be in AD.'),
      because('DEV-014', 'The object of the device has to be enabled and complete.'),
      because('DEV-015', 'AD FS authenticates the device only when this is switched on.'),
      because('DEV-017', 'Device registration has to be set up in AD FS.'),
      because('DEV-019', 'A device that joined lately may not have come to AD yet.'),
      because('RA-007', 'AD FS 2019 refuses the token without this permission.'),
    ],
  },
  {
    id: 'policy-off',
    title: 'Windows Hello for Business is not enabled by policy',
    seenAs: [{ fact: 'PolicyEnabled', value: /^NO$/u }],
    explainedBy: [
      because('POL-001', 'Some channel has to bring the policy to the device.'),
      because('POL-002', 'This setting turns Hello on.'),
      because('POL-016', 'An empty or unusable pilot group filters everybody out.'),
      because('POL-007', 'Filters, links and inheritance decide whether the policy arrives.'),
      because('POL-008', 'The two halves of a policy may contradict each other.'),
      because('POL-009', 'Group policy and Intune may contradict each other.'),
      because('POL-010', 'The setting of the tenant may turn Hello off.'),
      because('POL-011', 'Without an assigned policy nothing arrives from Intune.'),
      because('POL-015', 'A policy that is not replicated alike arrives at some places only.'),
    ],
  },
  {
    id: 'post-logon-off',
    title: 'Setting up after sign-in is switched off',
    seenAs: [{ fact: 'PostLogonEnabled', value: /^NO$/u }],
    explainedBy: [because('POL-013', 'A policy keeps the wizard from starting after sign-in.')],
  },
  {
    id: 'device-not-eligible',
    title: 'The hardware does not meet the policy',
    seenAs: [{ fact: 'DeviceEligible', value: /^NO$/u }],
    explainedBy: [
      because('POL-006', 'The policy demands a TPM, or leaves TPM 1.2 out.'),
      because('DEV-022', 'Some kinds of devices cannot join or use Hello.'),
      because('PRV-018', 'A TPM that is locked refuses every key.'),
    ],
  },
  {
    id: 'no-certificate-route',
    title: 'No certificate will be asked for',
    seenAs: [{ fact: 'CertEnrollment', value: /^none$/iu }],
    explainedBy: [
      because('POL-003', 'Without this setting Windows sets Hello up with a key only.'),
      because('POL-005', 'Cloud Kerberos trust takes precedence over certificates.'),
      because('POL-007', 'The policy may not reach the device.'),
      because('POL-009', 'Group policy and Intune may contradict each other.'),
    ],
  },
  {
    id: 'authority-not-ready',
    title: 'AD FS is not announced as registration authority',
    seenAs: [{ fact: 'AdfsRaIsReady', value: /^NO$/u }],
    explainedBy: [
      because('FED-009', 'Older nodes do not know the role.'),
      because('FED-011', 'Below level 3 the farm does not announce it.'),
      because('RA-001', 'AD FS announces the role once it is configured.'),
      because('RA-002', 'With wrong template names the configuration does not take effect.'),
      because('RA-004', 'Without the certificate of an enrolment agent AD FS cannot act.'),
      because('RA-008', 'The broker of Windows needs this permission.'),
      because('FED-010', 'Nodes that differ announce it at times only.'),
      because('FED-014', 'A proxy may publish another answer than the farm gives.'),
    ],
  },
  {
    id: 'template-no-policy',
    title: 'No enrolment policy names the certificate template',
    seenAs: [{ fact: 'LogonCertTemplateReady', value: /StateNoPolicy/u }],
    explainedBy: [
      because('PKI-027', 'Windows looks for a template marked for Hello.'),
      because('PKI-032', 'A template no CA publishes is in no enrolment policy.'),
      because('RA-002', 'AD FS has to name the template by its real name.'),
      because('POL-003', 'Certificates for on-premises sign-in have to be enabled.'),
      because('POL-004', 'Auto-enrolment brings the enrolment policy to the user.'),
      because('POL-005', 'Cloud Kerberos trust on the same device makes Windows leave certificates out.'),
      because('POL-007', 'The policy may not reach the user.'),
    ],
  },
  {
    id: 'template-no-permission',
    title: 'The user may not enrol the certificate template',
    seenAs: [{ fact: 'LogonCertTemplateReady', value: /StateNo(?!Policy)\w+/u }],
    explainedBy: [
      because('PKI-030', 'The user needs the right to enrol on the template.'),
      because('PKI-032', 'The template has to be published by a CA.'),
      because('PKI-027', 'Windows looks for a template marked for Hello.'),
      because('RA-002', 'AD FS may name another template than the one with the rights.'),
      because('POL-016', 'Rights given to a pilot group need members in it.'),
    ],
  },
  {
    id: 'template-not-ready',
    title: 'The certificate template is not ready, for a reason the client does not name',
    seenAs: [{ fact: 'LogonCertTemplateReady', value: /^NO$/u }],
    explainedBy: [
      because('PKI-030', 'The user needs the right to enrol on the template.'),
      because('PKI-032', 'The template has to be published by a CA.'),
      because('RA-002', 'AD FS has to name the template by its real name.'),
      because('POL-004', 'Auto-enrolment brings the enrolment policy to the user.'),
    ],
  },
  {
    id: 'key-without-certificate',
    title: 'A key was made, but the user has no sign-in certificate',
    seenAs: [{ fact: 'SignInCertificate', value: /^none$/u }],
    explainedBy: [
      because('DIR-022', 'The key reaches AD only when Entra Connect may write it.'),
      because('DEV-020', 'AD FS compares the request with the key in AD.'),
      because('PKI-026', 'The CA takes the request only with the signature of the agent.'),
      because('PKI-030', 'The user needs the right to enrol on the template.'),
      because('PKI-032', 'The template has to be published by a CA.'),
      because('RA-001', 'AD FS issues only as registration authority.'),
      because('RA-004', 'AD FS signs the request with its agent certificate.'),
      because('RA-005', 'The service account needs its rights on both templates.'),
      because('RA-006', 'The CA may restrict its enrolment agents.'),
      because('RA-010', 'AD FS has to reach the CA.'),
      because('FED-010', 'Without key receipts the certificate comes after the next synchronisation.'),
      because('RA-011', 'The log of AD FS names requests that failed.'),
    ],
  },
];
