export interface Term {
  readonly term: string;
  readonly meaning: string;
  /** Printed in the report as well: management meets it there. */
  readonly isInReport?: true;
}

/** The words of the field and of this product, in alphabetical order. */
export const glossary: readonly Term[] = [
  {
    term: 'AD FS',
    meaning: 'Active Directory Federation Services: signs users in to Entra ID with their account in Active Directory.',
    isInReport: true,
  },
  {
    term: 'Blocker',
    meaning:
      'A check whose failure means that provisioning or signing in with the certificate cannot work, or is not supported.',
    isInReport: true,
  },
  {
    term: 'Catalogue',
    meaning:
      'All checks of this product, versioned; each is taken from a sentence of the deployment guide or of a specification.',
    isInReport: true,
  },
  {
    term: 'Certificate template',
    meaning: 'What a certification authority in AD issues: purpose, key, lifetime and who may enrol.',
    isInReport: true,
  },
  { term: 'Check', meaning: 'A rule of the catalogue. It judges facts; it never reads a system itself.' },
  {
    term: 'Collector',
    meaning:
      'A script of this product that an administrator of the customer reads, runs on one machine, and returns one file of.',
  },
  {
    term: 'CRL',
    meaning:
      'Certificate revocation list: the certificates a CA has withdrawn. Where it cannot be read, sign-in fails.',
    isInReport: true,
  },
  {
    term: 'Device write-back',
    meaning: 'Entra Connect writes devices of Entra ID to AD, where AD FS looks for them.',
    isInReport: true,
  },
  {
    term: 'dsregcmd',
    meaning:
      'A command of Windows that says how a client is joined, which tokens it holds, and why Hello is not offered.',
  },
  { term: 'Engagement', meaning: 'One assignment at one customer, in one encrypted file.' },
  {
    term: 'Enrolment agent',
    meaning:
      'Who may ask for certificates in the name of others; here the service account of AD FS, by a certificate of its own.',
  },
  {
    term: 'Entra hybrid joined',
    meaning: 'A device that is joined to the AD domain and registered in Entra ID.',
    isInReport: true,
  },
  {
    term: 'Evidence',
    meaning: 'Facts read from a system or a file, with target, source, time, collector and hash.',
    isInReport: true,
  },
  { term: 'Finding', meaning: 'The result of one check in one run, with the objects it concerns.' },
  {
    term: 'Hybrid certificate trust',
    meaning:
      'The deployment in which a domain controller accepts a certificate that AD FS obtained for the user’s Hello key.',
    isInReport: true,
  },
  { term: 'Importer', meaning: 'What turns a file of the customer into the same evidence a live read would give.' },
  {
    term: 'KDC',
    meaning:
      'The part of a domain controller that hands out Kerberos tickets; here it checks the certificate of the user.',
  },
  {
    term: 'Key trust',
    meaning:
      'The sister deployment without user certificates: the domain controller compares the key itself with the one in AD.',
  },
  {
    term: 'msDS-KeyCredentialLink',
    meaning: 'The attribute of a user in AD that holds the public parts of Hello keys; Entra Connect writes it.',
  },
  {
    term: 'NDES',
    meaning: 'A server role by which devices of Intune ask a CA in AD for certificates.',
  },
  {
    term: 'Not known',
    meaning:
      'The check could not be decided: nothing was collected, access was denied, or facts contradict each other. It is neither a pass nor a failure.',
  },
  {
    term: 'NTAuth',
    meaning: 'The list in AD of CAs whose certificates domain controllers accept for signing in.',
    isInReport: true,
  },
  {
    term: 'OCSP',
    meaning: 'A service that answers whether a single certificate was withdrawn, in place of a whole list.',
  },
  { term: 'Pilot', meaning: 'The users and computers the deployment begins with; groups of the scope name them.' },
  {
    term: 'Primary refresh token',
    meaning: 'What a joined device gets from Entra ID at sign-in and all further sign-ins rest on.',
  },
  { term: 'Probe', meaning: 'What reads one kind of system live. Probes change nothing.' },
  {
    term: 'Provisioning',
    meaning:
      'What a user goes through once on a device: second factor, key, PIN, and in this deployment the certificate.',
  },
  {
    term: 'Registration authority',
    meaning: 'The AD FS service that asks the CA for certificates on behalf of users.',
    isInReport: true,
  },
  {
    term: 'Review',
    meaning:
      'A decision of a person beside a finding: accepted risk, planned, false positive or not in scope. It changes no result.',
  },
  { term: 'Run', meaning: 'One judging of all checks over the evidence at hand.' },
  { term: 'Scope', meaning: 'The answers that decide which checks apply.' },
  {
    term: 'Service connection point',
    meaning: 'An object in AD from which domain-joined computers learn the tenant they are to register with.',
  },
  { term: 'Severity', meaning: 'How much depends on a check: blocker, high, medium, low or information.' },
  { term: 'SYSVOL', meaning: 'The share of every domain controller that holds the settings of group policies.' },
  {
    term: 'UPN suffix',
    meaning: 'The part of the sign-in name after the @; it has to be a verified domain of Entra ID.',
    isInReport: true,
  },
  { term: 'WAP', meaning: 'Web Application Proxy: stands before AD FS on the internet.' },
];
