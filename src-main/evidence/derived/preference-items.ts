import type { PreferenceItem } from '../../../src-shared/model/evidence/policy';
import { type AppliedPolicy, gapOf, isEmptyHalf, type PolicyEvidence, preferencesOf } from './policy-evidence';
import { registryPreferencesExtension } from './policy-reach';
import type { ReadGap } from './read-record';
import type { SettingName } from './resultant-policy';

/** Registry items the computer half of a policy carries out; `unread` when it may have some that were not read. */
export type ComputerItems =
  | { readonly kind: 'read'; readonly items: readonly PreferenceItem[]; readonly evidenceId: string | undefined }
  | { readonly kind: 'unread'; readonly gap: ReadGap | undefined };

/**
 * Without a record there are no items when the policy does not name the extension, or was never changed: a copy of SYSVOL has no file to tell of. Items that are
 * switched off and those for users are left out.
 */
export function computerItems(policy: AppliedPolicy, evidence: PolicyEvidence): ComputerItems {
  const record = preferencesOf(policy, evidence);
  if (record !== undefined) {
    const items = record.data.machine.filter(({ disabled, hive }) => !disabled && isMachineHive(hive));
    return { kind: 'read', items, evidenceId: record.id };
  }
  const extensions = policy.object?.machineExtensions;
  const hasNone = extensions !== undefined && !extensions.includes(registryPreferencesExtension);
  return hasNone || isEmptyHalf(policy, 'machine')
    ? { kind: 'read', items: [], evidenceId: undefined }
    : { kind: 'unread', gap: gapOf(policy, evidence.gaps.preferences) };
}

/** The item that has the last word on a value; undefined when none names it. */
export const lastItem = (items: readonly PreferenceItem[], { key, name }: SettingName): PreferenceItem | undefined =>
  items.findLast(
    (item) => item.key.toLowerCase() === key.toLowerCase() && item.name.toLowerCase() === name.toLowerCase(),
  );

const isMachineHive = (hive: string): boolean => /^(?:HKEY_LOCAL_MACHINE|HKLM)$/iu.test(hive);
