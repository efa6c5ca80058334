import { guidFromText } from './guid';

/** Where a file of SYSVOL belongs. */
export interface PolicyPlace {
  /** Text before the GUID folder, to tell policies of equal GUID apart. */
  readonly root: string;
  /** Lower case; empty when the path does not tell it. */
  readonly domain: string;
  readonly guid: string;
}

/** What a file is by its place below `Policies/{GUID}` (MS-GPOL 2.2.4, MS-GPREG, MS-GPPREF). */
export type PolicyPart = 'machine' | 'user' | 'gptIni' | 'machinePreferences' | 'userPreferences';

export interface PolicyFilePlace extends PolicyPlace {
  readonly part: PolicyPart;
}

/** Names below the folder of the policy, lower case. */
export const policyPartPaths: Readonly<Record<PolicyPart, readonly string[]>> = {
  machine: ['machine', 'registry.pol'],
  user: ['user', 'registry.pol'],
  gptIni: ['gpt.ini'],
  machinePreferences: ['machine', 'preferences', 'registry', 'registry.xml'],
  userPreferences: ['user', 'preferences', 'registry', 'registry.xml'],
};

/** Reads the place from a `/`- or `\`-separated path such as `…/contoso.com/Policies/{GUID}/Machine/registry.pol`; names in any case. */
export function policyFilePlace(path: string): PolicyFilePlace | undefined {
  const names = path.split(/[\\/]/u);
  const lower = names.map((name) => name.toLowerCase());
  for (const [part, below] of Object.entries(policyPartPaths) as [PolicyPart, readonly string[]][]) {
    const guidAt = names.length - below.length - 1;
    const guid = below.every((name, index) => lower[guidAt + 1 + index] === name)
      ? guidFromText(names[guidAt] ?? '')
      : undefined;
    if (guid !== undefined)
      return { root: names.slice(0, guidAt).join('/'), domain: domainAbove(names, guidAt), guid, part };
  }
  return undefined;
}

/** The domain whose folder `Policies` holds the entry at `index`, lower case; empty when the path does not tell it. */
export function domainAbove(names: readonly string[], index: number): string {
  const above = names[index - 1]?.toLowerCase() === 'policies' ? (names[index - 2] ?? '').toLowerCase() : '';
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(above) ? above : '';
}
