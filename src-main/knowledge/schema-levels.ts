import { z } from 'zod';
import schemaLevelsFile from '../../assets/knowledge/schema-levels.json';

const parsed = z
  .strictObject({
    date: z.iso.date(),
    levels: z.array(z.strictObject({ version: z.number().int(), release: z.string() })),
  })
  .parse(schemaLevelsFile);

export const schemaLevelsDate: string = parsed.date;

/** Windows Server release whose forest preparation gives this `objectVersion`; undefined for a level between or beyond the known ones. */
export const releaseOfSchema = (version: number): string | undefined =>
  parsed.levels.find((level) => level.version === version)?.release;
