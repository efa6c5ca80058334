import { hostOf } from '../organisation.mjs';
import { issueAuthorities, issueLists, subjectOf } from './authorities.mjs';
import { issueLeaf } from './leaves.mjs';
import { issue, openWorkshop } from './openssl.mjs';

/** A domain controller's certificate as the template for Kerberos yields it. */
const issueController = (workshop, org, controller) =>
  issueLeaf(workshop, org, {
    name: controller.name,
    template: 'DomainControllerAuthentication(Kerberos)',
    names: [`DNS.1=${hostOf(org, controller.name)}`, `DNS.2=${org.domain.dns}`, `DNS.3=${org.domain.netbios}`],
    sid: org.sidOf(controller.rid),
    ...org.pki.controllers[controller.name],
  });

/** What a person signs in with; without `omitsSid` it names the account. */
const issueSignIn = (workshop, org, name, user, { omitsSid, ...validity }) =>
  issueLeaf(workshop, org, {
    name: `sign-in ${name}`,
    subject: subjectOf(user.dn),
    template: 'WHFBAuthentication',
    names: [`otherName.1=1.3.6.1.4.1.311.20.2.3;UTF8:${user.upn}`],
    sid: omitsSid ? undefined : org.sidOf(user.rid),
    ...validity,
  });

/** AD FS makes its token certificates itself: self-signed, for one year. */
function issueToken(workshop, org, purpose, { serial, ...validity }) {
  const name = `adfs-${purpose}`.toLowerCase();
  return issue(workshop, {
    name,
    issuer: name,
    key: `${org.seed}${name} ${validity.notBefore}`,
    subject: `/CN=ADFS ${purpose} - ${org.federation.host}`,
    serial,
    ...validity,
    sections: '[extensions]\nkeyUsage=digitalSignature,keyEncipherment',
  });
}

/** The certificate of the web address of AD FS, with the names device registration and certificate sign-in need. */
function issueService(workshop, org) {
  const { host, tls } = org.federation;
  const names = [host, ...tls.names].map((name, index) => `DNS.${index + 1}=${name}`);
  return issueLeaf(workshop, org, { name: 'adfs-service', ...tls, subject: `/CN=${host}`, names });
}

/** Certificates of the registration authority, one a server of the farm that holds one. */
const issueAgents = (workshop, org) =>
  Object.fromEntries(
    Object.entries(org.federation.agents).map(([server, agent]) => [
      server,
      issueLeaf(workshop, org, {
        name: `agent ${server}`,
        subject: `/CN=${hostOf(org, server)}`,
        template: 'WHFBEnrollmentAgent',
        ...agent,
      }),
    ]),
  );

/**
 * Makes all certificates and revocation lists (DER); the same ones each time. `tokenSigningKey` is the key in PEM.
 * Clients with `signIn` get a certificate for their Hello key.
 */
export function makePublicKeyInfrastructure(org, clients) {
  const workshop = openWorkshop();
  const authorities = issueAuthorities(workshop, org);
  const made = {
    ...authorities,
    controllers: Object.fromEntries(org.controllers.map((dc) => [dc.name, issueController(workshop, org, dc)])),
    signIn: Object.fromEntries(
      clients
        .filter(({ signIn }) => signIn)
        .map(({ device, user, signIn }) => [device.name, issueSignIn(workshop, org, device.name, user, signIn)]),
    ),
    service: issueService(workshop, org),
    agents: issueAgents(workshop, org),
    lists: issueLists(workshop, org),
    nextTokenSigning: org.federation.nextSigning && issueToken(workshop, org, 'Signing', org.federation.nextSigning),
    tokenSigning: issueToken(workshop, org, 'Signing', org.federation.signing),
    tokenDecrypting: issueToken(workshop, org, 'Encryption', org.federation.decrypting),
  };
  const tokenSigningKey = workshop.read('adfs-signing.key');
  workshop.remove();
  return { ...made, tokenSigningKey };
}
