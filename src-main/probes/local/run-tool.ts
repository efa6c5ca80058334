import { spawn } from 'node:child_process';
import { win32 } from 'node:path';
import { ProbeFailure } from '../../engine/probe';
import { throwIfAborted } from '../net/network-failure';

/** What is asked of the computer itself, and how much of an answer is taken. */
export interface ToolCall {
  /** Folder of the system's own tools; nothing is looked up along a path. */
  readonly folder: string;
  /** `reg.exe` */
  readonly tool: string;
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  /** Milliseconds after which the tool is ended. */
  readonly deadline: number;
  /** Bytes of output above which the tool is ended. */
  readonly limit: number;
}

export interface ToolAnswer {
  /** Exit code; Windows tools give the number of a system error in it. */
  readonly code: number;
  readonly output: Buffer;
}

/**
 * Runs a tool without a shell, a window or input, and gives what it printed. Any exit code is an answer.
 * @throws ProbeFailure `tool-missing`, `tool-timed-out`, `tool-too-much`, `cancelled`, `deadline`
 */
export async function runTool(call: ToolCall): Promise<ToolAnswer> {
  throwIfAborted(call.signal);
  const chunks: Buffer[] = [];
  let size = 0;
  let end: 'timed-out' | 'too-much' | 'aborted' | undefined;
  const code = await new Promise<number | undefined>((resolve) => {
    const child = spawn(pathOf(call), call.args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      shell: false,
    });
    const stop = (why: NonNullable<typeof end>): void => {
      end ??= why;
      child.kill('SIGKILL');
      // What the tool started may hold its output open; nobody waits for that.
      child.stdout.destroy();
    };
    const timer = setTimeout(() => stop('timed-out'), call.deadline);
    const onAbort = (): void => stop('aborted');
    call.signal.addEventListener('abort', onAbort, { once: true });
    const finish = (found: number | undefined): void => {
      clearTimeout(timer);
      call.signal.removeEventListener('abort', onAbort);
      resolve(found);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > call.limit) stop('too-much');
      else chunks.push(chunk);
    });
    child.once('error', () => finish(undefined));
    child.once('close', (found) => finish(found ?? -1));
  });
  throwIfAborted(call.signal);
  if (end === 'timed-out') throw failed(call, 'tool-timed-out', 'did not finish in time');
  if (end === 'too-much') throw failed(call, 'tool-too-much', 'printed more than is taken');
  if (code === undefined) throw failed(call, 'tool-missing', 'could not be started');
  return { code, output: Buffer.concat(chunks) };
}

const pathOf = ({ folder, tool }: ToolCall): string =>
  folder.includes('\\') ? win32.join(folder, tool) : `${folder}/${tool}`;

const failed = ({ tool, args }: ToolCall, code: string, what: string): ProbeFailure =>
  new ProbeFailure({
    reason: code === 'tool-missing' ? 'not-collected' : 'unreadable',
    code,
    message: `${tool} ${args.slice(0, 2).join(' ')} ${what} on this computer.`,
    next: 'Read the incomplete targets again, or run the collector client.ps1 on this computer and import its file.',
  });
