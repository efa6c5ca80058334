import { useEngagement } from '../../shell/engagement-store';

/** Who works here, as the engagement says; empty when it does not say. */
export const useAuthor = (): string => useEngagement((state) => state.draft?.details.consultant ?? '').trim();
