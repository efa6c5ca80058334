import { z } from 'zod';
import file from '../../assets/knowledge/connect-versions.json';

const schema = z.strictObject({
  date: z.iso.date(),
  source: z.url(),
  /** Oldest first: from that day on the service takes no synchronisation of older builds. */
  floors: z.array(z.strictObject({ from: z.iso.date(), version: z.string() })),
});

const known = schema.parse(file);

export const connectFloors: readonly { readonly from: string; readonly version: string }[] = known.floors;
export const connectVersionsDate = known.date;

/** Negative when `one` is older. Both are numbers with dots. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (let part = 0; part < 4; part += 1) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
