import { z } from 'zod';
import functionalLevelsFile from '../../assets/knowledge/functional-levels.json';

const parsed = z
  .strictObject({
    date: z.iso.date(),
    levels: z.array(z.strictObject({ level: z.number().int(), release: z.string() })),
  })
  .parse(functionalLevelsFile);

export const functionalLevelsDate: string = parsed.date;

/** Windows Server release a functional level (`msDS-Behavior-Version`) is named after; undefined when this version does not know it. */
export const releaseOfFunctionalLevel = (level: number): string | undefined =>
  parsed.levels.find((known) => known.level === level)?.release;
