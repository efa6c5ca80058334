import type { EngagementDraft } from '../../../src-shared/model/engagement';
import { type EngagementDetails, noLiveSources, type Plan } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';

/** An engagement before the first question is answered. */
export const emptyDraft = (details: EngagementDetails): EngagementDraft => ({
  details,
  scope: defaultScope,
  live: noLiveSources,
  imports: [],
  wizardStep: 'customer',
});

/** An engagement as a plan describes it, ready to run. The plan's paths are absolute. */
export function draftOfPlan(plan: Plan): EngagementDraft {
  const addedAt = new Date().toISOString();
  return {
    details: plan.details,
    scope: plan.scope,
    live: plan.live,
    imports: plan.evidence.map((entry) => ({ ...entry, addedAt })),
    wizardStep: 'finished',
    ...(plan.assessAt === undefined ? {} : { assessAt: plan.assessAt }),
  };
}
