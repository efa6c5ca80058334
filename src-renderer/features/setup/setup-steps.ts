import type { SetupStep } from '../../shell/navigation-store';

export const setupSteps: readonly { readonly step: SetupStep; readonly title: string }[] = [
  { step: 'customer', title: 'Customer' },
  { step: 'scope', title: 'Scope' },
  { step: 'targets', title: 'Targets' },
  { step: 'sources', title: 'Sources' },
  { step: 'consent', title: 'Consent' },
];

const at = (step: SetupStep): number => setupSteps.findIndex((entry) => entry.step === step);

/** The steps before and after one; undefined at the ends. */
export const neighboursOf = (step: SetupStep) => ({
  previous: setupSteps[at(step) - 1],
  next: setupSteps[at(step) + 1],
});
