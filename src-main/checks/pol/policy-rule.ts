import type { Scope } from '../../../src-shared/model/scope';
import type { PolicyCase } from '../../evidence/derived/policy-case';
import type { PolicyHalf } from '../../evidence/derived/policy-evidence';
import type { SettingName } from '../../evidence/derived/resultant-policy';
import type { Verdict } from '../../evidence/derived/verdict';
import type { JudgedObject } from '../result';
import type { ClientRule } from './client-answers';

/** A setting as one check looks at it. */
export interface RuleSetting {
  readonly name: SettingName;
  readonly halves: readonly PolicyHalf[];
  /** As policy should have it; for the list of policies that have the setting. */
  readonly expected?: string;
  readonly isExpected?: (value: string | number | readonly string[]) => boolean;
}

/** What a check wants of group policy at each place with pilot computers. */
export interface PolicyRule {
  /** The setting as the group policy editor names it. */
  readonly title: string;
  readonly settings: readonly RuleSetting[];
  readonly judge: (at: PolicyCase) => Verdict;
  readonly client?: ClientRule;
  /** Intune cannot set it, so that group policy decides whatever the channel of the scope is. */
  readonly isGroupPolicyOnly?: boolean;
  /** Objects judged on something else. */
  readonly further?: readonly JudgedObject[];
  /** Beginnings of the summary for what the check can come to: "… takes effect", followed by where. */
  readonly says: { readonly pass: string; readonly warning?: string; readonly fail?: string };
}

/** The verdict on a value no group policy sets, unless Intune may set it too. */
export const unlessIntune = ({ policyChannel }: Scope, { name }: SettingName, verdict: Verdict): Verdict =>
  policyChannel === 'both'
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `No group policy sets ${name} here; whether Intune does was not collected.`,
      }
    : verdict;
