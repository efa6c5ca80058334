import { seededRandom } from './seeded-random.mjs';

/** Relative identifiers that are the same in every domain (MS-DTYP 2.4.2.4). */
const wellKnownRids = {
  readOnlyDomainControllers: 498,
  administrator: 500,
  guest: 501,
  krbtgt: 502,
  domainAdmins: 512,
  domainUsers: 513,
  domainComputers: 515,
  domainControllers: 516,
  certPublishers: 517,
  schemaAdmins: 518,
  enterpriseAdmins: 519,
  keyAdmins: 526,
  enterpriseKeyAdmins: 527,
};

/**
 * An organisation with the names that follow from its facts (`organisations/<id>.mjs`): distinguished names, SIDs and what is drawn for it.
 * Every writer takes it as its first parameter; nothing else knows which organisation is written.
 */
export function organisation(facts) {
  const dn = facts.domain.dns
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');
  const configurationDn = `CN=Configuration,${dn}`;
  const rid = { ...wellKnownRids, ...facts.rid };
  const sidOf = (relativeId) => `${facts.domain.sid}-${relativeId}`;
  return {
    ...facts,
    domain: { ...facts.domain, dn },
    rid,
    sidOf,
    /** SID of an account by its name in `rid`; a SID stays what it is. */
    sid: (name) => (name in rid ? sidOf(rid[name]) : name),
    ou: Object.fromEntries(Object.entries(facts.units ?? {}).map(([name, path]) => [name, `${path},${dn}`])),
    configurationDn,
    schemaDn: `CN=Schema,${configurationDn}`,
    publicKeyServicesDn: `CN=Public Key Services,CN=Services,${configurationDn}`,
    deviceRegistrationDn: `CN=Device Registration Configuration,CN=Services,${configurationDn}`,
    registeredDevicesDn: `CN=RegisteredDevices,${dn}`,
    policiesDn: `CN=Policies,CN=System,${dn}`,
    /** A reproducible stream, another one for each organisation. */
    random: (name) => seededRandom(`${facts.seed}${name}`),
    /** The GUID that belongs to a thing: the same for the same name. */
    guidFor: (name) => seededRandom(`${facts.seed}guid:${name}`).guid(),
  };
}

/** A host name of the domain, in lower case. */
export const hostOf = (org, name) => `${name.toLowerCase()}.${org.domain.dns}`;
