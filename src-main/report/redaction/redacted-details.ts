import type { EngagementDetails } from '../../../src-shared/model/plan';

/** Of the engagement what a redacted report says on its cover and in its properties. */
export const redactedDetails = (details: EngagementDetails): EngagementDetails => ({
  ...details,
  customer: 'Customer',
  title: '',
});
