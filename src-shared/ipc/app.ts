import { z } from 'zod';
import { checkDescriptionSchema } from '../model/catalogue';
import { call, event } from './define';

const none = z.strictObject({});

export const appContract = {
  /** Versions and paths for the about page and the first paint. */
  info: call(
    none,
    z.strictObject({
      version: z.string(),
      catalogueVersion: z.string(),
      catalogueDate: z.string(),
      knowledgeDate: z.string(),
      platform: z.string(),
      storageFolder: z.string(),
      /** False when the settings name another one. */
      isUsualStorageFolder: z.boolean(),
      userName: z.string(),
    }),
  ),
  /** Every check of the catalogue, implemented or not. */
  catalogue: call(none, z.strictObject({ checks: z.array(checkDescriptionSchema) })),
  /** Opens a source document in the system browser; only addresses of the catalogue are allowed. */
  openLink: call(z.strictObject({ url: z.url().max(2048) }), z.strictObject({ opened: z.boolean() })),
  copyText: call(z.strictObject({ text: z.string().max(200_000) }), none),
  settings: call(
    none,
    z.strictObject({ theme: z.enum(['system', 'light', 'dark', 'high-contrast']), paper: z.enum(['A4', 'Letter']) }),
  ),
  saveSettings: call(
    z.strictObject({ theme: z.enum(['system', 'light', 'dark', 'high-contrast']), paper: z.enum(['A4', 'Letter']) }),
    none,
  ),
  /** System dialog for the folder of new engagements; existing ones stay where they are. Gives the folder in use afterwards. */
  chooseStorageFolder: call(none, z.strictObject({ storageFolder: z.string() })),
  useUsualStorageFolder: call(none, z.strictObject({ storageFolder: z.string() })),
  /** Light/dark/high contrast of the system changed. */
  systemThemeChanged: event(z.strictObject({ dark: z.boolean(), highContrast: z.boolean() })),
  systemTheme: call(none, z.strictObject({ dark: z.boolean(), highContrast: z.boolean() })),
} as const;
