import { z } from 'zod';
import { contrastOnPaper, leastContrast } from './contrast';
import { embeddedPicture } from './picture';
import { fileNameProblem } from './report-file-name';

const accent = z
  .string()
  .regex(/^#[0-9a-f]{6}$/iu, 'must be a colour like #0f3d66')
  .refine(
    (colour) => contrastOnPaper(colour) >= leastContrast,
    'is too light to be read on paper; choose a darker one',
  );

const logo = z
  .string()
  .max(1_500_000)
  .refine((url) => embeddedPicture(url) !== undefined, 'must be a PNG or JPEG picture of at most 1 MiB');

const fileName = z
  .string()
  .trim()
  .max(120)
  .superRefine((pattern, context) => {
    const problem = fileNameProblem(pattern);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const profileName = z
  .string()
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must not hold control characters');

/**
 * How a consultancy's reports look: kept in the settings of the app, and a file for the command line (`--report-profile`). An empty text changes nothing.
 * Holds everything by itself: no picture or font is fetched from anywhere.
 */
export const reportBrandingSchema = z.strictObject({
  /** What people call it; every profile of a computer has another one. */
  name: profileName.default(''),
  /** Stands behind the consultant's name. */
  company: z.string().trim().max(200).default(''),
  /** Stands instead of the engagement's. */
  classification: z.string().trim().max(100).default(''),
  /** Colour of headings and links, `#rrggbb`; dark enough for text on white. */
  accent: accent.optional(),
  /** PNG or JPEG as `data:` URL. */
  logo: logo.optional(),
  /** Name of a new file, without its ending; `{customer}`, `{date}`, `{profile}` and `{classification}` are filled in. */
  fileName: fileName.default(''),
  paper: z.enum(['A4', 'Letter']).optional(),
});
export type ReportBranding = z.infer<typeof reportBrandingSchema>;

export const noBranding: ReportBranding = { name: '', company: '', classification: '', fileName: '' };
