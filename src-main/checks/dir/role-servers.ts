import type { DirectoryServer } from '../../../src-shared/model/evidence/forest';
import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { judgeServerRelease } from '../../evidence/derived/server-support';
import type { Verdict } from '../../evidence/derived/verdict';
import type { Collected } from '../define-check';
import type { JudgedObject } from '../result';
import { countOf, listed } from '../wording';

export interface ServerInputs {
  readonly 'ad.domain-controllers': Collected<'ad.domain-controllers'>;
  readonly 'ad.servers': Collected<'ad.servers'>;
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
  readonly 'ad.service-accounts': Collected<'ad.service-accounts'>;
  readonly 'ad.partitions': Collected<'ad.partitions'>;
}

type Server = DirectoryServer & { readonly evidenceId: string };
const day = 24 * 3_600_000;
/** A server that did not sign in for so long is gone; its last sign-in is told up to 14 days late. */
const goneDays = 90 + 14;

/** Servers whose role AD tells – domain controllers, CAs, Entra Connect – one by one, and all others as possible hosts of the roles it does not tell. */
export function judgeServers(inputs: ServerInputs, scope: Scope, now: Date): readonly JudgedObject[] {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const controllers = inputs['ad.domain-controllers'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ id, data }) => data.controllers.map((controller) => ({ ...controller, evidenceId: id })));
  const servers = serversInUse(inputs['ad.servers'], domains.includes);
  const isController = (host: string | undefined): boolean =>
    controllers.some(({ dnsHostName }) => isHost(dnsHostName, host));
  const members = servers.filter(({ dnsHostName }) => !isController(dnsHostName));
  const told = members.flatMap((server) => {
    const role = roleOf(server, inputs);
    return role === undefined ? [] : [{ server, role }];
  });
  const untold = members.filter((server) => !told.some((one) => one.server === server));
  return [
    ...controllers.map(
      ({ objectGuid, dnsHostName, build, evidenceId }): JudgedObject => ({
        id: objectGuid,
        kind: 'domain-controller',
        name: dnsHostName,
        evidenceId,
        locate: dnsHostName,
        ...withRole(judgeServerRelease(build, 'other', now), 'Domain controller'),
      }),
    ),
    ...told.map(
      ({ server, role }): JudgedObject => ({
        id: server.objectGuid ?? server.objectSid,
        kind: 'computer',
        name: server.dnsHostName ?? server.name,
        evidenceId: server.evidenceId,
        locate: server.name,
        ...withRole(judgeServerRelease(server.build, 'other', now), role),
      }),
    ),
    ...authoritiesElsewhere(inputs, servers, isController),
    judgeUntold(untold, scope, now),
  ];
}

const withRole = ({ note, ...verdict }: Verdict, role: string): Verdict => ({ ...verdict, note: `${role}: ${note}` });

const serversInUse = (lists: Collected<'ad.servers'>, includes: (domain: string) => boolean): readonly Server[] =>
  lists.records
    .filter(({ target }) => includes(target))
    .flatMap(({ id, collectedAt, data }) =>
      data.servers
        .filter(
          ({ enabled, lastLogon }) =>
            enabled && Date.parse(collectedAt) - Date.parse(lastLogon ?? collectedAt) <= goneDays * day,
        )
        .map((server) => ({ ...server, evidenceId: id })),
    );

/** Names that are not there are not the same. */
const isHost = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && isSameHost(one, other);

/** What AD tells of the role of a member server. */
function roleOf({ name, dnsHostName }: Server, inputs: ServerInputs): string | undefined {
  const authorities = inputs['ad.certification-authorities'].records.flatMap(({ data }) => data.authorities);
  if (authorities.some((authority) => isHost(authority.dnsHostName, dnsHostName))) return 'CA';
  // Setting Entra Connect up makes an account MSOL_… whose description names the server; the rest of the text depends on nothing we know.
  const connectors = inputs['ad.service-accounts'].records
    .flatMap(({ data }) => data.accounts)
    .filter(({ samAccountName }) => /^msol_/iu.test(samAccountName));
  const isNamed = ({ description = '' }: { readonly description?: string }): boolean =>
    description
      .toLowerCase()
      .split(/[\s,;.]+/u)
      .includes(name.toLowerCase());
  return connectors.some(isNamed) ? 'Entra Connect' : undefined;
}

/** CAs whose host is no server that was read. */
function authoritiesElsewhere(
  inputs: ServerInputs,
  servers: readonly Server[],
  isController: (host: string | undefined) => boolean,
): readonly JudgedObject[] {
  return inputs['ad.certification-authorities'].records.flatMap(({ id, data }) =>
    data.authorities.flatMap(({ name, dnsHostName, objectGuid, distinguishedName }): readonly JudgedObject[] => {
      const isRead = servers.some((server) => isHost(server.dnsHostName, dnsHostName));
      if (isRead || isController(dnsHostName)) return [];
      const note =
        dnsHostName === undefined
          ? 'The CA names no host.'
          : `Its host ${normalHostName(dnsHostName)} is no server account in use that was read.`;
      return [
        {
          id: objectGuid ?? distinguishedName.toLowerCase(),
          kind: 'certification-authority',
          name,
          outcome: 'unknown',
          reason: 'not-collected',
          note,
          evidenceId: id,
        },
      ];
    }),
  );
}

/** AD FS, NDES and others run on servers AD does not tell: when all that may be it are in order, so are these roles. */
function judgeUntold(servers: readonly Server[], { registrationAuthority }: Scope, now: Date): JudgedObject {
  const role = registrationAuthority.hybridJoined === 'adfs' ? 'adfs' : 'other';
  const title = role === 'adfs' ? 'AD FS and other roles' : 'other roles';
  const object = { id: 'role:not-told', kind: 'computer', name: `servers of ${title}` } as const;
  if (servers.length === 0)
    return {
      ...object,
      outcome: 'unknown',
      reason: 'not-collected',
      note: `No member server was seen, so the hosts of ${title} are not known.`,
    };
  const odd = servers.flatMap(({ name, build }) => {
    const { outcome, note } = judgeServerRelease(build, role, now);
    return outcome === 'pass' ? [] : [`${name} (${note.replace(/\.$/u, '')})`];
  });
  return odd.length === 0
    ? { ...object, outcome: 'pass', note: `All ${servers.length} member servers that may have a role are in scope.` }
    : {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: `${odd.length} of ${countOf(servers.length, 'member server')} would be outside the scope: ${listed(odd)}. AD does not tell which of them run ${title}.`,
      };
}
