import { create } from 'zustand';

export type AppDialog =
  | 'command-palette'
  | 'shortcuts'
  | 'run-again'
  | 'search'
  | 'check'
  | 'back-up'
  | 'hand-over'
  | 'change-passphrase';

/** The dialog that is open over any screen; one at a time. */
export const useAppDialog = create<{ readonly open: AppDialog | null }>()(() => ({ open: null }));

export const openDialog = (dialog: AppDialog): void => useAppDialog.setState({ open: dialog });
export const closeDialog = (): void => useAppDialog.setState({ open: null });
