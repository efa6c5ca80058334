import type { AffectedObject } from '../../../src-shared/model/finding';

/** Objects of which the same was seen. */
export interface SameNote extends Pick<AffectedObject, 'kind' | 'outcome' | 'note'> {
  readonly names: readonly string[];
}

/** Brings objects together of which the same is to be said, each group at the place of its first. */
export function sameNotes(objects: readonly AffectedObject[]): readonly SameNote[] {
  const groups = new Map<string, { readonly first: AffectedObject; readonly names: string[] }>();
  for (const object of objects) {
    const key = JSON.stringify([object.kind, object.outcome, object.note]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: object, names: [object.name] });
    else group.names.push(object.name);
  }
  return [...groups.values()].map(({ first: { kind, outcome, note }, names }) => ({ kind, outcome, note, names }));
}
