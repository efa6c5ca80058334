/** The findings chosen together, and where a stretch of them begins. */
export interface ChosenRows {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | undefined;
}

export const noneChosen: ChosenRows = { ids: new Set(), anchor: undefined };

/** Adds a finding to those chosen or takes it out; the first one added joins the finding that is shown. */
export function toggleRow({ ids }: ChosenRows, id: string, shown: string | undefined): ChosenRows {
  const next = new Set(ids.size === 0 && shown !== undefined && shown !== id ? [shown] : ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Chooses the stretch from the anchor (or else the finding that is shown) to this one, both included; `order` is that of the list. */
export function chooseThrough(
  { anchor }: ChosenRows,
  id: string,
  shown: string | undefined,
  order: readonly string[],
): ChosenRows {
  const start = anchor !== undefined && order.includes(anchor) ? anchor : (shown ?? id);
  const [from, to] = [order.indexOf(start), order.indexOf(id)];
  const stretch = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(stretch), anchor: start };
}

export const chooseAll = (order: readonly string[]): ChosenRows => ({ ids: new Set(order), anchor: order[0] });
