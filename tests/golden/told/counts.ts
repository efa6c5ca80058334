import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { Readiness, ReadinessGroup } from '../../../src-shared/model/readiness';
import { notApplicableIn } from '../../../src-shared/model/readiness-words';

/** How many findings count as what. */
export interface Counts {
  readonly blockers: number;
  readonly warnings: number;
  readonly unknown: number;
  readonly passed: number;
  readonly notApplicable: number;
  readonly conclusions: number;
  readonly applicable: number;
  readonly conclusive: number;
}

/** What one place tells, by the title of the area or the step (`Step: …`), `All` for the whole; a place need not tell everything. */
export type Told = Readonly<Record<string, Partial<Counts>>>;

/** What every place has to agree with. */
export const countsOf = ({ overall, areas, steps }: Readiness): Readonly<Record<string, Counts>> => ({
  All: countsOfGroup(overall),
  ...Object.fromEntries(areas.map((group) => [areaTitles[group.area], countsOfGroup(group)])),
  ...Object.fromEntries(steps.map((group) => [`Step: ${stepTitles[group.step]}`, countsOfGroup(group)])),
});

const countsOfGroup = (group: ReadinessGroup): Counts => ({
  blockers: group.blockers.length,
  warnings: group.warnings.length,
  unknown: group.unknown.length,
  passed: group.passed,
  notApplicable: notApplicableIn(group),
  conclusions: group.conclusions.length,
  applicable: group.applicable,
  conclusive: group.conclusive,
});

/** The expected counts, of what a place tells only; a place that tells of nothing is a mistake of the test. */
export function asTold(told: Told, expected: Readonly<Record<string, Counts>>): Told {
  if (Object.keys(told).length === 0) throw new Error('Nothing is told here');
  return Object.fromEntries(
    Object.entries(told).map(([title, counts]) => {
      const known = expected[title];
      if (known === undefined) throw new Error(`There is no area or step ${title}`);
      const names = Object.keys(counts) as (keyof Counts)[];
      return [title, Object.fromEntries(names.map((name) => [name, known[name]]))];
    }),
  );
}

const numberBefore = (text: string, words: RegExp): number =>
  Number((new RegExp(`([\\d,]+) ${words.source}`, 'u').exec(text)?.[1] ?? '0').replaceAll(',', ''));

/** `3 blockers, 8 warnings, 1 not known`; what is not named is none. */
export const openIn = (text: string): Pick<Counts, 'blockers' | 'warnings' | 'unknown'> => ({
  blockers: numberBefore(text, /blockers?\b/u),
  warnings: numberBefore(text, /warnings?\b/u),
  unknown: numberBefore(text, /not known/u),
});

/** The sentence that has the whole sum. */
export const sumIn = (text: string): Omit<Counts, 'conclusive'> => ({
  ...openIn(text),
  passed: numberBefore(text, /passed or for information/u),
  applicable: numberBefore(text, /checks? that appl/u),
  notApplicable: numberBefore(text, /not applicable/u),
  conclusions: numberBefore(text, /conclusions? drawn/u),
});

/** `26 of 27` */
export function shareIn(text: string): Pick<Counts, 'conclusive' | 'applicable'> {
  const [, conclusive, applicable] = /([\d,]+) of ([\d,]+)/u.exec(text) ?? [];
  return { conclusive: Number(conclusive?.replaceAll(',', '')), applicable: Number(applicable?.replaceAll(',', '')) };
}

/** Heads of the groups of findings, as every format writes them. */
export const groupNames: Readonly<Record<string, keyof Counts>> = {
  Blockers: 'blockers',
  Warnings: 'warnings',
  'Not known': 'unknown',
  'Passed or for information': 'passed',
  'Not applicable in this scope': 'notApplicable',
  'Conclusions drawn from other checks': 'conclusions',
};
