import { create } from 'zustand';
import type { CheckDescription } from '../../src-shared/model/catalogue';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';

interface CatalogueState {
  readonly checks: readonly CheckDescription[];
  readonly byId: ReadonlyMap<string, CheckDescription>;
  readonly failure: Failure | undefined;
  readonly load: () => Promise<void>;
}

/** Every check of the catalogue, judged by this version or not; does not change while the app runs. */
export const useCatalogue = create<CatalogueState>()((set) => ({
  checks: [],
  byId: new Map(),
  failure: undefined,
  load: async () => {
    const answer = await answerOf(bridge.app.catalogue({}));
    if (!answer.ok) return set({ failure: answer.error });
    const { checks } = answer.value;
    set({ checks, byId: new Map(checks.map((check) => [check.id, check])), failure: undefined });
  },
}));
