import { type Area, areaTitles, type Step, stepTitles } from '../../src-shared/model/area';

interface Groups<A, S> {
  readonly areas: readonly (A & { readonly area: Area })[];
  readonly steps: readonly (S & { readonly step: Step })[];
}

interface ReadinessRow<G> {
  readonly title: string;
  readonly group: G;
}

/** Readiness, or what became of it, in one list for formats with one table of both: the areas, then the steps, which say that they are. */
export const readinessRows = <A, S>({ areas, steps }: Groups<A, S>): readonly ReadinessRow<A | S>[] => [
  ...areas.map((group) => ({ title: areaTitles[group.area], group })),
  ...steps.map((group) => ({ title: `Step: ${stepTitles[group.step]}`, group })),
];
