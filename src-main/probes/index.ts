import type { Probe } from '../engine/probe';

/** Every live reader of this version: a file `*.probe.ts` anywhere below this folder, by its default export. */
export const probes: readonly Probe[] = Object.values(
  import.meta.glob<Probe>('./**/*.probe.ts', { eager: true, import: 'default' }),
);
