import { z } from 'zod';
import { reportBrandingSchema } from '../report/report-branding';
import { reportProfilesSchema } from '../report/report-profiles';
import { call, job } from './define';

const optionsSchema = z.strictObject({
  paper: z.enum(['A4', 'Letter']),
  profile: z.enum(['executive', 'technical']),
  /** Names of the customer are replaced, for sharing. */
  redact: z.boolean(),
  /** With the notes and pictures beside the findings; when names are replaced, without the pictures, which may show them. */
  notes: z.boolean().optional(),
  /** Name of the report profile; the chosen one when absent or gone. */
  reportProfile: z.string().max(100).optional(),
});

const none = z.strictObject({});
const named = z.strictObject({ name: z.string().max(100) });
/** `added`: name of the new one; null when a dialog was cancelled. */
const profilesAndAdded = reportProfilesSchema.extend({ added: z.string().nullable() });

export const reportContract = {
  /** How reports look, on this computer. Calls that change something answer with all of them as they are then. */
  profiles: call(none, reportProfilesSchema),
  /** Everything but the logo, which {@link chooseLogo} takes from a file; another name renames it. */
  saveProfile: call(
    z.strictObject({ name: z.string().max(100), profile: reportBrandingSchema.omit({ logo: true }) }),
    reportProfilesSchema,
  ),
  /** An empty one, or a copy. */
  addProfile: call(z.strictObject({ from: z.string().max(100).optional() }), profilesAndAdded),
  deleteProfile: call(named, reportProfilesSchema),
  /** Reports have this one unless another is chosen. */
  chooseProfile: call(named, reportProfilesSchema),
  /** Asks for a picture and keeps it; what was there stays when the dialog was cancelled. */
  chooseLogo: call(named, reportProfilesSchema),
  removeLogo: call(named, reportProfilesSchema),
  /** One file with everything in it, which others import and the command line takes; null when the dialog was cancelled. */
  exportProfile: call(named, z.strictObject({ path: z.string().nullable() })),
  importProfile: call(none, profilesAndAdded),
  /**
   * The report as one document without scripts, at an `app://print/…` address for a sandboxed preview frame (a page under Trusted Types cannot set
   * `srcdoc`). The address is valid until the next preview is asked for.
   */
  preview: call(z.strictObject({ options: optionsSchema }), z.strictObject({ url: z.string() })),
  /** Asks where to save, then writes; null when the dialog was cancelled. `remark`: what to know about the file before it is handed over. */
  export: job(
    z.strictObject({
      format: z.enum(['pdf', 'docx', 'xlsx', 'csv', 'html', 'json']),
      options: optionsSchema,
      /** One finding instead of all; the profile then says nothing. */
      checkId: z.string().max(16).optional(),
    }),
    z.strictObject({ phase: z.string() }),
    z.strictObject({
      path: z.string().nullable(),
      sizeBytes: z.number().int().nullable(),
      remark: z.string().nullable(),
    }),
  ),
  /** What redaction makes of some values of the report. */
  redactionSample: call(
    none,
    z.strictObject({
      sample: z.array(z.strictObject({ original: z.string(), standIn: z.string() })),
      /** Names of people that are words as well: they stay where they stand alone. */
      left: z.array(z.string()),
    }),
  ),
  /** Shows the file written last in the system's file manager. */
  reveal: call(z.strictObject({ path: z.string() }), z.strictObject({ shown: z.boolean() })),
} as const;
