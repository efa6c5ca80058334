import { assertNever } from './assert-never';
import type { CheckDescription } from './catalogue';
import type { FindingRow } from './finding';
import type { UnknownReason } from './outcome';

type Channel = CheckDescription['channels'][number];

/** Unknown findings that are found out the same way. */
export interface UnknownGroup {
  readonly title: string;
  readonly howToFindOut: string;
  readonly rows: readonly FindingRow[];
}

const byChannel: Readonly<Record<Channel, readonly [title: string, howToFindOut: string]>> = {
  L: ['AD was not read', 'Read a domain controller live, or import an LDIF export.'],
  H: ['AD FS was not read', 'Read the farm live, or import its discovery document and federation metadata.'],
  G: ['Entra ID was not read', 'Import saved Microsoft Graph responses.'],
  D: ['DNS was not read', 'Run again where the customer’s DNS answers.'],
  S: ['Group policy settings were not read', 'Read SYSVOL, or import a copy of its Policies folder.'],
  C: ['No client was read', 'Import dsregcmd /status texts of pilot clients.'],
  P: ['Needs an export from a server', 'Ask the administrator of the server for the export the finding names.'],
  A: ['Needs an answer from the customer', 'Ask whom the interview names, and note the answer there.'],
};

function byReason(reason: Exclude<UnknownReason, 'not-collected'>): readonly [title: string, howToFindOut: string] {
  switch (reason) {
    case 'access-denied':
      return ['Access was denied', 'Use an account with the right the finding names, then retry the failed targets.'];
    case 'unreachable':
      return [
        'A system did not answer',
        'Check name, port and firewall with “Test connection”, then retry the failed targets.',
      ];
    case 'stale':
      return ['The evidence is too old', 'Collect or export it again.'];
    case 'contradictory':
      return ['Two sources disagree', 'Look at both in the finding and remove the wrong one from the imports.'];
    case 'unreadable':
      return ['A file could not be read', 'Export it again in a form Sources describes.'];
    case 'check-error':
      return [
        'A check stopped',
        'This is a fault of the program; the log has the details. The other checks are not affected.',
      ];
    default:
      return assertNever(reason);
  }
}

/** Groups by what has to be done to know, the largest first. */
export function unknownGroups(
  rows: readonly FindingRow[],
  catalogue: ReadonlyMap<string, Pick<CheckDescription, 'channels'>>,
): UnknownGroup[] {
  const groups = new Map<string, UnknownGroup>();
  for (const row of rows) {
    if (row.outcome !== 'unknown') continue;
    const reason = row.unknownReason ?? 'not-collected';
    const [title, howToFindOut] =
      reason === 'not-collected' ? byChannel[catalogue.get(row.checkId)?.channels[0] ?? 'P'] : byReason(reason);
    groups.set(title, { title, howToFindOut, rows: [...(groups.get(title)?.rows ?? []), row] });
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}
