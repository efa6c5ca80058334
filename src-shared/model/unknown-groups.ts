import { assertNever } from './assert-never';
import type { CheckDescription } from './catalogue';
import type { FindingRow } from './finding';
import type { UnknownReason } from './outcome';

type Channel = CheckDescription['channels'][number];

type Evidence = Pick<CheckDescription, 'channels' | 'needs' | 'helps'>;

/** Unknown findings that are found out the same way. */
export interface UnknownGroup {
  readonly title: string;
  readonly howToFindOut: string;
  readonly rows: readonly FindingRow[];
}

/** A way to have evidence: what is said when more of it is needed, and the kinds it gives (whole, or by their beginning). */
interface Way {
  readonly title: string;
  readonly howToFindOut: string;
  readonly gives: readonly string[];
}

/** HTTP leads to three systems; which of them a check needs is told by its evidence alone. The first way stands for the channel where no evidence tells. */
const waysByChannel: Readonly<Record<Channel, readonly [Way, ...Way[]]>> = {
  L: [
    {
      title: 'Needs more from AD',
      howToFindOut: 'Read a domain controller live, or import an LDIF export.',
      gives: ['ad.'],
    },
  ],
  H: [
    {
      title: 'Needs more from AD FS',
      howToFindOut: 'Read the farm live, or import its discovery document and federation metadata.',
      gives: ['adfs.openid-configuration', 'adfs.federation-metadata', 'adfs.endpoints', 'adfs.tls'],
    },
    {
      title: 'Needs answers from Microsoft’s endpoints',
      howToFindOut: 'Let Microsoft’s public endpoints be asked, and run again from the network of the clients.',
      gives: ['entra.endpoint'],
    },
    {
      title: 'Needs answers from addresses of the PKI',
      howToFindOut: 'Let the addresses of CAs and in certificates be asked, or import the certificates and lists.',
      gives: ['pki.crl', 'pki.authority-information', 'pki.ocsp', 'pki.enrolment-endpoints', 'pki.authority-host'],
    },
  ],
  G: [
    {
      title: 'Needs more from Entra ID',
      howToFindOut: 'Read Microsoft Graph live, or import saved Microsoft Graph responses.',
      gives: ['entra.', 'intune.'],
    },
  ],
  D: [
    {
      title: 'Needs answers from DNS',
      howToFindOut: 'Run again where the customer’s DNS answers.',
      gives: ['dns.answer'],
    },
  ],
  S: [
    {
      title: 'Needs more group policy settings',
      howToFindOut: 'Read SYSVOL, or import a copy of its Policies folder.',
      gives: ['policy.', 'ad.group-policy'],
    },
  ],
  C: [
    {
      title: 'Needs more from clients',
      howToFindOut: 'Import dsregcmd /status texts of pilot clients.',
      gives: ['client.', 'host.', 'policy.resultant'],
    },
  ],
  P: [
    {
      title: 'Needs an export from a server',
      howToFindOut: 'Ask the administrator of the server for the export the finding names.',
      gives: ['adfs.', 'host.', 'ca.', 'connect.', 'ndes.', 'pki.dc-certificate', 'pki.certificate'],
    },
  ],
  A: [
    {
      title: 'Needs an answer from the customer',
      howToFindOut: 'Ask whom the interview names, and note the answer there.',
      gives: ['interview.answer'],
    },
  ],
};

/** No channel leads to a check that sums up others. */
const summedUp: Way = {
  title: 'Rests on other checks',
  howToFindOut: 'Settle the checks it sums up; it follows from them.',
  gives: [],
};

const allWays = Object.values(waysByChannel).flat();

const isOf = ({ gives }: Way, kind: string): boolean =>
  gives.some((given) => (given.endsWith('.') ? kind.startsWith(given) : kind === given));

/**
 * The first way among the check's channels that gives evidence it needs, else evidence that helps it. Nearly every check needs to know the directory, so that
 * alone never makes AD the way, unless the check is about AD first.
 */
function wayTo({ channels, needs = [], helps = [] }: Evidence): Way {
  const among = (ways: readonly Way[], kinds: readonly string[]): Way | undefined =>
    ways.find((way) => kinds.some((kind) => isOf(way, kind)));
  const own = channels.flatMap((channel) => [...waysByChannel[channel]]);
  const telling = own.filter((way, index) => index === 0 || !waysByChannel.L.includes(way));
  const [first] = channels;
  return (
    among(telling, needs) ??
    among(own, helps) ??
    among(allWays, needs) ??
    (first === undefined ? summedUp : waysByChannel[first][0])
  );
}

function byReason(reason: Exclude<UnknownReason, 'not-collected'>): Omit<UnknownGroup, 'rows'> {
  switch (reason) {
    case 'access-denied':
      return {
        title: 'Access was denied',
        howToFindOut: 'Use an account with the right the finding names, then read the incomplete targets again.',
      };
    case 'unreachable':
      return {
        title: 'A system did not answer',
        howToFindOut: 'Check name, port and firewall with “Test connection”, then read the incomplete targets again.',
      };
    case 'stale':
      return { title: 'The evidence is too old', howToFindOut: 'Collect or export it again.' };
    case 'contradictory':
      return {
        title: 'Two sources disagree',
        howToFindOut: 'Look at both in the finding and remove the wrong one from the imports.',
      };
    case 'unreadable':
      return { title: 'A file could not be read', howToFindOut: 'Export it again in a form Sources describes.' };
    case 'check-error':
      return {
        title: 'A check stopped',
        howToFindOut: 'This is a fault of the program; the log has the details. The other checks are not affected.',
      };
    default:
      return assertNever(reason);
  }
}

/** Groups by what has to be done to know, the largest first. */
export function unknownGroups(rows: readonly FindingRow[], catalogue: ReadonlyMap<string, Evidence>): UnknownGroup[] {
  const groups = new Map<string, UnknownGroup>();
  for (const row of rows) {
    if (row.outcome !== 'unknown') continue;
    const reason = row.unknownReason ?? 'not-collected';
    const { title, howToFindOut } =
      reason === 'not-collected' ? wayTo(catalogue.get(row.checkId) ?? { channels: ['P'] }) : byReason(reason);
    groups.set(title, { title, howToFindOut, rows: [...(groups.get(title)?.rows ?? []), row] });
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}
