import { collectorDescriptions, resultNameOf, scriptOf } from '../../../src-shared/collectors/collector-roles';
import type { WantedCollector } from '../../../src-shared/model/collector-request';
import type { EngagementDetails } from '../../../src-shared/model/plan';
import { printable } from '../../../src-shared/model/printable';

/** Lies beside the scripts. */
export const coverNoteName = 'READ ME FIRST.txt';

/** Characters of a line, so that every editor shows it whole. */
const width = 88;

interface CoverNote {
  readonly details: EngagementDetails;
  readonly wanted: readonly WantedCollector[];
  readonly askedAt: Date;
}

/**
 * What the customer's administrator reads before running anything: who asks, what each script does and does not do, how to run it, and what to send back.
 * Plain text for any editor; lines end as Windows wants them.
 */
export function coverNote({ details, wanted, askedAt }: CoverNote): string {
  const customer = printable(details.customer, 200);
  const consultant = printable(details.consultant, 200);
  const lines = [
    `Collectors of Hello Preflight${customer === '' ? '' : ` for ${customer}`}`,
    `Asked for ${consultant === '' ? 'on' : `by ${consultant} on`} ${askedAt.toISOString().slice(0, 10)}`,
    '',
    ...wrapped(
      'These scripts read what is needed to judge whether Windows Hello for Business with hybrid certificate trust can be deployed. They change nothing, send nothing and load nothing from the internet. Each writes one JSON file of readable text next to itself. You may read the scripts before, and the files before you hand them on.',
    ),
    '',
    ...wrapped(
      'A script needs the rights named below for all it can read. With fewer rights it reads less: what is denied is noted in the file, and nothing breaks.',
    ),
    '',
    'HOW TO RUN ONE',
    '',
    '  1. Copy the script to the machine, into a folder of its own.',
    '  2. Open Windows PowerShell (64-bit) there, "as administrator" where named below.',
    '  3. Type, with the name of the script:',
    '',
    '       Unblock-File .\\NAME.ps1',
    '       powershell -ExecutionPolicy RemoteSigned -File .\\NAME.ps1',
    '',
    ...wanted.flatMap(section),
    'WHAT TO SEND BACK',
    '',
    ...wrapped(
      'The JSON files as they are, in one zip, by a way that suits confidential papers: they hold names of accounts, servers and certificates, but no passwords and no keys.',
    ),
    '',
    ...wrapped(`Questions: ${consultant === '' ? 'the consultant who sent you this' : consultant}.`),
    '',
  ];
  return lines.join('\r\n');
}

function section({ role, hosts }: WantedCollector): readonly string[] {
  const { title, runOn, reads, doesNotRead, items, expectedSize, remark } = collectorDescriptions[role];
  const rights = [...new Set(items.map(({ right }) => right))];
  return [
    `${scriptOf(role).toUpperCase()} - ${title}`,
    '',
    ...named('Run it on', hosts.length === 0 ? runOn : hosts.map((host) => printable(host, 255)).join(', ')),
    ...named('Rights', rights.join('; ')),
    ...named('It reads', reads),
    ...named('It does not read', doesNotRead),
    ...(remark === undefined ? [] : named('Note', remark)),
    ...named('It writes', `${resultNameOf(role, 'MACHINE')}, ${expectedSize}`),
    '',
  ];
}

const named = (name: string, text: string): readonly string[] => wrapped(`${name}: ${text}`, '  ', '      ');

/** Words on lines of at most {@link width} characters; a longer word has a line of its own. */
function wrapped(text: string, first = '', next = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/u)) {
    const isStart = line.trim() === '';
    if (!isStart && line.length + word.length + 1 > width) {
      lines.push(line);
      line = `${next}${word}`;
    } else line = isStart ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
