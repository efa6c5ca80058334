import { create } from 'zustand';
import type { Comparison } from '../../../src-shared/model/comparison';
import { useEngagement } from '../../shell/engagement-store';

interface CompareState {
  readonly comparison: Comparison | undefined;
  readonly show: (comparison: Comparison) => void;
}

/** The comparison made last; outlives the screen, so that one can come back from a finding. */
export const useCompare = create<CompareState>()((set) => ({
  comparison: undefined,
  show: (comparison) => set({ comparison }),
}));

// Another engagement, or another run of this one, compares differently.
useEngagement.subscribe((state, before) => {
  if (state.engagement !== before.engagement) useCompare.setState({ comparison: undefined });
});
