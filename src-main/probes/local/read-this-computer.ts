import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../../src-shared/model/evidence';
import { type ProbeContext, ProbeFailure } from '../../engine/probe';
import { dsregcmdLimit, parseDsregcmd } from '../../evidence/dsregcmd';
import { decodeText } from '../../evidence/text-decoding';
import type { LocalMachine } from './local-machine';
import { clientLogs, readEvents } from './read-events';
import { readRegistry, readSystem, type ToolPlace } from './read-registry';
import { type ReadStore, readMachineStore, readUserStore } from './read-stores';
import { runTool } from './run-tool';

/** Kinds and targets that a client gives, under the name it is known by. */
export const givenBy = (host: string): readonly { readonly kind: EvidenceKind; readonly target: string }[] => [
  { kind: 'client.dsregcmd', target: host },
  { kind: 'host.system', target: host },
  { kind: 'host.registry', target: host },
  ...clientLogs.map(({ log }) => ({ kind: 'host.events', target: `${host} ${log}` }) as const),
  { kind: 'host.certificates', target: `${host} machine` },
  { kind: 'host.certificates', target: `${host} user` },
];

/**
 * Reads this computer as a client, with the tools of Windows only; each part for itself, so that one that is denied leaves a failed record and the others go on.
 * @throws ProbeFailure `only-on-windows`, or when the run was cancelled
 */
export async function* readThisComputer(
  machine: LocalMachine,
  { signal, progress }: Pick<ProbeContext, 'signal' | 'progress'>,
): AsyncGenerator<EvidenceDraft> {
  if (machine.platform !== 'win32') throw new ProbeFailure(onlyOnWindows);
  const place: ToolPlace = { folder: machine.tools, signal };
  progress('Asking dsregcmd', 0);
  const { draft, host } = await readDsregcmd(machine, place);
  const notes = await standingOf(machine, place);
  yield { ...draft, notes: [...(draft.notes ?? []), ...notes] };
  progress('Reading the registry', 1);
  yield await part('host.system', host, 'registry', async () => {
    const data = await readSystem(host, place);
    return { status: 'complete', data, facts: Object.keys(data).length };
  });
  yield await part('host.registry', host, 'registry', async () => {
    const data = await readRegistry(host, place);
    return { status: 'complete', data, facts: data.values.length + data.absent.length };
  });
  for (const log of clientLogs) {
    progress(`Reading the log ${log.log}`, 3);
    yield await part('host.events', `${host} ${log.log}`, log.log, async () => {
      const { data, failure } = await readEvents(host, log, new Date(), place);
      const facts = data.events.length;
      return failure === undefined ? { status: 'complete', data, facts } : { status: 'partial', data, failure, facts };
    });
  }
  progress('Reading certificates', 6);
  yield await part('host.certificates', `${host} machine`, 'LocalMachine\\My', async () =>
    storeDraft(await readMachineStore(host, place)),
  );
  yield await part('host.certificates', `${host} user`, 'CurrentUser\\My', async () =>
    storeDraft(await readUserStore(host, machine.user, machine.settings)),
  );
}

const sourceAt = (location: string) => ({ way: 'probe', by: 'this-computer', location }) as const;

type PartOf<K extends EvidenceKind> = Pick<EvidenceDraft<K>, 'status' | 'data' | 'facts' | 'failure'>;

/** One record; what could not be read at all is told in it. */
async function part<K extends EvidenceKind>(
  kind: K,
  target: string,
  location: string,
  read: () => Promise<PartOf<K>>,
): Promise<EvidenceDraft> {
  const base = { kind, target, source: sourceAt(location) };
  try {
    // Kind and data belong together by the parameter, which the compiler cannot see in the union of drafts.
    return { ...base, ...(await read()) } as EvidenceDraft;
  } catch (error) {
    if (!(error instanceof ProbeFailure) || ['cancelled', 'deadline'].includes(error.failure.code)) throw error;
    return { ...base, status: 'failed', failure: error.failure, facts: 0 };
  }
}

/** The state of the device, and the name it goes by: that of its directory where it has one. */
async function readDsregcmd(
  { name }: LocalMachine,
  place: ToolPlace,
): Promise<{ readonly draft: EvidenceDraft; readonly host: string }> {
  const call = { ...place, tool: 'dsregcmd.exe', args: ['/status'], deadline: 60_000, limit: dsregcmdLimit };
  let host = name;
  const draft = await part('client.dsregcmd', name, 'dsregcmd /status', async () => {
    const { output } = await runTool(call);
    const { status, cutOff } = readStatus(output, name);
    host = status.deviceName;
    const facts = Object.keys(status.fields).length;
    return cutOff === undefined
      ? { status: 'complete', data: status, facts }
      : { status: 'partial', data: status, facts, failure: unreadableStatus(cutOff) };
  });
  return { draft: { ...draft, target: host }, host };
}

function readStatus(output: Buffer, name: string): ReturnType<typeof parseDsregcmd> {
  try {
    return parseDsregcmd(output, name);
  } catch (error) {
    throw new ProbeFailure(unreadableStatus(error instanceof Error ? error.message : String(error)));
  }
}

const unreadableStatus = (what: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'dsregcmd-unreadable',
  message: `The output of dsregcmd on this computer cannot be read: ${what.replace(/\.$/u, '')}.`,
  next: 'Run dsregcmd /status > file.txt as the user and import the file.',
});

/** Marks of an elevated process: the high and the system integrity level. */
const elevated = /\bS-1-16-(?:12288|16384)\b/u;

/** Whose state was read, and what other rights would add. */
async function standingOf({ user }: LocalMachine, place: ToolPlace): Promise<readonly string[]> {
  const call = { ...place, tool: 'whoami.exe', args: ['/groups', '/fo', 'csv', '/nh'] };
  const answer = await runTool({ ...call, deadline: 20_000, limit: 1024 * 1024 }).catch((error: unknown) => {
    if (error instanceof ProbeFailure && error.failure.code.startsWith('tool-')) return undefined;
    throw error;
  });
  if (answer === undefined || answer.code !== 0) return [`Read as ${user}; whether as an administrator is not known.`];
  return elevated.test(decodeText(answer.output))
    ? [
        `Read as ${user} with the rights of an administrator. State and certificates of the user are those of this account.`,
      ]
    : [
        `Read as ${user} without the rights of an administrator. With them, event logs closed to users could be read as well; state and certificates of the user would then be those of the administrator if that is another account.`,
      ];
}

function storeDraft({ data, incomplete }: ReadStore): PartOf<'host.certificates'> {
  const facts = data.certificates.length;
  if (incomplete === undefined) return { status: 'complete', data, facts };
  const failure: EvidenceFailure = {
    reason: 'unreadable',
    code: 'store-incomplete',
    message: incomplete,
    next: 'Look at the store with certlm.msc or certmgr.msc.',
  };
  return { status: 'partial', data, facts, failure };
}

const onlyOnWindows: EvidenceFailure = {
  reason: 'not-collected',
  code: 'only-on-windows',
  message: 'This computer does not run Windows, so it is no client that could be judged, and nothing of it was read.',
  next: 'Run the assessment on a pilot client, or run dsregcmd /status and the collector client.ps1 there and import the files.',
};
