import { create } from 'zustand';

export type Profile = 'executive' | 'technical';

interface ReportState {
  readonly profile: Profile;
  /** Names are replaced. */
  readonly redact: boolean;
  /** With notes and pictures; a report whose names are replaced has no pictures. */
  readonly notes: boolean;
  /** Name of a report profile; the one of the settings when absent. */
  readonly reportProfile: string | undefined;
}

/** What was chosen last; outlives the screen. The paper size is a setting of the app. */
export const useReport = create<ReportState>()(() => ({
  profile: 'executive',
  redact: false,
  notes: false,
  reportProfile: undefined,
}));
