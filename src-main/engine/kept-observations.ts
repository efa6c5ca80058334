import { type Observation, observationLimit } from '../../src-shared/model/finding';

/** All observations where there is room for them; else those that differ from what was expected first, and a last line that counts the rest. */
export function keptObservations(observations: readonly Observation[]): Observation[] {
  if (observations.length <= observationLimit) return [...observations];
  const differing = observations.filter(({ matches }) => matches === false);
  const others = observations.filter(({ matches }) => matches !== false);
  const kept = [...differing, ...others].slice(0, observationLimit - 1);
  const rest = observations.length - kept.length;
  return [...kept, { label: 'Not listed', observed: `${rest} more` }];
}
