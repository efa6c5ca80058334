import { constants, type Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { SysvolSource } from '../../../src-shared/model/plan';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { centralStoreDraft } from '../../evidence/central-store';
import { guidFromText } from '../../evidence/guid';
import {
  type PolicyFile,
  policyPreferencesDraft,
  policyRegistryDraft,
  type UnreadFile,
} from '../../evidence/policy-folder';
import { type PolicyPart, policyPartPaths } from '../../evidence/policy-place';
import { registryPolLimit } from '../../evidence/registry-pol';

interface SysvolTarget extends ProbeTarget {
  readonly source: SysvolSource;
}

const folderLimit = 20_000;
const languageLimit = 200;
const uncHost = /^\\\\([^\\/?.][^\\/]*)\\/u;

/** Reads the registry settings and preferences of every policy folder in a SYSVOL tree and its central store, over the file system of the signed-in user. */
const sysvolProbe: Probe<SysvolTarget> = {
  id: 'sysvol',
  channel: 'smb',
  rights: 'Domain user (reads SYSVOL as the signed-in user)',
  deadline: 10 * 60_000,

  targets: ({ live }) =>
    live.sysvol.map((source) => ({
      id: `sysvol:${source.id}`,
      title: `${source.domain} (SYSVOL)`,
      hosts: hostsOf(source),
      source,
    })),

  contacts: ({ sysvol }) =>
    sysvol.flatMap((source) =>
      hostsOf(source).map((host) => ({
        host,
        port: 445,
        protocol: 'SMB',
        sends: 'Reads of registry.pol, gpt.ini, Registry.xml and Passport.admx as the signed-in user',
        rights: 'Domain user',
        purpose: `Read the group policy settings of ${source.domain}`,
      })),
    ),

  gives: ({ source }) =>
    (['policy.registry', 'policy.preferences', 'policy.central-store'] as const).map((kind) => ({
      kind,
      target: source.domain.toLowerCase(),
    })),

  async *collect({ source }, { signal, progress }) {
    const policies = await policiesFolder(source);
    const entries = await listed(policies, source);
    const folders = entries.filter((entry) => guidFromText(entry.name) !== undefined && entry.isDirectory());
    if (folders.length > folderLimit)
      throw failure(
        source,
        'unreadable',
        'sysvol-too-large',
        `${policies} has ${folders.length} policy folders; at most ${folderLimit} are read.`,
      );
    if (folders.length === 0)
      throw failure(
        source,
        'not-collected',
        'sysvol-empty',
        `${policies} has no policy folders; every domain has at least two.`,
      );
    yield await readCentralStore(policies, entries, source);
    for (const [index, folder] of folders.entries()) {
      signal.throwIfAborted();
      progress(`Reading policy ${folder.name}`, index);
      yield* readPolicy(join(policies, folder.name), folder.name, source);
    }
  },
};

export default sysvolProbe;

/** Only a path to another machine is contact with one. */
function hostsOf({ path }: SysvolSource): readonly string[] {
  const host = uncHost.exec(path)?.[1];
  return host === undefined ? [] : [host];
}

const advice = 'Check the path and that the signed-in user may read it, or import a copy of the folder Policies.';

const failure = (
  source: SysvolSource,
  reason: 'access-denied' | 'unreachable' | 'unreadable' | 'not-collected',
  code: string,
  message: string,
): ProbeFailure => new ProbeFailure({ reason, code, message: `SYSVOL of ${source.domain}: ${message}`, next: advice });

async function listed(folder: string, source: SysvolSource): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isDenied(error))
      throw failure(source, 'access-denied', 'sysvol-denied', `${folder} may not be read by the signed-in user.`);
    throw failure(source, 'unreachable', 'sysvol-unreachable', `${folder} cannot be reached (${codeOf(error)}).`);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
const isDenied = (error: unknown): boolean => ['EACCES', 'EPERM'].includes(codeOf(error));

