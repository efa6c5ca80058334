import { create } from 'zustand';
import type { EngagementDraft, EngagementSummary } from '../../src-shared/model/engagement';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';

const saveDelayMs = 400;

type SaveState = 'saved' | 'pending' | 'failed';

interface EngagementState {
  readonly engagement: EngagementSummary | null;
  /** What the wizard shows; runs ahead of `engagement.draft` until it is stored. */
  readonly draft: EngagementDraft | null;
  readonly saveState: SaveState;
  readonly saveFailure: Failure | undefined;
  readonly adopt: (engagement: EngagementSummary | null) => void;
  readonly change: (edit: (draft: EngagementDraft) => EngagementDraft) => void;
  /** Stores what is pending now; true when everything is stored. Called before a run and before leaving the engagement. */
  readonly flush: () => Promise<boolean>;
  /** Reads the summary again, e.g. after a run, without touching an unsaved draft. */
  readonly refresh: () => Promise<void>;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** The engagement open in this window and the wizard's draft, stored shortly after every change. */
export const useEngagement = create<EngagementState>()((set, get) => ({
  engagement: null,
  draft: null,
  saveState: 'saved',
  saveFailure: undefined,
  adopt: (engagement) => {
    clearTimeout(timer);
    set({ engagement, draft: engagement?.draft ?? null, saveState: 'saved', saveFailure: undefined });
  },
  change: (edit) => {
    const { draft, engagement } = get();
    if (draft === null || engagement === null || engagement.readOnly) return;
    set({ draft: edit(draft), saveState: 'pending' });
    clearTimeout(timer);
    timer = setTimeout(() => void get().flush(), saveDelayMs);
  },
  flush: async () => {
    clearTimeout(timer);
    const { draft, engagement, saveState } = get();
    if (draft === null || engagement === null || engagement.readOnly || saveState === 'saved') return true;
    const answer = await answerOf(bridge.library.saveDraft({ draft }));
    if (!answer.ok) {
      set({ saveState: 'failed', saveFailure: answer.error });
      return false;
    }
    // A change made while this one was being stored has its own timer.
    const isCurrent = get().draft === draft;
    set({ engagement: answer.value, saveFailure: undefined, saveState: isCurrent ? 'saved' : 'pending' });
    return isCurrent ? true : get().flush();
  },
  refresh: async () => {
    const answer = await answerOf(bridge.library.current({}));
    if (!answer.ok) return;
    const { engagement } = answer.value;
    set(get().saveState === 'saved' ? { engagement, draft: engagement?.draft ?? null } : { engagement });
  },
}));

/** Stores the draft, closes the file and forgets it here; a draft that cannot be stored keeps the engagement open. */
export async function closeEngagement(): Promise<Failure | undefined> {
  const { flush, adopt } = useEngagement.getState();
  if (!(await flush())) return useEngagement.getState().saveFailure;
  const answer = await answerOf(bridge.library.close({}));
  if (!answer.ok) return answer.error;
  adopt(null);
  return undefined;
}
