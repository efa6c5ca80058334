import { create } from 'zustand';

interface ClientsState {
  /** Id of the group that is looked at; the first one until somebody chose. */
  readonly group: string | undefined;
  readonly choose: (group: string) => void;
}

/** Outlives the screen, so that one comes back to the group one left. */
export const useClients = create<ClientsState>()((set) => ({
  group: undefined,
  choose: (group) => set({ group }),
}));
