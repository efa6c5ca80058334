import { create } from 'zustand';

export type Profile = 'executive' | 'technical';

/** The profile chosen last, and whether names are replaced; outlives the screen. The paper size is a setting of the app. */
export const useReport = create<{ readonly profile: Profile; readonly redact: boolean }>()(() => ({
  profile: 'executive',
  redact: false,
}));
