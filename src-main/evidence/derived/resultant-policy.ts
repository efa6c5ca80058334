import type { PolicyValue } from '../../../src-shared/model/evidence/policy';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { dnsNameOf } from '../distinguished-name';
import { isKeyWithin } from '../judged-registry-keys';
import { wholeKey } from '../registry-pol';
import { linkedPolicies } from './linked-policies';
import {
  type AppliedPolicy,
  gapOf,
  isEmptyHalf,
  type PolicyEvidence,
  type PolicyHalf,
  registryOf,
  sitesOf,
  titleOf,
} from './policy-evidence';
import { type PolicyTarget, type Reach, reachOf } from './policy-reach';
import { over, type Setting } from './setting';

export interface SettingName {
  /** Below HKLM or HKCU. */
  readonly key: string;
  readonly name: string;
}

/** A linked policy that reaches some of the accounts, or may do so. */
export interface ReachingPolicy {
  readonly policy: AppliedPolicy;
  readonly reach: Exclude<Reach, { readonly kind: 'filtered' }>;
}

/** The policies one half of which reaches the accounts of a place, the winner first; undefined when links of the domain were not read. */
export function reachingPolicies(
  unit: string,
  half: PolicyHalf,
  target: PolicyTarget,
  evidence: PolicyEvidence,
): readonly ReachingPolicy[] | undefined {
  const linked = linkedPolicies(unit, evidence);
  if (linked === undefined) return undefined;
  const known = reachingByList.get(linked) ?? new Map<string, readonly ReachingPolicy[]>();
  reachingByList.set(linked, known);
  const key = `${half} ${target.key}`;
  const policies =
    known.get(key) ?? linked.flatMap((policy) => reaching(policy, reachOf(policy, half, target, evidence)));
  known.set(key, policies);
  return policies;
}

const reachingByList = new WeakMap<readonly AppliedPolicy[], Map<string, readonly ReachingPolicy[]>>();

const reaching = (policy: AppliedPolicy, reach: Reach): readonly ReachingPolicy[] =>
  reach.kind === 'filtered' ? [] : [{ policy, reach }];

/** The number a registry value gets from group policy for accounts in `unit`. */
export const settingAt = (
  unit: string,
  half: PolicyHalf,
  name: SettingName,
  target: PolicyTarget,
  evidence: PolicyEvidence,
): Setting => valueAt(unit, half, name, target, evidence, (value) => (typeof value === 'number' ? value : undefined));

/** Like {@link settingAt} for a text. */
export const textAt = (
  unit: string,
  half: PolicyHalf,
  name: SettingName,
  target: PolicyTarget,
  evidence: PolicyEvidence,
): Setting<string> =>
  valueAt(unit, half, name, target, evidence, (value) => (typeof value === 'string' ? value : undefined));

type Reading<T> = (value: PolicyValue['value']) => T | undefined;

function valueAt<T>(
  unit: string,
  half: PolicyHalf,
  name: SettingName,
  target: PolicyTarget,
  evidence: PolicyEvidence,
  read: Reading<T>,
): Setting<T> {
  const policies = reachingPolicies(unit, half, target, evidence);
  if (policies === undefined) return linksUnread(unit, evidence);
  const setting = firstSetting({ half, name, evidence, read }, policies);
  return sitesOf(dnsNameOf(unit), evidence) === undefined ? besideSites(setting, unit, evidence) : setting;
}

function linksUnread(unit: string, { gaps }: PolicyEvidence): Setting<never> {
  const domain = dnsNameOf(unit);
  const gap = gapOf({ domain, guid: '' }, gaps.directories);
  const note = `The policies and links of ${domain} were not read`;
  return {
    kind: 'unsure',
    reason: gap?.reason ?? 'not-collected',
    note: gap === undefined ? `${note}.` : `${note}: ${gap.message}`,
    otherwise: { kind: 'absent' },
  };
}

/** A policy of a site could set what nothing else sets, and an enforced one wins. */
function besideSites<T>(setting: Setting<T>, unit: string, { gaps }: PolicyEvidence): Setting<T> {
  const [gap] = gaps.sites;
  return {
    kind: 'unsure',
    reason: gap?.reason ?? 'not-collected',
    note: `Which policies the sites link for ${dnsNameOf(unit)} was not read${gap === undefined ? '.' : `: ${gap.message}`}`,
    otherwise: setting,
  };
}

interface Question<T> {
  readonly half: PolicyHalf;
  readonly name: SettingName;
  readonly evidence: PolicyEvidence;
  readonly read: Reading<T>;
}

function firstSetting<T>(question: Question<T>, [first, ...lower]: readonly ReachingPolicy[]): Setting<T> {
  if (first === undefined) return { kind: 'absent' };
  const { policy, reach } = first;
  const { half, evidence, name } = question;
  const registry = registryOf(policy, evidence);
  if (registry === undefined) {
    if (isEmptyHalf(policy, half)) return firstSetting(question, lower);
    return { kind: 'unsure', ...unreadPolicy(policy, evidence), otherwise: firstSetting(question, lower) };
  }
  const entry = lastEntry(registry.data[half]?.values ?? [], name);
  if (entry === undefined) return firstSetting(question, lower);
  const otherwise = firstSetting(question, lower);
  const applied = entry.deletes
    ? { kind: 'absent' as const }
    : settingOf(question, policy, registry.id, entry, otherwise);
  switch (reach.kind) {
    case 'applies':
      return applied;
    case 'some':
      return { kind: 'split', note: reach.note, applied, otherwise };
    case 'unsure':
      return { kind: 'unsure', reason: reach.reason, note: reach.note, applied, otherwise };
  }
}

function settingOf<T>(
  { half, name, read }: Question<T>,
  policy: AppliedPolicy,
  evidenceId: string,
  { value: raw, isSoft = false }: PolicyValue,
  otherwise: Setting<T>,
): Setting<T> {
  const value = read(raw);
  if (value === undefined) {
    const note = `${titleOf(policy)} sets ${name.name} to something of another type.`;
    return { kind: 'unsure', reason: 'unreadable', note, otherwise };
  }
  const set: Setting<T> = { kind: 'set', value, by: policy, half, evidenceId };
  return isSoft ? over(otherwise, set) : set;
}

function unreadPolicy(
  policy: AppliedPolicy,
  { gaps }: PolicyEvidence,
): { readonly reason: UnknownReason; readonly note: string } {
  const gap = gapOf(policy, gaps.registries);
  const note = `The settings of ${titleOf(policy)}, which is linked here, were not read${gap === undefined ? '' : `: ${gap.message}`}`;
  return { reason: gap?.reason ?? 'not-collected', note: gap === undefined ? `${note}.` : note };
}

/** Entries of a file are carried out one after the other. */
export function lastEntry(values: readonly PolicyValue[], { key, name }: SettingName): PolicyValue | undefined {
  return values.findLast((value) => {
    if (value.deletes && value.name === wholeKey) return isKeyWithin(key, value.key);
    const isSameName = value.name.toLowerCase() === name.toLowerCase() || (value.deletes && value.name === '*');
    return isSameName && value.key.toLowerCase() === key.toLowerCase();
  });
}
