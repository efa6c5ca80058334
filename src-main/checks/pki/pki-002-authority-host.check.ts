import type { DirectoryServer } from '../../../src-shared/model/evidence/forest';
import type { HostConnectivity } from '../../../src-shared/model/evidence/host';
import type { AuthorityHost } from '../../../src-shared/model/evidence/network';
import { outcomeRank } from '../../../src-shared/model/outcome';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { serverRelease } from '../../knowledge/server-builds';
import { type Collected, defineCheck, type EvidenceGap } from '../define-check';
import { type JudgedObject, judged, notApplicable, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { authorityObject, forestObject } from './pki-objects';

/** Build of Windows Server 2012, the floor of the old prerequisites (disagreement D16). */
const floor = 9200;
/** Build of Windows Server 2016, which template compatibility asks for. */
const current = 14393;

export default defineCheck({
  id: 'PKI-002',
  revision: 1,
  why: 'AD FS and domain controllers enrol over RPC: a CA that cannot be reached issues nothing, and an old release lacks template versions and fixes.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.certification-authorities', 'pki.authority-host?', 'ad.servers?', 'host.connectivity?'],
  evaluate(inputs, { scope }) {
    const lists = inputs['ad.certification-authorities'];
    const forests = forestsInScope(lists.records, scope);
    const servers = inputs['ad.servers'].records.flatMap(({ data }) => data.servers);
    const machines = inputs['host.connectivity'].records.map(({ data }) => data);
    const objects: readonly JudgedObject[] = [
      ...forests.records.flatMap(({ id, data }) =>
        data.authorities.map((authority) => ({
          ...authorityObject(authority, id),
          ...judgeHost(authority.dnsHostName, inputs['pki.authority-host'], servers, machines),
        })),
      ),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    if (objects.length === 0)
      return notApplicable({ summary: 'No enterprise CA is published, so there is no host to reach; see PKI-001.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'CA',
        fail: ['does not answer or runs on an unsupported release', 'do not answer or run on an unsupported release'],
        warning: ['runs on an ageing release', 'run on an ageing release'],
        fine: 'each host runs Windows Server 2016 or newer and can be reached. That a port is open does not prove that the CA service answers; `certutil -ping` on AD FS does.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note,
        expected: 'Windows Server 2016 or newer; TCP 135 open',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Move the CA to a supported release.',
    steps: [
      'Move the CA to a current release: back up the CA with its key and database, restore it on the new server under the same CA name.',
      'Let AD FS servers, domain controllers and administrators reach the CA over TCP 135, the dynamic RPC ports and 445.',
      'Start the service “Active Directory Certificate Services” and read its events when it does not stay up.',
    ],
    command: [
      'certutil -ping -config "ca01.contoso.com\\Contoso Issuing CA 1"',
      'Test-NetConnection ca01.contoso.com -Port 135',
      'Backup-CARoleService -Path C:\\CaBackup',
      'Get-Service -ComputerName ca01.contoso.com CertSvc',
    ].join('\n'),
    verify:
      '`certutil -ping` on the AD FS server is answered, and `(Get-ADComputer ca01 -Properties OperatingSystem).OperatingSystem` names the new release.',
    revert: 'Keep the former server switched off with its backup until the new one has issued for some weeks.',
    right: 'CA administrator and Administrators of the CA host; whoever runs the firewall',
  },
});

/** The worse of release and reachability; what is not known of one is told beside a fault of the other. */
function judgeHost(
  host: string,
  reachability: Collected<'pki.authority-host'>,
  servers: readonly DirectoryServer[],
  machines: readonly HostConnectivity[],
): Verdict {
  if (host === '')
    return { outcome: 'unknown', reason: 'unreadable', note: 'Active Directory names no host of this CA.' };
  const answer = reachability.records.find(({ target }) => isSameHost(target, host))?.data;
  const gap = reachability.gaps.find(({ target }) => isSameHost(target, host));
  const verdicts = [
    judgeRelease(servers.find(({ dnsHostName }) => dnsHostName !== undefined && isSameHost(dnsHostName, host))),
    judgePings(host, machines) ?? judgeReachability(host, answer, gap),
  ];
  const worst = verdicts.reduce((one, other) => (outcomeRank(other.outcome) < outcomeRank(one.outcome) ? other : one));
  return { ...worst, note: verdicts.map(({ note }) => note).join(' ') };
}

function judgeRelease(server: DirectoryServer | undefined): Verdict {
  if (server === undefined) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The computer account of the host was not read, so its release is not known.',
    };
  }
  const { build } = server;
  if (build === undefined)
    return { outcome: 'unknown', reason: 'unreadable', note: 'The account of the host does not tell its build.' };
  const name = serverRelease(build)?.name ?? `Build ${build}`;
  if (build < floor) return { outcome: 'fail', note: `${name} is older than Windows Server 2012.` };
  if (build < current) {
    return {
      outcome: 'warning',
      note: `${name} is out of support and cannot offer templates with the compatibility of Windows Server 2016.`,
    };
  }
  return { outcome: 'pass', note: `${name}.` };
}

/** `certutil -ping` from machines of the organisation tells more than a port seen from here; undefined = nobody tried. */
function judgePings(host: string, machines: readonly HostConnectivity[]): Verdict | undefined {
  const pings = machines.flatMap((machine) =>
    machine.attempts
      .filter(({ kind, target }) => kind === 'ca-ping' && isSameHost(target.split('\\', 1)[0] ?? '', host))
      .map(({ succeeded }) => ({ from: machine.host, succeeded })),
  );
  const [first] = pings;
  if (first === undefined) return undefined;
  const answered = pings.find(({ succeeded }) => succeeded);
  return answered === undefined
    ? { outcome: 'fail', note: `The CA did not answer certutil -ping from ${first.from}.` }
    : { outcome: 'pass', note: `The CA answered certutil -ping from ${answered.from}.` };
}

function judgeReachability(host: string, answer: AuthorityHost | undefined, gap: EvidenceGap | undefined): Verdict {
  if (answer === undefined) {
    return {
      outcome: 'unknown',
      reason: gap?.reason ?? 'not-collected',
      note: gap?.message ?? `Nobody has tried to reach ${normalHostName(host)}.`,
    };
  }
  switch (answer.rpcPort) {
    case 'open':
      return { outcome: 'pass', note: 'TCP 135 takes connections from this computer.' };
    case 'refused':
    case 'silent':
      // A firewall may let AD FS through and this computer not.
      return {
        outcome: 'unknown',
        reason: 'unreachable',
        note: `TCP 135 ${answer.rpcPort === 'refused' ? 'refused the connection' : 'did not answer'} from this computer; try it from AD FS, which a firewall may let through.`,
      };
  }
}
