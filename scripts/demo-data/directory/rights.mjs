import { allow, extendedRight, right, schemaGuid, securityDescriptor } from '../formats/security-descriptor.mjs';

const system = 'S-1-5-18';
const authenticatedUsers = 'S-1-5-11';
const everyone = 'S-1-1-0';
const self = 'S-1-5-10';
const administrators = 'S-1-5-32-544';
const accountOperators = 'S-1-5-32-548';
const enterpriseDomainControllers = 'S-1-5-9';

const ruling = (org) => [
  allow(org.sid('domainAdmins'), right.full),
  allow(org.sid('enterpriseAdmins'), right.full),
  allow(system, right.full),
];
const writeKeys = (sid) =>
  allow(sid, right.properties, {
    extended: schemaGuid.keyCredentialLink,
    descendants: schemaGuid.user,
  });

const described = (org, entries, owner = org.sid('domainAdmins')) => [
  'nTSecurityDescriptor',
  securityDescriptor({ owner, entries }),
];

/** The head of the domain: both groups of key administrators may write keys, as domainprep of 2016 sets it. */
export const domainHeadRights = (org) =>
  described(
    org,
    [
      ...ruling(org),
      allow(administrators, right.full),
      allow(org.sid('keyAdmins'), right.properties, { extended: schemaGuid.keyCredentialLink, inherited: true }),
      allow(org.sid('enterpriseKeyAdmins'), right.properties, {
        extended: schemaGuid.keyCredentialLink,
        inherited: true,
      }),
      allow(authenticatedUsers, right.read),
    ],
    administrators,
  );

/** AdminSDHolder as it is made: nobody gave the key administrators their right on protected people. */
export const protectedAccountRights = (org) => described(org, [...ruling(org), allow(authenticatedUsers, right.read)]);

/** A unit with what it inherits from the head of the domain. */
export const unitRights = (org) =>
  described(org, [
    ...ruling(org),
    writeKeys(org.sid('keyAdmins')),
    writeKeys(org.sid('enterpriseKeyAdmins')),
    allow(authenticatedUsers, right.read),
  ]);

/** The unit where the service desk was once given the right to write keys, and where nobody took it back. */
export const loosenedUnitRights = (org) =>
  described(org, [
    ...ruling(org),
    writeKeys(org.sid('keyAdmins')),
    writeKeys(org.sid('enterpriseKeyAdmins')),
    writeKeys(org.sid('workplaceSupport')),
    allow(authenticatedUsers, right.read),
  ]);

/** A server as the schema makes computers and the domain hands down the right to write keys (MS-ADSC, class computer); an administrator joined it. */
export const serverRights = (org) =>
  described(org, [
    ...ruling(org),
    allow(accountOperators, right.full),
    allow(authenticatedUsers, right.read),
    allow(everyone, right.control, { extended: extendedRight.changePassword }),
    allow(org.sid('certPublishers'), right.properties, { extended: schemaGuid.userCertificate }),
    allow(self, right.validatedWrite, { extended: schemaGuid.validatedHostName }),
    allow(self, right.validatedWrite, { extended: schemaGuid.validatedServiceName }),
    allow(self, right.properties, { extended: schemaGuid.allowedToAct }),
    allow(org.sid('keyAdmins'), right.properties, { extended: schemaGuid.keyCredentialLink }),
    allow(org.sid('enterpriseKeyAdmins'), right.properties, { extended: schemaGuid.keyCredentialLink }),
    allow(administrators, right.full),
  ]);

/** CN=RegisteredDevices: the synchronisation account makes and fills devices, AD FS reads them. */
export const registeredDevicesRights = (org) =>
  described(org, [
    ...ruling(org),
    allow(org.sid('connectAccount'), right.createAndDelete, { extended: schemaGuid.device, inherited: true }),
    allow(org.sid('connectAccount'), right.properties, { descendants: schemaGuid.device }),
    allow(org.sid('adfsService'), right.full, { inherited: true }),
    allow(authenticatedUsers, right.read, { inherited: true }),
  ]);

/** The container whose contacts hold the key that protects AD FS's signing key. */
export const federationKeyRights = (org) =>
  described(org, [...ruling(org), allow(org.sid('adfsService'), right.full, { inherited: true })]);

/** Containers and objects of CN=Public Key Services. */
export const publicKeyRights = (org) =>
  described(
    org,
    [
      allow(org.sid('enterpriseAdmins'), right.full, { inherited: true }),
      allow(org.sid('domainAdmins'), right.full, { inherited: true }),
      allow(system, right.full, { inherited: true }),
      allow(authenticatedUsers, right.read, { inherited: true }),
    ],
    org.sid('enterpriseAdmins'),
  );

export const deviceRegistrationRights = (org) =>
  described(
    org,
    [
      allow(org.sid('enterpriseAdmins'), right.full, { inherited: true }),
      allow(system, right.full, { inherited: true }),
      allow(org.sid('adfsService'), right.full, { inherited: true }),
      allow(authenticatedUsers, right.read, { inherited: true }),
      allow(enterpriseDomainControllers, right.read, { inherited: true }),
    ],
    org.sid('enterpriseAdmins'),
  );
