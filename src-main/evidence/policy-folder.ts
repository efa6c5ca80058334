import type { EvidenceDraft, EvidenceFailure, EvidenceSource } from '../../src-shared/model/evidence';
import type { GroupPolicyPreferences, GroupPolicyRegistry } from '../../src-shared/model/evidence/policy';
import { gptIniVersion } from './gpt-ini';
import type { PolicyPart } from './policy-place';
import { present } from './present';
import { decodeRegistryPol } from './registry-pol';
import { decodeRegistryPreferences } from './registry-preferences';

/** A file that is there but could not be read. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: 'access-denied' | 'unreadable';
  /** Sentence. */
  readonly problem: string;
}

/** A file of a policy folder that is there. */
export type PolicyFile = { readonly path: string; readonly bytes: Uint8Array } | UnreadFile;

/** The folder of one group policy object in SYSVOL, as far as it holds registry settings. */
export interface PolicyFolder {
  /** Lower case; empty when unknown. */
  readonly domain: string;
  /** Lower case, without braces. */
  readonly guid: string;
  readonly files: Readonly<Partial<Record<PolicyPart, PolicyFile | undefined>>>;
}

/** Target of a `policy.registry` record. */
export const policyTarget = (domain: string, guid: string): string =>
  `${domain === '' ? 'unknown-domain' : domain}/{${guid}}`;

/**
 * Turns a policy folder into evidence. A half whose registry.pol is damaged or denied makes the record `partial`, or `failed` when nothing could be read;
 * a half without the file is simply absent.
 */
export function policyRegistryDraft(folder: PolicyFolder, source: EvidenceSource): EvidenceDraft<'policy.registry'> {
  const { domain, guid, files } = folder;
  const machine = readPolicyFile(files.machine, decodeRegistryPol);
  const user = readPolicyFile(files.user, decodeRegistryPol);
  const data: GroupPolicyRegistry = {
    domain,
    guid,
    ...present({ machine: machine.content, user: user.content, version: versionOf(files.gptIni) }),
  };
  const draft = {
    kind: 'policy.registry',
    target: policyTarget(domain, guid),
    source,
    facts: (data.machine?.count ?? 0) + (data.user?.count ?? 0),
    notes: notesOf(folder),
  } as const;
  const failure = policyFileFailure([files.machine, files.user], [machine, user]);
  if (failure === undefined) return { ...draft, status: 'complete', data };
  const nothingRead = machine.content === undefined && user.content === undefined;
  return { ...draft, ...(nothingRead ? { status: 'failed' } : { status: 'partial', data }), failure };
}

/** Registry items of preferences, like {@link policyRegistryDraft}. A policy without such files has none. */
export function policyPreferencesDraft(
  folder: PolicyFolder,
  source: EvidenceSource,
): EvidenceDraft<'policy.preferences'> {
  const { domain, guid, files } = folder;
  const machine = readPolicyFile(files.machinePreferences, decodeRegistryPreferences);
  const user = readPolicyFile(files.userPreferences, decodeRegistryPreferences);
  const data: GroupPolicyPreferences = {
    domain,
    guid,
    machine: machine.content?.items ?? [],
    user: user.content?.items ?? [],
  };
  const draft = {
    kind: 'policy.preferences',
    target: policyTarget(domain, guid),
    source,
    facts: (machine.content?.count ?? 0) + (user.content?.count ?? 0),
    notes: notesOf(folder),
  } as const;
  const failure = policyFileFailure([files.machinePreferences, files.userPreferences], [machine, user]);
  if (failure === undefined) return { ...draft, status: 'complete', data };
  const nothingRead = machine.content === undefined && user.content === undefined;
  return { ...draft, ...(nothingRead ? { status: 'failed' } : { status: 'partial', data }), failure };
}

const notesOf = ({ domain }: PolicyFolder): readonly string[] =>
  domain === ''
    ? ['The path does not tell the domain of this policy; import it in a folder named after the domain.']
    : [];

/** What a file holds, or why it cannot be read (sentence); neither when there is no such file. */
export interface ReadFile<T> {
  readonly content?: T;
  readonly problem?: string;
}

export function readPolicyFile<T>(file: PolicyFile | undefined, decode: (bytes: Uint8Array) => T): ReadFile<T> {
  if (file === undefined) return {};
  if ('problem' in file) return { problem: `${file.path}: ${file.problem}` };
  try {
    return { content: decode(file.bytes) };
  } catch (error) {
    return { problem: `${file.path} cannot be read. ${error instanceof Error ? error.message : String(error)}.` };
  }
}

/** The failure of a record whose files have problems. */
export function policyFileFailure(
  files: readonly (PolicyFile | undefined)[],
  halves: readonly ReadFile<unknown>[],
): EvidenceFailure | undefined {
  const problems = halves.flatMap(({ problem }) => problem ?? []);
  if (problems.length === 0) return undefined;
  const denied = files.some((file) => file !== undefined && 'problem' in file && file.reason === 'access-denied');
  return {
    reason: denied ? 'access-denied' : 'unreadable',
    code: denied ? 'policy-file-denied' : 'policy-file-damaged',
    message: problems.join(' '),
    next: denied
      ? 'Read SYSVOL with an account that may read the policy, or export the folder as an administrator.'
      : 'Copy the file again from SYSVOL and import it.',
  };
}

const versionOf = (file: PolicyFile | undefined): number | undefined =>
  file !== undefined && 'bytes' in file ? gptIniVersion(file.bytes) : undefined;
