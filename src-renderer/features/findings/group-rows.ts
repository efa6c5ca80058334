import { areas, areaTitles, steps, stepTitles } from '../../../src-shared/model/area';
import type { FindingRow } from '../../../src-shared/model/finding';
import { outcomes, outcomeTitles } from '../../../src-shared/model/outcome';

export type GroupBy = 'none' | 'area' | 'step' | 'outcome';

/** A line of the list: the head of a group or a finding. */
export type ListLine =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'finding'; readonly key: string; readonly row: FindingRow };

const orders = {
  area: { keys: areas as readonly string[], titles: areaTitles as Readonly<Record<string, string>> },
  step: { keys: steps as readonly string[], titles: stepTitles as Readonly<Record<string, string>> },
  outcome: { keys: outcomes as readonly string[], titles: outcomeTitles as Readonly<Record<string, string>> },
} as const;

const line = (row: FindingRow): ListLine => ({ kind: 'finding', key: row.checkId, row });

/** Rows under the heads of their groups, groups in report order, rows in the order given; empty groups are left out. */
export function groupRows(rows: readonly FindingRow[], by: GroupBy): ListLine[] {
  if (by === 'none') return rows.map(line);
  const { keys, titles } = orders[by];
  return keys.flatMap((key) => {
    const members = rows.filter((row) => row[by] === key);
    if (members.length === 0) return [];
    return [
      { kind: 'group', key: `group-${key}`, title: titles[key] ?? key, count: members.length } as const,
      ...members.map(line),
    ];
  });
}
