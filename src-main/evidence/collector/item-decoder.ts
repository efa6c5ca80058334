import type { EvidenceDataByKind, EvidenceKind } from '../../../src-shared/model/evidence';
import type { HostRole } from '../../../src-shared/model/evidence/host';
import type { Fact } from '../cmdlets/adfs-facts';
import type { PropertyBag } from '../powershell/property-bag';

/** Evidence from an item, with what it is about. */
export type ItemFact = Fact & { readonly target: string };

/** The machine an item comes from, and the other items of its file. */
export interface ItemContext {
  readonly host: string;
  readonly role: HostRole;
  /** Objects of another item that was collected. */
  other(name: string): readonly PropertyBag[] | undefined;
}

/** Turns the objects of an item into evidence. Throws an Error with a sentence when they are not what the collector writes. */
export interface MainDecoder {
  readonly kinds: readonly EvidenceKind[];
  /** What a failure of the item is about. */
  target(context: ItemContext): string;
  read(objects: readonly PropertyBag[], context: ItemContext): readonly ItemFact[];
}

/** An item that completes another one: without it that one says less. */
export interface SupplementDecoder {
  readonly supplements: string;
}

export type ItemDecoder = MainDecoder | SupplementDecoder;
export type ItemDecoders = Readonly<Record<string, ItemDecoder>>;

export const itemFact = <K extends EvidenceKind>(
  kind: K,
  target: string,
  data: EvidenceDataByKind[K],
  facts: number,
  incomplete?: string,
): ItemFact =>
  // Kind and data belong together by the parameters; TypeScript does not follow that through the union.
  ({ kind, target, data, facts, ...(incomplete === undefined ? {} : { incomplete }) }) as ItemFact;

/** The one object of an item. */
export function theOnly(objects: readonly PropertyBag[]): PropertyBag {
  const [first] = objects;
  if (first === undefined || objects.length > 1) throw new Error('It does not hold the one object it should');
  return first;
}
