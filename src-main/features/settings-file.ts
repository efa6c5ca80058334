import { z } from 'zod';
import { reportBrandingSchema } from '../../src-shared/report/report-branding';
import { onlyProfile, type ReportProfiles, reportProfilesSchema } from '../../src-shared/report/report-profiles';
import { readJsonFile, writeJsonFile } from './json-file';

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  paper: z.enum(['A4', 'Letter']),
  /** Where new engagements go; absent = the usual folder. Chosen in a system dialog only. */
  storageFolder: z.string().optional(),
  /** How reports look; damaged ones are lost alone. */
  reportProfiles: reportProfilesSchema.optional().catch(undefined),
  /** The one profile of earlier versions; read until there are several. */
  branding: reportBrandingSchema.optional().catch(undefined),
});
export type Settings = z.infer<typeof settingsSchema>;

const defaults: Settings = { theme: 'system', paper: 'A4' };

/** The report profiles; there is always one. */
export const profilesOf = ({ reportProfiles, branding }: Settings): ReportProfiles =>
  reportProfiles ?? onlyProfile(branding);

export interface SettingsFile {
  readonly read: () => Settings;
  readonly write: (settings: Settings) => void;
}

/** Settings of this user; a missing or damaged file gives the defaults. */
export function openSettings(path: string): SettingsFile {
  let current = readJsonFile(path, settingsSchema) ?? defaults;
  return {
    read: () => current,
    write: (settings) => {
      writeJsonFile(path, settings);
      current = settings;
    },
  };
}
