import path from 'node:path';
import { type Authority, createRevocationList, type DayOf, type Hierarchy } from './authority.ts';

/**
 * Writes the lists of both hierarchies to `folder`, in the order of their numbers: `issuing-old.crl` (valid, three numbers behind), `issuing-expired.crl`,
 * `issuing-future.crl`, `issuing.crl` and its `issuing-delta.crl` and
 * `issuing-delta-expired.crl`, `root.crl`, `second.crl`, and `foreign-issuing.crl`, `foreign-root.crl`.
 */
export async function createRevocationLists(
  folder: string,
  { root, issuing, second }: Hierarchy & { readonly second: Authority },
  other: Hierarchy,
  at: DayOf,
): Promise<void> {
  const list = (name: string) => path.join(folder, name);
  const life = (from: number, to: number) => ({ thisUpdate: at(from), nextUpdate: at(to) });
  await createRevocationList(root, list('root.crl'), life(-10, 170));
  await createRevocationList(issuing, list('issuing-old.crl'), life(-30, 5));
  await createRevocationList(issuing, list('issuing-expired.crl'), life(-40, -10));
  await createRevocationList(issuing, list('issuing-future.crl'), life(2, 37));
  await createRevocationList(issuing, list('issuing.crl'), life(-1, 34));
  await createRevocationList(issuing, list('issuing-delta.crl'), { ...life(0, 20), deltaOfNumber: currentNumber });
  await createRevocationList(issuing, list('issuing-delta-expired.crl'), {
    ...life(-20, -3),
    deltaOfNumber: currentNumber,
  });
  await createRevocationList(second, list('second.crl'), life(-1, 34));
  await createRevocationList(other.root, list('foreign-root.crl'), life(-10, 170));
  await createRevocationList(other.issuing, list('foreign-issuing.crl'), life(-1, 34));
}

/** Number of `issuing.crl`: the fourth from 0x7D0 on. */
const currentNumber = 0x7d3;
