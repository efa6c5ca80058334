import type { AffectedObject, Finding } from '../../src-shared/model/finding';

/** A finding as an object of a check that judges findings. */
export const findingObject = ({ checkId, title, outcome, summary }: Finding): AffectedObject => ({
  id: checkId,
  kind: 'check',
  name: `${checkId} ${title}`,
  outcome,
  note: summary.slice(0, 2000),
});
