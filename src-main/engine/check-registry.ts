import type { AggregateCheck, Check } from '../checks/define-check';

const modules = import.meta.glob<Check>('../checks/*/*.check.ts', { eager: true, import: 'default' });

/** Every check this version judges, by id. A file `checks/<area>/<id>-<noun>.check.ts` is all it takes to be here. */
export const checks: readonly Check[] = Object.values(modules).sort((a, b) => a.id.localeCompare(b.id));

const aggregateModules = import.meta.glob<AggregateCheck>('../checks/*/*.aggregate.ts', {
  eager: true,
  import: 'default',
});

/** Checks of findings instead of evidence; judged after all others. */
export const aggregates: readonly AggregateCheck[] = Object.values(aggregateModules).sort((a, b) =>
  a.id.localeCompare(b.id),
);
