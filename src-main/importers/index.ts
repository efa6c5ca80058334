import type { Importer } from '../engine/importer';

/** Every file format of this version: a file `*.importer.ts` in this folder, by its default export; asked in the order of their ids. */
export const importers: readonly Importer[] = Object.values(
  import.meta.glob<Importer>('./*.importer.ts', { eager: true, import: 'default' }),
).sort((a, b) => a.id.localeCompare(b.id));
