import type { EvidenceDraft, EvidenceSource } from '../../src-shared/model/evidence';
import { decodePolicyDefinitions } from './policy-definitions';
import { type PolicyFile, policyFileFailure, readPolicyFile } from './policy-folder';
import { domainAbove } from './policy-place';

/** What was found of the folder `PolicyDefinitions` of a domain. */
export interface FoundCentralStore {
  /** Lower case; empty when unknown. */
  readonly domain: string;
  readonly exists: boolean;
  readonly passport?: PolicyFile | undefined;
  /** Folder names of languages that have Passport.adml. */
  readonly languages: readonly string[];
}

/** A definition file that is damaged or denied makes the record failed: that it is old cannot be said then. */
export function centralStoreDraft(
  { domain, exists, passport, languages }: FoundCentralStore,
  source: EvidenceSource,
): EvidenceDraft<'policy.central-store'> {
  const definitions = readPolicyFile(passport, decodePolicyDefinitions);
  const failure = policyFileFailure([passport], [definitions]);
  const draft = { kind: 'policy.central-store', target: domain === '' ? 'unknown-domain' : domain, source } as const;
  if (failure !== undefined) return { ...draft, status: 'failed', facts: 0, failure };
  return {
    ...draft,
    status: 'complete',
    data: { domain, exists, ...definitions.content, languages: [...languages].sort() },
    facts: definitions.content?.passportPolicies.length ?? 0,
  };
}

export interface DefinitionFilePlace {
  /** Lower case; empty when the path does not tell it. */
  readonly domain: string;
  /** Absent = the definitions themselves; else the folder name of a language. */
  readonly language?: string;
}

/** Reads the place from a path such as `…/contoso.com/Policies/PolicyDefinitions/en-US/Passport.adml`; undefined outside a central store. */
export function definitionFilePlace(path: string): DefinitionFilePlace | undefined {
  const names = path.split(/[\\/]/u);
  const storeAt = names.findLastIndex((name) => name.toLowerCase() === 'policydefinitions');
  if (storeAt < 1 || names[storeAt - 1]?.toLowerCase() !== 'policies') return undefined;
  const [first = '', second = '', ...deeper] = names.slice(storeAt + 1);
  const domain = domainAbove(names, storeAt);
  if (first.toLowerCase() === 'passport.admx' && second === '') return { domain };
  return second.toLowerCase() === 'passport.adml' && deeper.length === 0 ? { domain, language: first } : undefined;
}
