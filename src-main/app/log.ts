import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  /** `error` adds the stack of an exception. */
  readonly error: (message: string, error?: unknown) => void;
}

const sizeLimit = 1024 * 1024;
const keptFiles = 5;
const lineLimit = 8000;
/** Lines from before the folder is known. */
const early: string[] = [];
let currentFile: string | undefined;

/** From now on lines go to `hello-preflight.log` in this folder; five files of 1 MiB are kept. */
export function openLog(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  currentFile = join(folder, 'hello-preflight.log');
  for (const line of early.splice(0)) write(line);
}

/** The log of one area, e.g. `log('store')`. */
export function log(area: string): Log {
  const add = (level: LogLevel, message: string): void => write(format(level, area, message));
  return {
    debug: (message) => add('debug', message),
    info: (message) => add('info', message),
    warn: (message) => add('warn', message),
    error: (message, error) => add('error', error === undefined ? message : `${message}: ${describe(error)}`),
  };
}

function format(level: LogLevel, area: string, message: string): string {
  const line = redact(message.slice(0, lineLimit)).replaceAll('\r', '').replaceAll('\n', '\n    ');
  return `${new Date().toISOString()} ${level.padEnd(5)} ${area}: ${line}\n`;
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function write(line: string): void {
  if (currentFile === undefined) {
    if (early.length < 200) early.push(line);
    return;
  }
  try {
    rotate(currentFile);
    appendFileSync(currentFile, line, { mode: 0o600 });
  } catch {
    // A full or missing disk must not stop the work that wanted to be logged.
  }
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < sizeLimit) return;
  rmSync(`${file}.${keptFiles - 1}`, { force: true });
  for (let index = keptFiles - 2; index >= 0; index -= 1) {
    const from = index === 0 ? file : `${file}.${index}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${file}.${index + 1}`);
  }
}
