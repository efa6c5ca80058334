import type { EvidenceDraft, EvidenceSource } from '../../src-shared/model/evidence';
import type { GroupPolicyRegistry } from '../../src-shared/model/evidence/policy';
import { gptIniVersion } from './gpt-ini';
import { guidFromText } from './guid';
import { present } from './present';
import { decodeRegistryPol, type RegistryPolicy } from './registry-pol';

/** A file that is there but could not be read. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: 'access-denied' | 'unreadable';
  /** Sentence. */
  readonly problem: string;
}

/** A file of a policy folder that is there. */
export type PolicyFile = { readonly path: string; readonly bytes: Uint8Array } | UnreadFile;

/** The folder of one group policy object in SYSVOL (MS-GPOL 2.2.4), as far as it holds registry settings. */
export interface PolicyFolder {
  /** Lower case; empty when unknown. */
  readonly domain: string;
  /** Lower case, without braces. */
  readonly guid: string;
  readonly machine?: PolicyFile | undefined;
  readonly user?: PolicyFile | undefined;
  readonly gptIni?: PolicyFile | undefined;
}

/** Target of a `policy.registry` record. */
export const policyTarget = (domain: string, guid: string): string =>
  `${domain === '' ? 'unknown-domain' : domain}/{${guid}}`;

/**
 * Turns a policy folder into evidence. A half whose registry.pol is damaged or denied makes the record `partial`, or `failed` when nothing could be read;
 * a half without the file is simply absent.
 */
export function policyRegistryDraft(folder: PolicyFolder, source: EvidenceSource): EvidenceDraft<'policy.registry'> {
  const machine = readHalf(folder.machine);
  const user = readHalf(folder.user);
  const problems = [machine.problem, user.problem].filter((problem) => problem !== undefined);
  const denied = [folder.machine, folder.user].some(
    (file) => file !== undefined && 'problem' in file && file.reason === 'access-denied',
  );
  const data: GroupPolicyRegistry = {
    domain: folder.domain,
    guid: folder.guid,
    ...present({ machine: machine.policy, user: user.policy, version: versionOf(folder.gptIni) }),
  };
  const nothingRead = machine.policy === undefined && user.policy === undefined;
  const draft = {
    kind: 'policy.registry',
    target: policyTarget(folder.domain, folder.guid),
    source,
    facts: factsOf(data),
  } as const;
  const notes =
    folder.domain === ''
      ? ['The path does not tell the domain of this policy; import it in a folder named after the domain.']
      : [];
  if (problems.length === 0) return { ...draft, status: 'complete', data, notes };
  return {
    ...draft,
    ...(nothingRead ? { status: 'failed' } : { status: 'partial', data }),
    failure: {
      reason: denied ? 'access-denied' : 'unreadable',
      code: denied ? 'policy-file-denied' : 'policy-file-damaged',
      message: problems.join(' '),
      next: denied
        ? 'Read SYSVOL with an account that may read the policy, or export the folder as an administrator.'
        : 'Copy the file again from SYSVOL and import it.',
    },
    notes,
  };
}

function readHalf(file: PolicyFile | undefined): { readonly policy?: RegistryPolicy; readonly problem?: string } {
  if (file === undefined) return {};
  if ('problem' in file) return { problem: `${file.path}: ${file.problem}` };
  try {
    return { policy: decodeRegistryPol(file.bytes) };
  } catch (error) {
    return { problem: `${file.path} cannot be read. ${error instanceof Error ? error.message : String(error)}.` };
  }
}

const versionOf = (file: PolicyFile | undefined): number | undefined =>
  file !== undefined && 'bytes' in file ? gptIniVersion(file.bytes) : undefined;

const factsOf = ({ machine, user }: GroupPolicyRegistry): number => (machine?.count ?? 0) + (user?.count ?? 0);

/** What a file is by its place below `Policies/{GUID}`; undefined for files that hold no registry settings. */
export interface PolicyFilePlace {
  /** Text before the GUID folder, to tell policies of equal GUID apart. */
  readonly root: string;
  /** Lower case; empty when the path does not tell it. */
  readonly domain: string;
  readonly guid: string;
  readonly part: 'machine' | 'user' | 'gptIni';
}

/** Reads the place from a `/`- or `\`-separated path such as `…/contoso.com/Policies/{GUID}/Machine/registry.pol`; names in any case. */
export function policyFilePlace(path: string): PolicyFilePlace | undefined {
  const names = path.split(/[\\/]/u);
  const part = partOf(names.map((name) => name.toLowerCase()));
  if (part === undefined) return undefined;
  const guidAt = names.length - (part === 'gptIni' ? 2 : 3);
  const guid = guidFromText(names[guidAt] ?? '');
  if (guid === undefined) return undefined;
  const below = names[guidAt - 1]?.toLowerCase() === 'policies' ? (names[guidAt - 2] ?? '').toLowerCase() : '';
  const domain = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(below) ? below : '';
  return { root: names.slice(0, guidAt).join('/'), domain, guid, part };
}

function partOf(names: readonly string[]): PolicyFilePlace['part'] | undefined {
  const [parent, name] = names.slice(-2);
  if (name === 'gpt.ini') return 'gptIni';
  if (name !== 'registry.pol') return undefined;
  return parent === 'machine' || parent === 'user' ? parent : undefined;
}
