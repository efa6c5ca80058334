import { parseArgs } from 'node:util';
import { AppError } from '../../src-shared/model/error';
import { type Severity, severities } from '../../src-shared/model/outcome';
import {
  type Paper,
  papers,
  type ReportFormat,
  type ReportOptions,
  reportFormats,
  reportProfiles,
} from '../report/report-options';

export const commands = ['assess', 'import', 'report', 'compare', 'catalogue', 'collectors'] as const;
export type CommandName = (typeof commands)[number];

/** What a command writes besides the engagement file. */
export type OutputOptions = Omit<ReportOptions, 'paper'> & { readonly [F in ReportFormat]?: string } & {
  /** The report profile's, else A4, when absent. */
  readonly paper?: Paper;
  /** Path of a report profile, or its name in the settings. */
  readonly brandingFile?: string;
  readonly redact: boolean;
  /** Notes and pictures beside the findings; with `redact` pictures are left out. */
  readonly notes?: boolean;
  /** One finding instead of all. */
  readonly checkId?: string;
};

/** What `catalogue` prints instead of a list to read. */
const catalogueParts = ['json', 'plan-schema', 'report-schema', 'delta-schema'] as const;

export type Command =
  | {
      readonly name: 'assess';
      readonly plan: string;
      readonly engagement: string;
      readonly outputs: OutputOptions;
      readonly failOn?: Severity;
      readonly quiet: boolean;
    }
  | { readonly name: 'import'; readonly engagement: string; readonly paths: readonly string[]; readonly quiet: boolean }
  | { readonly name: 'report'; readonly engagement: string; readonly outputs: OutputOptions; readonly quiet: boolean }
  | {
      readonly name: 'compare';
      readonly engagement: string;
      readonly with: string;
      readonly outputs: OutputOptions;
      readonly quiet: boolean;
    }
  | { readonly name: 'catalogue'; readonly prints: (typeof catalogueParts)[number] | 'list' }
  | { readonly name: 'collectors'; readonly to: string };

export const usage = `Usage:
  hello-preflight assess --plan plan.json --engagement out.preflight [--pdf out.pdf] [--docx out.docx] [--xlsx out.xlsx]
                         [--csv FOLDER] [--html out.html] [--json out.json] [--paper A4|Letter]
                         [--profile technical|executive] [--report-profile FILE|NAME] [--notes] [--redact]
                         [--fail-on blocker|high|medium|low] [--quiet]
  hello-preflight import --engagement file.preflight PATH… [--quiet]
  hello-preflight report --engagement file.preflight [--pdf out.pdf] [--docx out.docx] [--xlsx out.xlsx] [--csv FOLDER]
                         [--html out.html] [--json out.json] [--paper A4|Letter] [--profile technical|executive]
                         [--report-profile FILE|NAME] [--notes] [--redact] [--check PKI-010] [--quiet]
  hello-preflight compare --engagement new.preflight --with old.preflight [--pdf out.pdf] [--docx out.docx]
                         [--xlsx out.xlsx] [--csv FOLDER] [--html out.html] [--json out.json] [--paper A4|Letter]
                         [--report-profile FILE|NAME] [--redact] [--quiet]
  hello-preflight catalogue [--json | --plan-schema | --report-schema | --delta-schema]
  hello-preflight collectors --to FOLDER

The passphrase of the engagement is read from HELLO_PREFLIGHT_PASSPHRASE or from the first line of standard input;
the older one of compare may have its own in HELLO_PREFLIGHT_WITH_PASSPHRASE.
--redact leaves pictures out and replaces names of the customer; nicknames stay: read the report before you share it.
A report profile is a file, or the name of one in the settings of the app.
With SOURCE_DATE_EPOCH (seconds since 1970) as the time of the report, the same engagement gives the same files.
Exit codes: 0 done, 1 internal error, 2 bad usage or plan, 3 nothing could be collected, 4 cancelled, 10 --fail-on met.`;

/** The command named in a command line, if it names one. */
function commandNameOf(argv: readonly string[]): CommandName | undefined {
  return commands.find((name) => name === argv[0]);
}

/**
 * Whether somebody means the command line, be it with a command that does not exist. The app opens its window without arguments, with switches for Chromium, and
 * with an engagement, as the desktop starts it for a file.
 */
export function isCommandLine([first]: readonly string[]): boolean {
  if (first === undefined || first === '' || first.toLowerCase().endsWith('.preflight')) return false;
  return !first.startsWith('-') || asksForUsage([first]);
}

/** Whether somebody asks how the command line is used. */
export const asksForUsage = ([first]: readonly string[]): boolean =>
  first === 'help' || first === '--help' || first === '-h';

