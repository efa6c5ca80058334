import { z } from 'zod';
import { noBranding, reportBrandingSchema } from '../../src-shared/report/report-branding';
import { readJsonFile, writeJsonFile } from './json-file';

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  paper: z.enum(['A4', 'Letter']),
  /** Where new engagements go; absent = the usual folder. Chosen in a system dialog only. */
  storageFolder: z.string().optional(),
  /** How reports look; a damaged one is lost alone. */
  branding: reportBrandingSchema.default(noBranding).catch(noBranding),
});
export type Settings = z.infer<typeof settingsSchema>;

const defaults: Settings = { theme: 'system', paper: 'A4', branding: noBranding };

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
