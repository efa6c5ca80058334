import { z } from 'zod';
import catalogueFile from '../../assets/knowledge/catalogue.json';
import { type CatalogueEntry, catalogueEntrySchema } from '../../src-shared/model/catalogue';

const parsed = z
  .strictObject({ version: z.string(), date: z.iso.date(), checks: z.array(catalogueEntrySchema) })
  .parse(catalogueFile);

/** Version and date of the catalogue; printed on every report, apart from the app's version. */
export const catalogueVersion: string = parsed.version;
export const catalogueDate: string = parsed.date;

/** Every id of the catalogue in its order, judged by this version or not. */
export const catalogue: readonly CatalogueEntry[] = parsed.checks;

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** Throws for an id that is not in the catalogue: a programming error. */
export function catalogueEntry(id: string): CatalogueEntry {
  const entry = byId.get(id);
  if (entry === undefined) throw new Error(`${id} is not in the catalogue`);
  return entry;
}
