import { rid, sidOf } from './organisation.mjs';
import { allow, right, schemaGuid, securityDescriptor } from './security-descriptor.mjs';

const system = 'S-1-5-18';
const authenticatedUsers = 'S-1-5-11';
const administrators = 'S-1-5-32-544';
const enterpriseDomainControllers = 'S-1-5-9';

const ruling = () => [
  allow(sidOf(rid.domainAdmins), right.full),
  allow(sidOf(rid.enterpriseAdmins), right.full),
  allow(system, right.full),
];
const writeKeys = (sid) =>
  allow(sid, right.properties, {
    extended: schemaGuid.keyCredentialLink,
    descendants: schemaGuid.user,
  });

const described = (entries, owner = sidOf(rid.domainAdmins)) => [
  'nTSecurityDescriptor',
  securityDescriptor({ owner, entries }),
];

/** The head of the domain: both groups of key administrators may write keys, as domainprep of 2016 sets it. */
export const domainHeadRights = () =>
  described(
    [
      ...ruling(),
      allow(administrators, right.full),
      allow(sidOf(rid.keyAdmins), right.properties, { extended: schemaGuid.keyCredentialLink, inherited: true }),
      allow(sidOf(rid.enterpriseKeyAdmins), right.properties, {
        extended: schemaGuid.keyCredentialLink,
        inherited: true,
      }),
      allow(authenticatedUsers, right.read),
    ],
    administrators,
  );

/** AdminSDHolder as it is made: nobody gave the key administrators their right on protected people. */
export const protectedAccountRights = () => described([...ruling(), allow(authenticatedUsers, right.read)]);

/** A unit with what it inherits from the head of the domain. */
export const unitRights = () =>
  described([
    ...ruling(),
    writeKeys(sidOf(rid.keyAdmins)),
    writeKeys(sidOf(rid.enterpriseKeyAdmins)),
    allow(authenticatedUsers, right.read),
  ]);

/** The unit where the service desk was once given the right to write keys, and where nobody took it back. */
export const loosenedUnitRights = () =>
  described([
    ...ruling(),
    writeKeys(sidOf(rid.keyAdmins)),
    writeKeys(sidOf(rid.enterpriseKeyAdmins)),
    writeKeys(sidOf(rid.workplaceSupport)),
    allow(authenticatedUsers, right.read),
  ]);

/** CN=RegisteredDevices: the synchronisation account makes and fills devices, AD FS reads them. */
export const registeredDevicesRights = () =>
  described([
    ...ruling(),
    allow(sidOf(rid.connectAccount), right.createAndDelete, { extended: schemaGuid.device, inherited: true }),
    allow(sidOf(rid.connectAccount), right.properties, { descendants: schemaGuid.device }),
    allow(sidOf(rid.adfsService), right.full, { inherited: true }),
    allow(authenticatedUsers, right.read, { inherited: true }),
  ]);

/** The container whose contacts hold the key that protects AD FS's signing key. */
export const federationKeyRights = () =>
  described([...ruling(), allow(sidOf(rid.adfsService), right.full, { inherited: true })]);

/** Containers and objects of CN=Public Key Services. */
export const publicKeyRights = () =>
  described(
    [
      allow(sidOf(rid.enterpriseAdmins), right.full, { inherited: true }),
      allow(sidOf(rid.domainAdmins), right.full, { inherited: true }),
      allow(system, right.full, { inherited: true }),
      allow(authenticatedUsers, right.read, { inherited: true }),
    ],
    sidOf(rid.enterpriseAdmins),
  );

export const deviceRegistrationRights = () =>
  described(
    [
      allow(sidOf(rid.enterpriseAdmins), right.full, { inherited: true }),
      allow(system, right.full, { inherited: true }),
      allow(sidOf(rid.adfsService), right.full, { inherited: true }),
      allow(authenticatedUsers, right.read, { inherited: true }),
      allow(enterpriseDomainControllers, right.read, { inherited: true }),
    ],
    sidOf(rid.enterpriseAdmins),
  );
