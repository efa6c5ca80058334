import { assertNever } from '../../../src-shared/model/assert-never';
import { outcomeRank, type UnknownReason } from '../../../src-shared/model/outcome';
import type { AppliedPolicy, PolicyHalf } from './policy-evidence';
import type { Verdict } from './verdict';

/** What group policy makes of a registry value where nothing is in doubt. */
export type SureSetting<T = number> =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'set';
      readonly value: T;
      readonly by: AppliedPolicy;
      readonly half: PolicyHalf;
      readonly evidenceId: string;
    };

/** What group policy makes of a registry value; doubt is kept beside what would follow from either answer. */
export type Setting<T = number> =
  | SureSetting<T>
  /** Whether a policy applies, or what it sets, is not known. `applied` is absent when even its value was not read. */
  | {
      readonly kind: 'unsure';
      readonly reason: UnknownReason;
      readonly note: string;
      readonly applied?: Setting<T>;
      readonly otherwise: Setting<T>;
    }
  /** A policy applies to some accounts of the place and not to others. */
  | { readonly kind: 'split'; readonly note: string; readonly applied: Setting<T>; readonly otherwise: Setting<T> };

/** Continues from every possible answer. */
export function follow<A, B>(setting: Setting<A>, next: (sure: SureSetting<A>) => Setting<B>): Setting<B> {
  switch (setting.kind) {
    case 'absent':
    case 'set':
      return next(setting);
    case 'split':
      return { ...setting, applied: follow(setting.applied, next), otherwise: follow(setting.otherwise, next) };
    case 'unsure': {
      const { applied, ...unsure } = setting;
      return {
        ...unsure,
        ...(applied === undefined ? {} : { applied: follow(applied, next) }),
        otherwise: follow(setting.otherwise, next),
      };
    }
    default:
      return assertNever(setting);
  }
}

/** `upper`, and `lower` where it says nothing. */
export const over = <T>(upper: Setting<T>, lower: Setting<T>): Setting<T> =>
  follow(upper, (sure) => (sure.kind === 'absent' ? lower : sure));

/**
 * Judges a setting: as `judge` says where it is sure, for accounts that get different values what is worse (or better, for who asks whether any account gets
 * it), and `unknown` where a doubt makes a difference. A doubt that leads to the same outcome either way is none.
 */
export function decide<T>(
  setting: Setting<T>,
  judge: (sure: SureSetting<T>) => Verdict,
  ofDifferent: 'worse' | 'better' = 'worse',
): Verdict {
  switch (setting.kind) {
    case 'absent':
    case 'set':
      return judge(setting);
    case 'split': {
      const applied = decide(setting.applied, judge, ofDifferent);
      const otherwise = decide(setting.otherwise, judge, ofDifferent);
      if (applied.outcome === otherwise.outcome) return applied;
      const isAppliedWorse = outcomeRank(applied.outcome) < outcomeRank(otherwise.outcome);
      const chosen = isAppliedWorse === (ofDifferent === 'worse') ? applied : otherwise;
      return { ...chosen, note: `${setting.note} ${chosen.note}` };
    }
    case 'unsure': {
      const otherwise = decide(setting.otherwise, judge, ofDifferent);
      const applied = setting.applied === undefined ? undefined : decide(setting.applied, judge, ofDifferent);
      if (applied?.outcome === otherwise.outcome && otherwise.outcome !== 'unknown') return otherwise;
      return { outcome: 'unknown', reason: setting.reason, note: setting.note };
    }
    default:
      return assertNever(setting);
  }
}

/** Every answer that is possible; undefined stands for one that was not read. */
export function answersOf<T>(setting: Setting<T>): readonly (SureSetting<T> | undefined)[] {
  if (setting.kind === 'absent' || setting.kind === 'set') return [setting];
  const applied = setting.applied === undefined ? [undefined] : answersOf(setting.applied);
  return [...applied, ...answersOf(setting.otherwise)];
}