/** The path itself when it is `Policies`, else the folder of that name in it or in the folder named after the domain. */
async function policiesFolder(source: SysvolSource): Promise<string> {
  if (/(?:^|[\\/])policies[\\/]?$/iu.test(source.path)) return source.path;
  const below = await listed(source.path, source);
  const policies = named(below, 'policies');
  if (policies !== undefined) return join(source.path, policies);
  const domain = named(below, source.domain);
  const inDomain =
    domain === undefined ? undefined : named(await listed(join(source.path, domain), source), 'policies');
  if (domain !== undefined && inDomain !== undefined) return join(source.path, domain, inDomain);
  throw failure(source, 'unreachable', 'sysvol-no-policies', `${source.path} has no folder Policies.`);
}

/** The name as the file system spells it. */
const named = (entries: readonly Dirent[], name: string): string | undefined =>
  entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.name;

/** Registry settings and preferences of one policy; both fail when its folder may not be read. */
async function* readPolicy(folder: string, name: string, source: SysvolSource): AsyncIterable<EvidenceDraft> {
  const policy = { domain: source.domain.toLowerCase(), guid: guidFromText(name) ?? '' };
  const location = { way: 'probe', by: 'sysvol', location: folder } as const;
  const contents = await contentsOf(folder);
  const files: Partial<Record<PolicyPart, PolicyFile | undefined>> = {};
  if (Array.isArray(contents)) {
    for (const [part, path] of Object.entries(policyPartPaths) as [PolicyPart, readonly string[]][])
      files[part] = await fileIn(folder, contents, path);
  } else {
    files.machine = contents;
    files.machinePreferences = contents;
  }
  yield policyRegistryDraft({ ...policy, files }, location);
  yield policyPreferencesDraft({ ...policy, files }, location);
}

/** The folder beside the policies from which administrators get their templates. */
async function readCentralStore(
  policies: string,
  entries: readonly Dirent[],
  source: SysvolSource,
): Promise<EvidenceDraft> {
  const domain = source.domain.toLowerCase();
  const name = named(entries, 'policydefinitions');
  const folder = join(policies, name ?? 'PolicyDefinitions');
  const location = { way: 'probe', by: 'sysvol', location: folder } as const;
  if (name === undefined) return centralStoreDraft({ domain, exists: false, languages: [] }, location);
  const contents = await contentsOf(folder);
  if (!Array.isArray(contents))
    return centralStoreDraft({ domain, exists: true, passport: contents, languages: [] }, location);
  const languages: string[] = [];
  for (const entry of contents.filter((candidate) => candidate.isDirectory()).slice(0, languageLimit)) {
    const texts = await contentsOf(join(folder, entry.name));
    if (Array.isArray(texts) && named(texts, 'passport.adml') !== undefined) languages.push(entry.name);
  }
  const passport = await fileIn(folder, contents, ['passport.admx']);
  return centralStoreDraft({ domain, exists: true, passport, languages }, location);
}

async function contentsOf(folder: string): Promise<Dirent[] | UnreadFile> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return unread(folder, error);
  }
}

const unread = (path: string, error: unknown): UnreadFile =>
  isDenied(error)
    ? { path, reason: 'access-denied', problem: 'The signed-in user may not read it.' }
    : { path, reason: 'unreadable', problem: `It cannot be read (${codeOf(error)}).` };

/** The file at a path whose names may be in any case; undefined when there is none. */
async function fileIn(
  folder: string,
  entries: readonly Dirent[],
  [name = '', ...rest]: readonly string[],
): Promise<PolicyFile | undefined> {
  const found = entries.find((entry) => entry.name.toLowerCase() === name);
  if (found === undefined) return undefined;
  const path = join(folder, found.name);
  if (rest.length === 0) return readPolicyFile(path, found);
  const contents = await contentsOf(path);
  return Array.isArray(contents) ? fileIn(path, contents, rest) : contents;
}

/** Links are not followed: they could lead out of SYSVOL. */
async function readPolicyFile(path: string, entry: Dirent): Promise<PolicyFile> {
  if (!entry.isFile())
    return { path, reason: 'unreadable', problem: 'It is a link or no ordinary file and was not followed.' };
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await handle.stat();
      if (size > registryPolLimit)
        return { path, reason: 'unreadable', problem: `It has ${size} bytes, more than a policy file may have.` };
      return { path, bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unread(path, error);
  }
}
