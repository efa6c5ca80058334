import { amount, quantity } from '../text/quantity';
import type { ReadinessGroup } from './readiness';

/** `2 blockers`, `1 warning`, `3 not known`; what there is none of is left out. */
export const openWords = ({ blockers, warnings, unknown }: ReadinessGroup): readonly string[] => [
  ...(blockers.length > 0 ? [quantity(blockers.length, 'blocker')] : []),
  ...(warnings.length > 0 ? [quantity(warnings.length, 'warning')] : []),
  ...(unknown.length > 0 ? [`${amount(unknown.length)} not known`] : []),
];

/** Judged, but without a meaning in the chosen scope. */
export const notApplicableIn = ({ implemented, applicable, conclusions }: ReadinessGroup): number =>
  implemented - applicable - conclusions.length;

/** How every judged check is counted, as a sum that can be done again. */
export function countsSentence(group: ReadinessGroup): string {
  const { implemented, applicable, passed, conclusions } = group;
  const apply = `${quantity(applicable, 'check')} that ${applicable === 1 ? 'applies' : 'apply'}`;
  const others = [
    `${amount(notApplicableIn(group))} not applicable`,
    ...(conclusions.length > 0 ? [`${quantity(conclusions.length, 'conclusion')} drawn from the others`] : []),
  ];
  const parts = [...openWords(group), `${amount(passed)} passed or for information`];
  return `${parts.join(' + ')} = ${apply}; with ${others.join(' and ')}, ${amount(implemented)} judged.`;
}
