interface Node {
  readonly next: WeakMap<object, Node>;
  result?: { readonly value: unknown };
}

/**
 * A derivation that several checks of a run ask for, made once: the result is kept as long as the objects it was made from, and found again by their
 * identity. `partsOf` names these objects; `derive` must not depend on anything else.
 */
export function derivedOnce<Args extends readonly unknown[], Result>(
  partsOf: (...args: Args) => readonly object[],
  derive: (...args: Args) => Result,
): (...args: Args) => Result {
  const root: Node = { next: new WeakMap() };
  return (...args) => {
    let node = root;
    for (const part of partsOf(...args)) {
      const next = node.next.get(part) ?? { next: new WeakMap() };
      node.next.set(part, next);
      node = next;
    }
    node.result ??= { value: derive(...args) };
    // Only results of `derive` are put into this tree.
    return node.result.value as Result;
  };
}
