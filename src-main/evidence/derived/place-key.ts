import { dnsNameOf } from '../distinguished-name';
import { linkedPolicies } from './linked-policies';
import { type AppliedPolicy, isEmptyHalf, type PolicyEvidence, type PolicyHalf, registryOf } from './policy-evidence';
import { computerItems } from './preference-items';

export type PlaceKind = 'computers' | 'users' | 'preferences';

/**
 * Key of what group policy can make of a place: places with the same key get the same. Only policies count that hold something the catalogue judges, or may do
 * so: of a thousand policies these are a handful, so that thousands of organisational units fall into a few kinds. `preferences` adds registry preferences to
 * what counts at computers.
 */
export function placeKeyOf(unit: string, kind: PlaceKind, evidence: PolicyEvidence): string {
  const linked = linkedPolicies(unit, evidence);
  if (linked === undefined) return dnsNameOf(unit);
  const known = keys.get(linked) ?? new Map<string, string>();
  keys.set(linked, known);
  const key =
    known.get(kind) ??
    [dnsNameOf(unit), ...linked.filter((policy) => matters(policy, kind, evidence)).map(linkKey)].join(' ');
  known.set(kind, key);
  return key;
}

const keys = new WeakMap<readonly AppliedPolicy[], Map<string, string>>();

const linkKey = ({ domain, guid, linkedTo, onlyInSites }: AppliedPolicy): string =>
  `${domain}/${guid}@${onlyInSites === undefined ? '' : linkedTo}`;

/** At computers both halves count, because loopback processing brings the user half in. */
const matters = (policy: AppliedPolicy, kind: PlaceKind, evidence: PolicyEvidence): boolean =>
  holds(policy, 'user', evidence) ||
  (kind !== 'users' && holds(policy, 'machine', evidence)) ||
  (kind === 'preferences' && mayHaveItems(policy, evidence));

function holds(policy: AppliedPolicy, half: PolicyHalf, evidence: PolicyEvidence): boolean {
  const registry = registryOf(policy, evidence);
  return registry === undefined ? !isEmptyHalf(policy, half) : (registry.data[half]?.values.length ?? 0) > 0;
}

function mayHaveItems(policy: AppliedPolicy, evidence: PolicyEvidence): boolean {
  const items = computerItems(policy, evidence);
  return items.kind === 'unread' || items.items.length > 0;
}