const options = {
  plan: { type: 'string' },
  engagement: { type: 'string' },
  json: { type: 'string' },
  pdf: { type: 'string' },
  html: { type: 'string' },
  docx: { type: 'string' },
  xlsx: { type: 'string' },
  csv: { type: 'string' },
  paper: { type: 'string' },
  profile: { type: 'string' },
  'report-profile': { type: 'string' },
  redact: { type: 'boolean' },
  check: { type: 'string' },
  'fail-on': { type: 'string' },
  quiet: { type: 'boolean' },
  notes: { type: 'boolean' },
  to: { type: 'string' },
  with: { type: 'string' },
} as const;

type OptionName = keyof typeof options;

/** How reports look and what they hold. */
const looks = ['paper', 'profile', 'report-profile', 'notes', 'redact'] as const;

const optionsOf: Readonly<Record<Exclude<CommandName, 'catalogue'>, readonly OptionName[]>> = {
  assess: [...(['plan', 'engagement', 'fail-on', 'quiet'] as const), ...reportFormats, ...looks],
  import: ['engagement', 'quiet'],
  report: [...(['engagement', 'check', 'quiet'] as const), ...reportFormats, ...looks],
  compare: [...(['engagement', 'with', 'paper', 'report-profile', 'redact', 'quiet'] as const), ...reportFormats],
  collectors: ['to'],
};

/** Reads a command line; throws an {@link AppError} `bad-usage` with a sentence. */
export function parseCommand(argv: readonly string[]): Command {
  const name = commandNameOf(argv);
  if (name === undefined) throw badUsage(`Unknown command "${argv[0] ?? ''}".`);
  if (name === 'catalogue') return parseCatalogue(argv.slice(1));
  const { values, positionals } = parseStrictly(argv.slice(1), optionsOf[name]);
  if (name === 'collectors') {
    if (positionals.length > 0) throw badUsage(`Unexpected argument "${positionals[0] ?? ''}".`);
    return { name, to: required(values.to, '--to') };
  }
  const engagement = required(values.engagement, '--engagement');
  const quiet = values.quiet === true;
  if (name === 'import') {
    if (positionals.length === 0) throw badUsage('import needs at least one file or folder.');
    return { name, engagement, paths: positionals, quiet };
  }
  if (positionals.length > 0) throw badUsage(`Unexpected argument "${positionals[0] ?? ''}".`);
  const outputs = outputsOf(values);
  if (name === 'compare') return { name, engagement, with: required(values.with, '--with'), outputs, quiet };
  if (name === 'report') {
    if (reportFormats.every((format) => outputs[format] === undefined))
      throw badUsage(`report needs one of ${reportFormats.map((format) => `--${format}`).join(', ')}.`);
    return { name, engagement, outputs, quiet };
  }
  const failOn = values['fail-on'] === undefined ? {} : { failOn: oneOf(severities, values['fail-on'], '--fail-on') };
  return { name, plan: required(values.plan, '--plan'), engagement, outputs, quiet, ...failOn };
}

type Values = { readonly [K in OptionName]?: (typeof options)[K]['type'] extends 'boolean' ? boolean : string };

function parseStrictly(
  args: readonly string[],
  allowed: readonly OptionName[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const extra = (Object.keys(values) as OptionName[]).find((option) => !allowed.includes(option));
    if (extra !== undefined) throw new Error(`--${extra} does not belong to this command.`);
    return { values, positionals };
  } catch (error) {
    throw badUsage(error instanceof Error ? error.message : String(error));
  }
}

function parseCatalogue(args: readonly string[]): Command {
  const wanted = catalogueParts.filter((part) => args.includes(`--${part}`));
  const unknown = args.find((argument) => !catalogueParts.some((part) => argument === `--${part}`));
  if (unknown !== undefined) throw badUsage(`Unexpected argument "${unknown}".`);
  const [prints = 'list', other] = wanted;
  if (other !== undefined) throw badUsage('catalogue prints one thing at a time.');
  return { name: 'catalogue', prints };
}

function outputsOf(values: Values): OutputOptions {
  return {
    ...Object.fromEntries(
      reportFormats.flatMap((format) => (values[format] === undefined ? [] : [[format, values[format]]])),
    ),
    ...(values.paper === undefined ? {} : { paper: oneOf(papers, values.paper, '--paper') }),
    profile: oneOf(reportProfiles, values.profile ?? 'technical', '--profile'),
    ...(values['report-profile'] === undefined ? {} : { brandingFile: values['report-profile'] }),
    redact: values.redact === true,
    ...(values.notes === true ? { notes: true } : {}),
    ...(values.check === undefined ? {} : { checkId: checkIdOf(values.check) }),
  };
}

function checkIdOf(value: string): string {
  if (/^[A-Z]{2,3}-\d{3}$/u.test(value)) return value;
  throw badUsage('--check must be the id of a check, like PKI-010.');
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw badUsage(`${option} must be one of ${allowed.join(', ')}.`);
  return found;
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw badUsage(`${option} is missing.`);
  return value;
}

const badUsage = (message: string): AppError => new AppError('bad-usage', message, usage);
