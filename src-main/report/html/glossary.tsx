const terms: readonly (readonly [term: string, meaning: string])[] = [
  ['AD FS', 'Active Directory Federation Services: signs users in to Entra ID with their account in Active Directory.'],
  [
    'Blocker',
    'A check whose failure means that provisioning or signing in with the certificate cannot work, or is not supported.',
  ],
  [
    'Catalogue',
    'All checks of this product, versioned; each is taken from a sentence of the deployment guide or of a specification.',
  ],
  ['Certificate template', 'What a certification authority in AD issues: purpose, key, lifetime and who may enrol.'],
  ['CRL', 'Certificate revocation list: the certificates a CA has withdrawn. Where it cannot be read, sign-in fails.'],
  ['Device write-back', 'Entra Connect writes devices of Entra ID to AD, where AD FS looks for them.'],
  ['Entra hybrid joined', 'A device that is joined to the AD domain and registered in Entra ID.'],
  ['Evidence', 'Facts read from a system or a file, with target, source, time, collector and hash.'],
  [
    'Hybrid certificate trust',
    'The deployment in which a domain controller accepts a certificate that AD FS obtained for the user’s Hello key.',
  ],
  ['NTAuth', 'The list in AD of CAs whose certificates domain controllers accept for signing in.'],
  ['Registration authority', 'The AD FS service that asks the CA for certificates on behalf of users.'],
  ['UPN suffix', 'The part of the sign-in name after the @; it has to be a verified domain of Entra ID.'],
];

export const Glossary = () => (
  <dl className="facts glossary">
    {terms.map(([term, meaning]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);
