import { TLSSocket } from 'node:tls';
import type { KeyAndCertificate } from '../servers/authority';
import { entry, type LdapRequest, result, serveLdap } from '../servers/ldap-server';
import { type TestServer, tlsServer } from '../servers/sockets';

export const root = 'DC=contoso,DC=test';
export const emea = `DC=emea,${root}`;
const configuration = `CN=Configuration,${root}`;

/** A domain controller of the scripted forest, told by the name the client asks for in TLS. */
export interface ScriptedController {
  readonly namingContext: string;
  readonly isGlobalCatalogue?: boolean;
  /** DN of a group of its own domain → `groupType`. */
  readonly groups?: Readonly<Record<string, string>>;
  /** The host of the forest's CA, whose computer account is in `emea`; `denied` = the account may not search for it. */
  readonly authorityHost?: string;
  /** Refuses every sign-in. */
  readonly refuses?: boolean;
}

/** Names of all controllers, by host. */
export type ScriptedForest = Readonly<Record<string, ScriptedController>>;

/** A forest of two domains whose controllers all listen on one port; `sites` may name other hosts than those that answer. */
export function forestServer(
  identity: KeyAndCertificate,
  forest: ScriptedForest,
  sites: Readonly<Record<string, string>>,
  port?: number,
): Promise<TestServer> {
  return tlsServer(
    identity,
    (socket) => {
      const name = socket instanceof TLSSocket ? socket.servername : false;
      const controller = forest[String(name)];
      if (controller === undefined) socket.destroy();
      else serveLdap(socket, (request) => answer(request, String(name), controller, sites));
    },
    port === undefined ? {} : { port },
  );
}

function answer(
  request: LdapRequest,
  host: string,
  controller: ScriptedController,
  sites: Readonly<Record<string, string>>,
): readonly Buffer[] {
  const { id, operation, strings, attributes, bytes } = request;
  if (operation === 'bind') return [result(id, 'bind', controller.refuses === true ? 49 : 0)];
  if (operation !== 'search') return [];
  const base = strings[0] ?? '';
  const done = result(id, 'search', 0, { cookie: '' });
  if (base === '') return [rootDse(id, host, controller), done];
  if (base.startsWith('CN=Partitions')) return [...partitions(id), done];
  if (base === `CN=Sites,${configuration}`) return [...sitesOf(id, sites), done];
  if (base === `CN=Enrollment Services,${publicKeyServices}` && bytes.includes('dNSHostName') && !isSecured(request))
    return authorities(id, base, controller);
  if (bytes.includes(`HOST/${controller.authorityHost}`))
    return controller.namingContext === emea ? [authorityComputer(id, controller), done] : [done];
  const groupType = controller.groups?.[base];
  if (groupType !== undefined) return [entry(id, base, { objectClass: ['group'], groupType: [groupType] }), done];
  if (bytes.includes('groupType')) return [result(id, 'search', 10, { referrals: ['ldap://elsewhere.test/'] })];
  if (attributes.includes('userPrincipalName')) return [user(id, controller), done];
  if (attributes.length === 1) return [entry(id, base, { objectClass: ['container'] }), done];
  return [done];
}

const rootDse = (id: number, host: string, { namingContext, isGlobalCatalogue }: ScriptedController): Buffer =>
  entry(id, '', {
    dnsHostName: [host],
    defaultNamingContext: [namingContext],
    configurationNamingContext: [configuration],
    schemaNamingContext: [`CN=Schema,${configuration}`],
    rootDomainNamingContext: [root],
    isGlobalCatalogReady: [isGlobalCatalogue === false ? 'FALSE' : 'TRUE'],
  });

function partitions(id: number): readonly Buffer[] {
  const crossRef = (name: string, dns: string, dn: string): Buffer =>
    entry(id, `CN=${name},CN=Partitions,${configuration}`, {
      objectClass: ['top', 'crossRef'],
      dnsRoot: [dns],
      nETBIOSName: [name],
      nCName: [dn],
      systemFlags: ['3'],
    });
  return [
    entry(id, `CN=Partitions,${configuration}`, { objectClass: ['crossRefContainer'], 'msDS-Behavior-Version': ['7'] }),
    crossRef('CONTOSO', 'contoso.test', root),
    crossRef('EMEA', 'emea.contoso.test', emea),
  ];
}

/** `sites`: host name → naming context of its domain; all in one site. */
function sitesOf(id: number, sites: Readonly<Record<string, string>>): readonly Buffer[] {
  const container = `CN=Sites,${configuration}`;
  const site = `CN=Berlin,${container}`;
  return [
    entry(id, container, { objectClass: ['sitesContainer'] }),
    entry(id, site, { objectClass: ['site'] }),
    ...Object.entries(sites).flatMap(([host, namingContext]) => {
      const name = host.split('.')[0] ?? host;
      const dn = `CN=${name},CN=Servers,${site}`;
      return [
        entry(id, dn, {
          objectClass: ['server'],
          dNSHostName: [host],
          serverReference: [`CN=${name},OU=Domain Controllers,${namingContext}`],
        }),
        entry(id, `CN=NTDS Settings,${dn}`, { objectClass: ['nTDSDSA'], options: ['1'] }),
      ];
    }),
  ];
}

const publicKeyServices = `CN=Public Key Services,CN=Services,${configuration}`;
const isSecured = ({ attributes }: LdapRequest): boolean => attributes.includes('nTSecurityDescriptor');

function authorities(id: number, base: string, { authorityHost }: ScriptedController): readonly Buffer[] {
  if (authorityHost === 'denied') return [result(id, 'search', 50)];
  const objects = [
    entry(id, base, { objectClass: ['container'] }),
    ...(authorityHost === undefined
      ? []
      : [entry(id, `CN=CA 1,${base}`, { objectClass: ['pKIEnrollmentService'], dNSHostName: [authorityHost] })]),
  ];
  return [...objects, result(id, 'search', 0, { cookie: '' })];
}

const authorityComputer = (id: number, { authorityHost = '' }: ScriptedController): Buffer =>
  entry(id, `CN=CA01,OU=Süd,${emea}`, {
    objectClass: ['top', 'user', 'computer'],
    objectCategory: [`CN=Computer,CN=Schema,${configuration}`],
    dNSHostName: [authorityHost.toUpperCase()],
  });

const user = (id: number, { namingContext }: ScriptedController): Buffer =>
  entry(id, `CN=someone,CN=Users,${namingContext}`, {
    objectClass: ['top', 'person', 'user'],
    objectCategory: [`CN=Person,CN=Schema,${configuration}`],
    objectSid: [Buffer.from('0105000000000005150000000102030405060708090a0b0c51040000', 'hex')],
    objectGUID: [Buffer.alloc(16, 7)],
    sAMAccountName: ['someone'],
    userPrincipalName: ['someone@contoso.com'],
    userAccountControl: ['512'],
  });
