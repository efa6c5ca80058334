import type { RoadmapItem } from './roadmap';

/** One thing to do, and the items it settles: several, where one look finds out several things. */
export interface RoadmapTask extends Pick<RoadmapItem, 'horizon' | 'kind' | 'task' | 'effort'> {
  /** From 1, in the order in which to go about them. */
  readonly number: number;
  /** At least one, in the order of the roadmap. */
  readonly items: readonly [RoadmapItem, ...RoadmapItem[]];
}

/** The roadmap as a list of things to do. What is found out in the same way at the same time is one of them. */
export function roadmapTasks(items: readonly RoadmapItem[]): readonly RoadmapTask[] {
  const groups = new Map<string, [RoadmapItem, ...RoadmapItem[]]>();
  for (const item of items) {
    const key = item.kind === 'find-out' ? `${item.horizon} ${item.task}` : item.checkId;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((group, index) => {
    const { horizon, kind, task, effort } = group[0];
    return { horizon, kind, task, effort, number: index + 1, items: group };
  });
}
